import { isDashLetter } from "../form/fold.ts";
import { isFullMark, marksChoice, marksNothing } from "../form/marks.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { StatusReader } from "../form/vocabulary.ts";
import type { Block, CellPlace } from "../model/address.ts";
import type { FullInspection, Inspection } from "../model/finding.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { smallest } from "../model/many.ts";
import { rowsInStep } from "../model/pace.ts";
import { cellText } from "../wording/phrase.ts";
import { headerEnd } from "./extent.ts";
import { isShort } from "./header.ts";
import { laidOut } from "./laid-out.ts";
import { patience } from "./sample.ts";
import { byCell, ledBack, outlineBack, type WayBack } from "./way-back.ts";

/** Columns side by side, each under a grade, of which an item has one marked. */
export interface ChoiceColumns {
  readonly first: number;
  /** From the first column on. */
  readonly grades: readonly string[];
}

/** A sheet on which the first of such columns holds the grade that is marked, and the others are blank. */
export interface GatheredChoices {
  readonly grid: Grid;
  readonly real: Grid;
  /** The row of the grades, zero-based. */
  readonly head: number;
  /** The first column of the choice to which a column belongs; the column itself where it belongs to none. */
  readonly firstOf: (column: number) => number;
  /** By its first column, how many columns are one choice. */
  readonly widths: ReadonlyMap<number, number>;
  /** The cell of the mark; of several the second. */
  readonly placeOf: (place: CellPlace) => CellPlace;
}

/** Number of rows below a header that tell. */
const tellingRows = 12;

/** The sheet with each choice of the form in one column, in steps; undefined where it has none. */
export function* choicesOn(grid: Grid, reader: FormReader): Generator<void, GatheredChoices | undefined> {
  const readers = new Set(reader.form.columns.flatMap(({ id, choice }) => (choice ? [reader.status(id)] : [])));
  for (let row = 0; readers.size > 0 && row < Math.min(grid.rowCount, patience.rows); row++) {
    const taken = new Set<number>();
    const all = [...readers].flatMap((own) => columnsIn(grid.row(row), own, readers));
    // Of scales that share grades, the one that has more of them.
    const found = all.sort((one, other) => other.grades.length - one.grades.length).filter(({ first, grades }) => grades.every((_, step) => taken.size < taken.add(first + step).size));
    if (found.length > 0 && areMarkedBelow(grid, row, found)) return yield* gatherChoices(grid, row, found);
  }
  return undefined;
}

/** Neighbouring cells with grades of one scale, at least half of it. What is a grade of another scale as it is written is none of this one. */
function columnsIn(cells: readonly CellValue[], reader: StatusReader, all: ReadonlySet<StatusReader>): readonly ChoiceColumns[] {
  const found: ChoiceColumns[] = [];
  let grades: string[] = [];
  for (let column = 0; column <= cells.length; column++) {
    const read = gradeOf(cells[column], reader);
    const isOthers = read !== undefined && read !== cells[column] && [...all].some((other) => gradeOf(cells[column], other) === cells[column]);
    const grade = isOthers ? undefined : read;
    if (grade === undefined || grades.includes(grade)) {
      if (grades.length > 1 && 2 * grades.length >= reader.own.terms.length) found.push({ first: column - grades.length, grades });
      grades = [];
    }
    if (grade !== undefined) grades.push(grade);
  }
  return found;
}

function gradeOf(value: CellValue, reader: StatusReader): string | undefined {
  const text = cellText(value);
  const reading = !isBlank(value) && isShort(text) ? reader.read(text) : undefined;
  return reading?.kind === "term" || reading?.kind === "spelling" ? reading.term.text : undefined;
}

/** True where most of what stands below is marks: a small table of grades and their numbers is none. */
function areMarkedBelow(grid: Grid, row: number, found: readonly ChoiceColumns[]): boolean {
  const rows = Array.from({ length: tellingRows }, (_, step) => row + 1 + step);
  const held = rows.flatMap((below) => found.flatMap(({ first, grades }) => grades.map((_, step) => grid.value(below, first + step)))).filter((value) => !isBlank(value));
  return 2 * held.filter((value) => marksChoice(value) || marksNothing(value)).length >= held.length;
}

/** The sheet with each of these choices in one column, in steps. @param head the row of the grades, zero-based */
export function* gatherChoices(real: Grid, head: number, choices: readonly ChoiceColumns[]): Generator<void, GatheredChoices> {
  const widths = new Map(choices.map(({ first, grades }) => [first, grades.length]));
  const places = new Map(choices.map(({ first }) => [first, new Int32Array(real.rowCount).fill(first)]));
  const valuesOf = (row: number, { first, grades }: ChoiceColumns) => grades.map((_, step) => real.value(row, first + step));
  const heads = choices.map((choice) => valuesOf(head, choice));
  const firstOf = (column: number) => choices.find(({ first, grades }) => column >= first && column < first + grades.length)?.first ?? column;
  let isBelowHead = false;
  const gathered = (row: number): readonly CellValue[] => {
    if (row < head) return real.row(row);
    const cells = [...real.row(row)];
    const all = choices.map((choice) => valuesOf(row, choice));
    const isHead = all.every((values, index) => values.every((value, step) => value === heads[index]?.[step]));
    // What stands below the grades alone says how to mark them.
    const isNote = isBelowHead && cells.every((value, column) => isBlank(value) || widths.has(firstOf(column)));
    isBelowHead = isHead || isNote;
    if (isNote) return [];
    for (const [index, { first, grades }] of choices.entries()) {
      const values = all[index] ?? [];
      const chosen = isHead ? { value: row === 0 || isBlank(real.value(row - 1, first)) ? values.map(cellText).join("・") : undefined, step: 0 } : markedIn(values, grades);
      if (!chosen) continue;
      cells.fill(undefined, first, first + grades.length);
      if (chosen.value !== undefined) cells[first] = chosen.value;
      places.get(first)?.fill(first + chosen.step, row, row + 1);
    }
    return cells;
  };
  const rows: (readonly CellValue[])[] = [];
  for (let row = 0; row < real.rowCount; row++) {
    if (row % rowsInStep === 0) yield;
    rows.push(gathered(row));
  }
  const placeOf = ({ row, column }: CellPlace): CellPlace => ({ row, column: places.get(column)?.[row] ?? column });
  const grid = laidOut(real, rows, placeOf);
  // A mark may be merged down in any of the columns.
  const anchorRow = (row: number, column: number) => {
    const width = isBlank(grid.value(row, column)) ? widths.get(column) : undefined;
    return width === undefined ? grid.anchorRow(row, column) : smallest(Array.from({ length: width }, (_, step) => real.anchorRow(row, column + step)));
  };
  return { grid: { ...grid, anchorRow }, real, head, firstOf, widths, placeOf };
}

/** What is chosen on a row, and in which of its cells; undefined for cells of anything else, such as totals. */
export function markedIn(values: readonly CellValue[], grades: readonly string[]): { readonly value: CellValue; readonly step: number } | undefined {
  const filled = values.flatMap((value, step) => (isBlank(value) ? [] : [step]));
  // ●○○○: the others are blank circles.
  const full = filled.length === values.length ? filled.filter((step) => isFullMark(values[step])) : [];
  const isWhole = full.length > 0 && values.every((value) => marksChoice(value) || marksNothing(value));
  const held = isWhole ? full : filled.filter((step) => !marksNothing(values[step]));
  const [only, second] = held;
  // A dash is a value, a blank box is none.
  if (only === undefined) return { value: values.find((value) => isDashLetter(cellText(value))), step: 0 };
  if (second === undefined) return { value: marksChoice(values[only]) ? grades[only] : values[only], step: only };
  if (!held.some((step) => marksChoice(values[step]))) return undefined;
  return { value: held.map((step) => `${grades[step] ?? ""}${cellText(values[step])}`).join(" "), step: second };
}

/** The result of a check of gathered choices, at the cells of the sheet. */
export function scattered(inspection: Inspection, choices: GatheredChoices): Inspection {
  return ledBack(inspection, wayBack(choices));
}

/** The same for a full result. */
export function fullyScattered(inspection: FullInspection, choices: GatheredChoices): FullInspection {
  const { overview } = inspection;
  return { ...scattered(inspection, choices), overview: { ...overview, outline: outlineBack(overview.outline, wayBack(choices)) } };
}

/** What the rules say of a cell in which a grade is written, and what they say where one is marked. */
const marked: ReadonlyMap<string, string> = new Map([["status-missing empty", "unmarked"], ["status-missing unfilled", "unmarkedYet"], ["status-unknown unknown", "marks"]]);

/** A grade is marked and never written: no fix writes it. */
function wayBack({ real, head, widths, placeOf }: GatheredChoices): WayBack {
  const wide = ({ first, last }: Block): Block => ({ first, last: { row: last.row, column: last.column + (widths.get(last.column) ?? 1) - 1 } });
  return {
    placeOf,
    extentOf: ({ first, last }) => ({ first, last: { row: last.row, column: headerEnd(real, first.row, head + 1, wide({ first, last }).last.column, 1) } }),
    marked: ({ cells, firstRow, lastRow }) => ({ cells: cells.map(wide), firstRow, lastRow }),
    compare: byCell,
    cellOf: ({ at: place, value, rule, message }) => {
      const at = placeOf(place);
      const isChoice = widths.has(place.column);
      return { at, value: isChoice ? real.value(at.row, at.column) : value, message: (isChoice && marked.get(`${rule} ${message}`)) || message, isWritable: !isChoice };
    },
  };
}

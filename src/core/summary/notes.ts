import { dayOfSerial, isDateFormat } from "../model/serial.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { languages } from "../wording/language.ts";
import { cellText } from "../wording/phrase.ts";
import { isBlankText } from "../wording/hidden.ts";
import { columnOf, noteColumns } from "./note-columns.ts";
import { valuesOf } from "./fingerprint.ts";
import { summaryTexts } from "./texts.ts";

/** The notes of an evaluator, as they go into a new sheet. */
export type Note = string | number;

/** A row of 「要見直し一覧」, with the evaluator's notes beside it. */
export interface ListedRow {
  /** Zero-based. */
  readonly row: number;
  /** The office's name. */
  readonly office: string;
  readonly code: string;
  readonly name: string;
  readonly notes: readonly [direction: Note, inCharge: Note];
}

/** A list's rows below its header, and the positions of its columns; -1 for a missing column. */
export interface Listed {
  /** The sheet's office; "" where every row has an office's name. */
  readonly owner: string;
  readonly columns: { readonly office: number; readonly code: number; readonly name: number; readonly notes: readonly [number, number] };
  readonly rows: readonly ListedRow[];
}

/** Rows of values: of a plan, or as read. */
interface Source {
  readonly rowCount: number;
  readonly at: (row: number) => readonly (CellValue | null)[];
  readonly note: (row: number, column: number) => Note;
}

/** The rows of an existing list, also without notes; undefined if the header's words were removed. */
export function listedIn(grid: Grid): Listed | undefined {
  return list({ rowCount: grid.rowCount, at: (row) => grid.row(row), note: (row, column) => noteIn(grid, row, column) });
}

/** The rows of a new list. */
export function listedOf({ rows }: SheetPlan): Listed | undefined {
  return list({ rowCount: rows.length, at: (row) => valuesOf(rows[row] ?? []), note: () => "" });
}

/** The sheet's office by the line below its title; "" where every row has an office, undefined where nothing says it. */
export function ownerIn(grid: Grid): string | undefined {
  return ownerOf({ rowCount: grid.rowCount, at: (row) => grid.row(row) });
}

/** The same for a new sheet. */
export function ownerOfPlan({ rows }: SheetPlan): string | undefined {
  return ownerOf({ rowCount: rows.length, at: (row) => valuesOf(rows[row] ?? []) });
}

/** Rows that an evaluator may have put above ours. */
const headReach = 40;

function ownerOf({ rowCount, at }: Pick<Source, "rowCount" | "at">): string | undefined {
  let named: string | undefined;
  for (let row = 0; row < Math.min(rowCount, headReach); row++) {
    const [first] = at(row);
    if (typeof first !== "string") continue;
    if (languages.some((language) => summaryTexts[language].office === first)) return "";
    const line = languages.map((language) => summaryTexts[language].officeLine).find((opening) => first.startsWith(opening));
    if (line !== undefined) named ??= first.slice(line.length);
  }
  return named;
}

function list(source: Source): Listed | undefined {
  for (let row = 0; row < source.rowCount; row++) {
    const cells = source.at(row);
    const notes = noteColumns(cells);
    if (!notes) continue;
    const columns = { office: columnOf(cells, (words) => words.office), code: columnOf(cells, (words) => words.code), name: Math.max(columnOf(cells, (words) => words.name), columnOf(cells, (words) => words.formerName)), notes };
    const owner = columns.office < 0 ? (ownerOf(source) ?? "") : "";
    const rows = Array.from({ length: source.rowCount - row - 1 }, (_, index) => listedRow(source, row + 1 + index, columns, owner));
    return { owner, columns, rows };
  }
  return undefined;
}

function listedRow(source: Source, row: number, columns: Listed["columns"], owner: string): ListedRow {
  const cells = source.at(row);
  const text = (column: number) => cellText(cells[column] ?? undefined);
  const [direction, inCharge] = columns.notes;
  return {
    row,
    office: columns.office < 0 ? owner : text(columns.office),
    code: text(columns.code),
    name: text(columns.name),
    notes: [source.note(row, direction), source.note(row, inCharge)],
  };
}

/** A date becomes a text, since the columns have the text format and would show its serial number. */
function noteIn(grid: Grid, row: number, column: number): Note {
  const value = grid.value(row, column);
  if (typeof value !== "number") return cellText(value);
  const day = isDateFormat(grid.numberFormat(row, column)) && Number.isInteger(value) ? dayOfSerial(value, grid.date1904) : undefined;
  return day ? `${day.year}/${day.month}/${day.day}` : value;
}

/** True where the row has a note. */
export function hasNotes({ notes }: ListedRow): boolean {
  return notes.some((note) => typeof note === "number" || !isBlankText(note));
}

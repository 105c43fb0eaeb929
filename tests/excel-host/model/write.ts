import { cellCount, type Area } from "./area.ts";
import type { Book } from "./book.ts";
import type { CellChange } from "./change.ts";
import type { Cell } from "./cell.ts";
import { evaluate } from "./evaluate.ts";
import { ExcelError } from "./refusal.ts";
import type { Sheet } from "./sheet.ts";
import { enterScalar, enterText, type Entry } from "./typing.ts";

/** Writes values: a rectangle of the area's shape, or one value for all cells; null leaves a cell as it is. */
export function writeValues(book: Book, sheet: Sheet, area: Area, values: unknown): void {
  const entry = entryOf(book, sheet);
  // A merged area only shows its first cell; values written into the others are lost.
  const covered = coveredIn(sheet.merges);
  const cells = writeCells(book, sheet, area, values, (value, cell, row, column) => {
    if (covered.has(`${row} ${column}`)) return cell;
    if (typeof value === "string") return { ...cell, ...enterText(value, cell, entry) };
    if (typeof value === "number" || typeof value === "boolean") return { ...cell, ...enterScalar(value, cell) };
    throw new ExcelError("InvalidArgument", `a cell cannot hold ${typeof value}`);
  });
  for (const { row, column, to } of cells) {
    if (to.formula === undefined) sheet.entered.delete(`${row} ${column}`);
    else sheet.entered.set(`${row} ${column}`, { row, column });
  }
  calculate(sheet);
  book.note({ kind: "edited", sheetId: sheet.id, area, cells });
}

/** The cells of merged areas but the first of each, kept by the list, which is replaced where it changes: thousands of cells are written one by one. */
const coveredBy = new WeakMap<readonly Area[], ReadonlySet<string>>();

function coveredIn(merges: readonly Area[]): ReadonlySet<string> {
  const known = coveredBy.get(merges);
  if (known) return known;
  const covered = new Set<string>();
  for (const { row, column, rows, columns } of merges) {
    for (let down = 0; down < rows; down++) for (let along = 0; along < columns; along++) if (down + along > 0) covered.add(`${row + down} ${column + along}`);
  }
  coveredBy.set(merges, covered);
  return covered;
}

/** Recalculates the entered formulas until nothing changes. Circular formulas are given up after some rounds. */
function calculate(sheet: Sheet): void {
  for (let rounds = 0, isChanged = true; isChanged && rounds < 10; rounds++) {
    isChanged = false;
    for (const { row, column } of sheet.entered.values()) {
      const { formula, value: before } = sheet.cell(row, column);
      if (formula === undefined) continue;
      const value = evaluate(formula, sheet);
      if (typeof value === "object" || value === before) continue;
      isChanged = true;
      sheet.put(row, column, { value });
    }
  }
}

/** Writes number formats; cells keep their values, as in Excel. */
export function writeFormats(book: Book, sheet: Sheet, area: Area, formats: unknown): void {
  const cells = writeCells(book, sheet, area, formats, (format, cell) => {
    if (typeof format !== "string") throw new ExcelError("InvalidArgument", "a number format is a text");
    return { ...cell, format: format === "" ? "General" : format };
  });
  book.note({ kind: "formatted", sheetId: sheet.id, area, cells });
}

/** Gives every cell a fill, or removes it. */
export function writeFill(book: Book, sheet: Sheet, area: Area, fill: string | undefined): void {
  refuseProtected(book, sheet, "format");
  const cells = changeCells(sheet, area, () => (cell) => ({ ...cell, fill }));
  book.note({ kind: "formatted", sheetId: sheet.id, area, cells });
}

/** @throws {ExcelError} AccessDenied if the sheet is protected; looks may be allowed all the same */
export function refuseProtected(book: Book, sheet: Sheet, what: "content" | "format" = "content"): void {
  if (book.readOnly) throw new ExcelError("AccessDenied", "the workbook is read-only");
  if (what === "format" && sheet.protection?.allowFormatCells === true) return;
  if (sheet.protection !== undefined) throw new ExcelError("AccessDenied", `the sheet ${sheet.name} is protected`);
}

type Write = (given: unknown, cell: Cell, row: number, column: number) => Cell;

function writeCells(book: Book, sheet: Sheet, area: Area, given: unknown, write: Write): readonly CellChange[] {
  refuseProtected(book, sheet);
  const at = shaped(area, given);
  return changeCells(sheet, area, (row, column) => {
    const value = at(row, column);
    return value === null ? undefined : (cell) => write(value, cell, area.row + row, area.column + column);
  });
}

type Choose = (row: number, column: number) => ((cell: Cell) => Cell) | undefined;

/** All new cells are made before the first is written, so that a refused value leaves no half-written block. */
function changeCells(sheet: Sheet, area: Area, choose: Choose): readonly CellChange[] {
  if (cellCount(area) > 5_000_000) throw new ExcelError("InvalidArgument", "too many cells, or an unbounded range");
  const changes: CellChange[] = [];
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const change = choose(row, column);
      if (change === undefined) continue;
      const from = sheet.cell(area.row + row, area.column + column);
      changes.push({ row: area.row + row, column: area.column + column, from, to: change(from) });
    }
  }
  for (const { row, column, to } of changes) sheet.put(row, column, to);
  return changes;
}

function shaped(area: Area, given: unknown): (row: number, column: number) => unknown {
  if (!Array.isArray(given)) {
    if (given === null || given === undefined) throw new ExcelError("InvalidArgument", "null is no value for a range");
    return () => given;
  }
  const rows = given.map((row): readonly unknown[] => (Array.isArray(row) ? row : []));
  const isShaped = rows.length === area.rows && rows.every((row) => row.length === area.columns);
  if (!isShaped) throw new ExcelError("InvalidArgument", "the array does not have the shape of the range");
  return (row, column) => rows[row]?.[column];
}

function entryOf(book: Book, sheet: Sheet): Entry {
  return { date1904: book.date1904, year: book.year, evaluate: (formula) => evaluate(formula, sheet) };
}

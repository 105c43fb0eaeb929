import { addressOf, cellCount, isUnbounded, quotedName, splitAddress, type Area } from "../../model/area.ts";
import { cellType, plainFormula, plainValue, type Cell } from "../../model/cell.ts";
import { ExcelError } from "../../model/refusal.ts";
import type { Tracked } from "../../model/sheet.ts";
import { writeLink } from "../../model/arrange.ts";
import { writeFormats, writeValues } from "../../model/write.ts";
import { shownText } from "../../../../src/hosts/file/looks/shown-text.ts";
import { wrong } from "../arguments.ts";
import { toldAddress, type Context } from "../context.ts";
import type { Scalar } from "../host-object.ts";
import type { Json } from "../wire.ts";

/** The block of a range. @throws {ExcelError} ItemNotFound if its rows were deleted */
export function areaOf(tracked: Tracked): Area {
  const [area] = tracked.areas;
  if (area === undefined) throw new ExcelError("ItemNotFound", "the cells of the range were deleted");
  return area;
}

/** The plain members of a range: its place and what its cells hold. */
export function rangeScalars(context: Context, tracked: Tracked): Record<string, Scalar> {
  const { book } = context;
  const { sheet } = tracked;
  const cells = (read: (cell: Cell) => Json) => () => readCells(context, tracked, read);
  return {
    Address: { read: () => `${quotedName(sheet.name)}!${toldAddress(context.spelling, areaOf(tracked))}` },
    RowIndex: { read: () => areaOf(tracked).row },
    ColumnIndex: { read: () => areaOf(tracked).column },
    RowCount: { read: () => areaOf(tracked).rows },
    ColumnCount: { read: () => areaOf(tracked).columns },
    CellCount: { read: () => cellCount(areaOf(tracked)) },
    RowHidden: { since: 2, read: () => rowsHidden(tracked), write: (value) => hideRows(context, tracked, value) },
    ColumnHidden: { since: 2, read: () => columnsHidden(tracked) },
    Values: { read: cells(({ value }) => plainValue(value)), write: (value) => write(context, tracked, value) },
    Formulas: { read: cells(plainFormula), write: (value) => write(context, tracked, value) },
    ValueTypes: { read: cells(cellType) },
    Text: { read: cells(({ rich, value, format }) => rich ?? shownText(value, format, book.date1904)) },
    Hyperlink: { since: 7, read: () => ({ ...sheet.cell(areaOf(tracked).row, areaOf(tracked).column).link }), write: (value) => link(context, tracked, value) },
    NumberFormat: { read: cells(({ format }) => format.replaceAll("General", context.spelling.general)), write: (value) => writeFormats(book, sheet, areaOf(tracked), inEnglish(value)) },
  };
}

/** Number formats as they are kept: a Japanese Excel reads its own word for General too. */
function inEnglish(formats: unknown): unknown {
  return JSON.parse(JSON.stringify(formats).replaceAll("G/標準", "General"));
}

/** A bulk write over rows that a filter hides puts values into wrong cells (OfficeDev/office-js#224). */
function write(context: Context, tracked: Tracked, values: unknown): void {
  const { sheet } = tracked;
  const area = areaOf(tracked);
  const hidden = [...sheet.hiddenRows].some((row) => row >= area.row && row < area.row + area.rows);
  if (sheet.filter !== undefined && hidden && area.rows > 1) context.log.violation("filtered-write", addressOf(area));
  writeValues(context.book, sheet, area, values);
}

/** A link to a place in this workbook. A missing place is refused; other links are not modelled. */
function link({ book }: Context, tracked: Tracked, value: unknown): void {
  const given = typeof value === "object" && value !== null ? value : {};
  const reference = "documentReference" in given ? given.documentReference : undefined;
  const text = "textToDisplay" in given ? given.textToDisplay : undefined;
  if (typeof reference !== "string" || (text !== undefined && typeof text !== "string")) throw wrong("a link needs a place in the workbook");
  const { sheet } = splitAddress(reference);
  if (sheet === undefined || book.sheets.every(({ name }) => name !== sheet)) throw wrong(`no sheet of the link ${reference}`);
  // Refuses anything that is no address.
  book.at(reference);
  writeLink(book, tracked.sheet, areaOf(tracked), { documentReference: reference }, text);
}

function readCells({ limits }: Context, tracked: Tracked, read: (cell: Cell) => Json): Json {
  const area = areaOf(tracked);
  if (isUnbounded(area)) return null;
  if (cellCount(area) > limits.cellsPerRead) {
    if (limits.tooLarge === "null") return null;
    throw new ExcelError("RangeExceedsLimit", `${cellCount(area)} cells`);
  }
  const rows = Array.from({ length: area.rows }, (_, row) => area.row + row);
  const columns = Array.from({ length: area.columns }, (_, column) => area.column + column);
  return rows.map((row) => columns.map((column) => read(tracked.sheet.cell(row, column))));
}

/** True or false if all rows are alike, otherwise null; so of columns. */
function rowsHidden(tracked: Tracked): boolean | null {
  const { row, rows } = areaOf(tracked);
  return alike(tracked.sheet.hiddenRows, row, rows);
}

function columnsHidden(tracked: Tracked): boolean | null {
  const { column, columns } = areaOf(tracked);
  return alike(tracked.sheet.hiddenColumns, column, columns);
}

function alike(all: ReadonlySet<number>, first: number, count: number): boolean | null {
  const hidden = [...all].filter((each) => each >= first && each < first + count).length;
  if (hidden === 0) return false;
  return hidden === count ? true : null;
}

function hideRows({ book }: Context, tracked: Tracked, value: unknown): void {
  if (typeof value !== "boolean") throw wrong("rowHidden is true or false");
  if (book.readOnly || tracked.sheet.protection !== undefined) throw new ExcelError("AccessDenied", "the sheet is protected");
  const { row, rows } = areaOf(tracked);
  for (let each = row; each < row + rows; each++) {
    if (value) tracked.sheet.hiddenRows.add(each);
    else tracked.sheet.hiddenRows.delete(each);
  }
}

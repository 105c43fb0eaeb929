import { Book } from "./book.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The workbook saved, closed and opened again. Everything stays, but rules have new ids and nothing can be undone.
 * @param idOf the ids that sheets have in the new session; the same by default (they change with versions and saves: OfficeDev/office-js#1390)
 */
export function reopened(book: Book, idOf = ({ id }: Sheet) => id): Book {
  const copy = new Book();
  copy.name = book.name;
  for (const sheet of book.sheets) fillFrom(copy, copy.addSheet(sheet.name, idOf(sheet)), sheet);
  copy.names = book.names;
  copy.settings = new Map(book.settings);
  copy.date1904 = book.date1904;
  copy.calculationMode = book.calculationMode;
  copy.year = book.year;
  copy.activate(copy.sheet(book.active.name));
  copy.selection = book.selection;
  copy.structureProtected = book.structureProtected;
  copy.readOnly = book.readOnly;
  copy.takeChanges();
  return copy;
}

/** A copy of a sheet in the same workbook, as "Move or Copy" makes it. */
export function copySheet(book: Book, sheet: Sheet, name = `${sheet.name.slice(0, 27)} (2)`): Sheet {
  const copy = book.addSheet(name);
  fillFrom(book, copy, sheet);
  return copy;
}

function fillFrom(book: Book, copy: Sheet, sheet: Sheet): void {
  copy.visibility = sheet.visibility;
  copy.protection = sheet.protection;
  copy.filter = sheet.filter;
  copy.merges = sheet.merges;
  copy.rules = sheet.rules.map((rule) => ({ ...rule, id: ruleId(book) }));
  copy.validations = sheet.validations.map((validation) => ({ ...validation }));
  for (const [column, points] of sheet.columnWidths) copy.columnWidths.set(column, points);
  for (const [row, points] of sheet.rowHeights) copy.rowHeights.set(row, points);
  copy.frozenRows = sheet.frozenRows;
  copy.page = sheet.page;
  copy.charts = sheet.charts.map((chart) => ({ ...structuredClone(chart), id: book.newId() }));
  copy.shapes = sheet.shapes;
  copy.comments = sheet.comments;
  for (const [row, column, cell] of sheet.cells()) copy.put(row, column, cell);
  for (const row of sheet.hiddenRows) copy.hiddenRows.add(row);
  for (const column of sheet.hiddenColumns) copy.hiddenColumns.add(column);
}

/** Never repeats an id of the workbook before it was reopened. */
function ruleId(book: Book): string {
  return book.newId().replace("-4000-", `-4${String(++opened).padStart(3, "0")}-`);
}

let opened = 0;

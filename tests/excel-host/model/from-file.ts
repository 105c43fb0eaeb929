import type { FileWorkbook } from "../../../src/hosts/file/open.ts";
import type { SheetLook } from "../../../src/hosts/file/looks/look.ts";
import { Book } from "./book.ts";
import { blank, general } from "./cell.ts";
import type { Sheet } from "./sheet.ts";
import { enterText } from "./typing.ts";

/**
 * Puts a workbook read from a file into the model: values, number formats of numbers, fills, merged areas, hidden rows. The
 * file reader gives no format for texts, so a text that Excel would interpret gets "@".
 */
export async function bookFromFile(file: FileWorkbook): Promise<Book> {
  const book = new Book();
  for (const info of await file.sheets()) {
    const sheet = book.addSheet(info.name);
    if (info.hidden) sheet.visibility = "Hidden";
    const look = await file.look(info.id);
    book.date1904 = look.grid.date1904;
    fillSheet(sheet, look);
  }
  book.takeChanges();
  return book;
}

function fillSheet(sheet: Sheet, look: SheetLook): void {
  const { grid } = look;
  const rows = Array.from({ length: grid.rowCount }, (_, row) => row);
  const width = rows.reduce((most, row) => Math.max(most, grid.row(row).length), 0);
  for (const row of rows) {
    for (let column = 0; column < width; column++) {
      const value = grid.value(row, column);
      const fill = look.styles[look.styleIndex(row, column)]?.fill?.toUpperCase();
      const format = typeof value === "string" ? formatOfText(value) : grid.numberFormat(row, column);
      sheet.put(row, column, { value, format, fill });
    }
  }
  for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
  sheet.merges = look.merges.map(({ row, column, lastRow, lastColumn }) => ({ row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 }));
}

function formatOfText(text: string): string {
  const typed = enterText(text, blank, { date1904: false, year: 2026, evaluate: () => undefined });
  return typed.value === text && typed.formula === undefined ? general : "@";
}

import { addressOf, type Area } from "./area.ts";
import type { Book } from "./book.ts";
import { plainValue, type Cell } from "./cell.ts";
import { linkFont, type CellLink, type Look } from "./look.ts";
import type { Sheet } from "./sheet.ts";
import { refuseProtected, writeValues } from "./write.ts";

/** Makes a change of a sheet other than values, number formats and fills. It is noted by member, not by cell. */
export function arrange(book: Book, sheet: Sheet, what: string, areas: readonly Area[], work: () => void): void {
  refuseProtected(book, sheet);
  work();
  book.note({ kind: "arranged", sheetId: sheet.id, what, address: areas.map(addressOf).join(",") });
}

/** Gives each cell of the areas a new look. */
export function writeLook(book: Book, sheet: Sheet, what: string, areas: readonly Area[], change: (look: Look, row: number, column: number, area: Area) => Look): void {
  arrange(book, sheet, what, areas, () => {
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        for (let column = area.column; column < area.column + area.columns; column++) {
          sheet.put(row, column, { look: change(sheet.cell(row, column).look, row, column, area) });
        }
      }
    }
  });
}

/** Gives a cell a link. Its text is entered as if typed, and it gets the font of the built-in link style. */
export function writeLink(book: Book, sheet: Sheet, area: Area, link: CellLink, text: string | undefined): void {
  const first = { ...area, rows: 1, columns: 1 };
  if (text !== undefined) writeValues(book, sheet, first, text);
  writeLook(book, sheet, "Range.Hyperlink", [area], (look) => ({ ...look, ...linkFont }));
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) sheet.put(row, column, { link });
  }
}

/** The row height in points that shows all texts. It is rough: each character above U+2000 counts as two digits. */
export function fittingHeight(sheet: Sheet, cells: Iterable<readonly [column: number, cell: Cell]>): number {
  let height = 0;
  for (const [column, { value: content, look }] of cells) {
    const value = plainValue(content);
    const width = Math.max(1, ((sheet.columnWidths.get(column) ?? 54) / look.size) * 2 - 1);
    const lines = String(value).split("\n").reduce((sum, line) => sum + (look.wrap ? Math.max(1, Math.ceil(digits(line) / width)) : 1), 0);
    height = Math.max(height, lines * look.size * 1.7);
  }
  return height === 0 ? 18.75 : Math.min(409, height);
}

function digits(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > "\u2000" ? 2 : 1;
  return width;
}

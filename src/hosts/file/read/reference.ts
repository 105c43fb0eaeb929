import type { CellArea } from "../../../core/model/cell-lists.ts";
import { decodeUtf8 } from "../xml/utf8.ts";
import type { XmlScanner } from "../xml/scanner.ts";

export type MergedArea = CellArea;

/** The text of an attribute of the element that begins; undefined where it has none. */
export function textAt(scanner: XmlScanner, name: number): string | undefined {
  const index = scanner.find(name);
  return index < 0 ? undefined : decodeUtf8(scanner.bytes, scanner.starts[index] ?? 0, scanner.ends[index] ?? 0);
}

/** The block of a reference such as "A1:B2"; undefined for any other text. */
export function mergedAreaOf(reference: string): MergedArea | undefined {
  const [, firstColumn, firstRow, lastColumn = firstColumn, lastRow = firstRow] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference) ?? [];
  if (firstColumn === undefined || firstRow === undefined || lastColumn === undefined || lastRow === undefined) return undefined;
  return { row: Number(firstRow) - 1, column: columnOf(firstColumn), lastRow: Number(lastRow) - 1, lastColumn: columnOf(lastColumn) };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

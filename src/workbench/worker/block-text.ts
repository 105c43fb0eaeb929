import type { CellArea } from "../../core/model/cell-lists.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { SheetLook } from "../../hosts/file/file-workbook.ts";

/** The most cells that are copied, pasted or emptied at once. */
const mostCells = 200_000;

/** The shown rows and columns of an area. Hidden cells are neither copied nor overwritten. */
export interface ShownArea {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** @throws {Refusal} too-many-cells */
export function shownIn({ grid, hiddenColumns }: SheetLook, { row, column, lastRow, lastColumn }: CellArea): ShownArea {
  refuseMany((lastRow - row + 1) * (lastColumn - column + 1));
  return {
    rows: fromTo(row, lastRow).filter((each) => !grid.hiddenRows.has(each)),
    columns: fromTo(column, lastColumn).filter((each) => !hiddenColumns.has(each)),
  };
}

/** The area as Excel puts it on the clipboard: tabs between cells, a line break after each row. @throws {Refusal} too-many-cells */
export function blockText(look: SheetLook, area: CellArea): string {
  const { rows, columns } = shownIn(look, area);
  return rows.map((row) => `${columns.map((column) => quoted(look.text(row, column))).join("\t")}\r\n`).join("");
}

/** A text that starts with a quotation mark is quoted too, so that it comes back unchanged. */
function quoted(text: string): string {
  return /^"|[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows of a text from the clipboard. @throws {Refusal} too-many-cells */
export function blockFields(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let count = 0;
  let at = 0;
  for (;;) {
    const field = fieldAt(text, at);
    refuseMany(++count);
    rows.at(-1)?.push(field.text);
    at = field.end;
    if (at >= text.length) break;
    if (text[at] === "\t") {
      at++;
      continue;
    }
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (at >= text.length) break;
    rows.push([]);
  }
  return rows;
}

interface Field {
  readonly text: string;
  /** The position of the tab or line break after it, or the end of the text. */
  readonly end: number;
}

function fieldAt(text: string, start: number): Field {
  const plain = /[^\t\r\n]*/y;
  plain.lastIndex = start;
  const found = plain.exec(text)?.[0] ?? "";
  return (found.startsWith('"') ? quotedFieldAt(text, start) : undefined) ?? { text: found, end: start + found.length };
}

/** Undefined where the quotation mark belongs to the text itself. */
function quotedFieldAt(text: string, start: number): Field | undefined {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== '"') {
      const isEnd = quote + 1 >= text.length || "\t\r\n".includes(text.charAt(quote + 1));
      return isEnd ? { text: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 } : undefined;
    }
    at = quote + 2;
  }
}

function refuseMany(cells: number): void {
  if (cells > mostCells) throw new Refusal("too-many-cells", mostCells.toLocaleString("en"));
}

function fromTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

import { utils, write, type WorkSheet } from "@e965/xlsx";
import { flatHeaders, groupHeader, printedHeader, type statusWords } from "./office-words.ts";

/** How an office lays out its sheet. */
export interface Layout {
  readonly header: "printed" | "grouped" | "flat";
  readonly blocks: "merged" | "first row" | "filled down";
  /** Rows and columns left free before the table. */
  readonly top: number;
  readonly left: number;
  readonly statuses: keyof typeof statusWords;
  readonly page: (page: number) => string;
  readonly hasTotalRow: boolean;
  readonly hasCover: boolean;
}

/** The evaluation as a sheet: titles, the header in the office's words, the rows, notes. */
export function sheetOf(ward: string, index: number, layout: Layout, rows: readonly (readonly string[])[]): WorkSheet {
  const titles = [`令和6年度 ${ward}区運営方針 自己評価`, `評価者：${ward}区長`, "この表の区は実在しません。"];
  const above = Array.from({ length: layout.top }, (_, row) => [titles[row] ?? ""]);
  const header = headerOf(layout.header, index);
  const below = layout.hasTotalRow ? [["合計", "", "", "", "", "", "", `${rows.length}件`], [], ["※ 資料は区のページにあります。"]] : [];
  const body = layout.blocks === "filled down" ? filledDown(rows) : rows;
  const cells = [...above, ...header, ...body, ...below].map((row) => [...new Array<string>(layout.left).fill(""), ...row]);
  const sheet = utils.aoa_to_sheet(cells.map((row) => row.map((cell) => (cell === "" ? null : cell))));
  if (layout.blocks === "merged") sheet["!merges"] = mergesOf(rows, layout.top + header.length, layout.left);
  return sheet;
}

function headerOf(kind: Layout["header"], index: number): readonly (readonly string[])[] {
  if (kind === "printed") return printedHeader;
  const names = flatHeaders.map((words, column) => pick(words, index + column));
  return kind === "flat" ? [names] : [groupHeader, names];
}

function filledDown(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last: string[] = [];
  return rows.map((row) => row.map((cell, column) => (column < 6 ? (last[column] = cell === "" ? (last[column] ?? "") : cell) : cell)));
}

function mergesOf(rows: readonly (readonly string[])[], top: number, left: number) {
  return [0, 1, 2, 3, 4, 5].flatMap((column) => {
    const starts = rows.flatMap((row, index) => (row[column] === "" ? [] : [index]));
    return starts.flatMap((start, index) => {
      const end = (starts[index + 1] ?? rows.length) - 1;
      return end > start ? [{ s: { r: top + start, c: left + column }, e: { r: top + end, c: left + column } }] : [];
    });
  });
}

/** The file of a workbook with that sheet, after a cover if the office has one. */
export function bookOf(sheet: WorkSheet, ward: string, { hasCover, header }: Layout): Uint8Array {
  const book = utils.book_new();
  if (hasCover) utils.book_append_sheet(book, utils.aoa_to_sheet([["はじめに"], ["この様式に記入し、5月末までに返送してください。"]]), "記入要領");
  utils.book_append_sheet(book, sheet, header === "flat" ? `${ward}区` : "総括表");
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new Error("no bytes");
  return bytes;
}

/** The start of a file that Excel saved with a password: a compound file whose directory names an EncryptedPackage, [MS-OFFCRYPTO] 2.3.4. */
export function lockedFile(): Uint8Array {
  const file = Buffer.alloc(8192);
  file.write("d0cf11e0a1b11ae1", "hex");
  file.write("EncryptedPackage", 1024, "utf16le");
  return file;
}

/** The item at an index; after the last one it starts again. */
export function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

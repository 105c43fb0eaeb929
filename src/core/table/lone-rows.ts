import { isBlank } from "../form/reader.ts";
import type { CellValue } from "../model/grid.ts";

const note = /^[\s\u3000]*(?:[※＊*]|[（(]注[0-9０-９]*[）)]|注[0-9０-９]*[\s\u3000：:）)])/;

/** Headers of a column of running numbers: no code of an item. */
const numberWord = /^[\s\u3000]*(?:no\.?|ｎｏ．?|№|番号|項番|連番|通し番号|整理番号)[\s\u3000]*$/i;
/** Number of filled cells of a row of headers. */
const fewestHeaders = 3;

/** True for a row that begins another part of a table with headers of its own, whatever their words: 番号 and texts alone. */
export function isOtherHeader(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((value) => !isBlank(value));
  const [first] = filled;
  return filled.length >= fewestHeaders && typeof first === "string" && numberWord.test(first) && filled.every((value) => typeof value === "string");
}

/** The column and text of a row's only filled cell; undefined for any other row. */
export function loneText(cells: readonly CellValue[]): { readonly column: number; readonly text: string } | undefined {
  const column = cells.findIndex((value) => !isBlank(value));
  const value = cells[column];
  if (typeof value !== "string" || cells.findLastIndex((other) => !isBlank(other)) !== column) return undefined;
  return { column, text: value };
}

/** True for a row that is nothing but a remark: ※…, （注）…, 注：…. */
export function isNoteRow(cells: readonly CellValue[]): boolean {
  const lone = loneText(cells);
  return lone !== undefined && note.test(lone.text);
}

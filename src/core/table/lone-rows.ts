import { isBlank } from "../form/reader.ts";
import type { CellValue } from "../model/grid.ts";
import { largest, smallest } from "../model/many.ts";

const note = /^[\s\u3000]*(?:[※＊*]|[（(]注[0-9０-９]*[）)]|注[0-9０-９]*[\s\u3000：:）)]|[^：:0-9０-９]{0,8}(?:理由|説明|意見|コメント|所見|特記事項|まとめ|総括|総評|備考|今後の(?:課題|方針|対応|方向性))[：:]|[（(]?[0-9０-９]+(?:[/／][0-9０-９]+[)）]?$|(?:[/／][0-9０-９]+)?(?:ページ|頁|枚目))|[-－]\s*[0-9０-９]+\s*[-－]$)/;

/** Headers of a column of running numbers: no code of an item. */
const numberWord = /^[\s\u3000]*(?:no\.?|ｎｏ．?|№|番号|項番|連番|通し番号|整理番号)[\s\u3000]*$/i;
const itemName = /(?:名称?|事業|施策|取組|項目)[\s\u3000]*$/;
/** The name of a sum, 計, 施策計, 総合計; 会計 and the like are none. */
export const namesSum = /(?<![会設統時推集家生])計$/;
/** Number of filled cells of a row of headers. */
const fewestHeaders = 3;

/** True for a row that begins another part of a table with headers of its own, whatever their words: 番号 and texts alone. */
export function isOtherHeader(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((value) => !isBlank(value));
  const [first] = filled;
  return filled.length >= fewestHeaders && typeof first === "string" && numberWord.test(first) && filled.every((value) => typeof value === "string");
}

/** True for headers that begin with those of running numbers and of names: 項番, 事業の名称. */
export function headsItems([number, name]: readonly CellValue[]): boolean {
  return typeof number === "string" && typeof name === "string" && numberWord.test(number) && itemName.test(name);
}

/** A sign with its words: A：順調. */
const explained = /^(?:[^0-9０-９\s]['’′]?|[(（［[〔].{1,3}[)）］\]〕])[\s\u3000]*[：:＝=…]/;

/** True for cells that each explain a sign, as in a legend. */
export function explainSigns(cells: readonly CellValue[]): boolean {
  return cells.every((value) => typeof value === "string" && explained.test(value));
}

/** A sign and a space before its words. */
const spacedSign = /^[\s\u3000]*([A-Za-zＡ-Ｚａ-ｚⅠ-Ⅻⅰ-ⅻ①-⑳])[\s\u3000]+\S/;

/** True for cells that are each another sign of one kind with its words, as in a legend: Ⅳ　計画を上回る, Ⅲ　計画どおり. */
export function areSpacedSigns(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((value) => !isBlank(value));
  const signs = filled.map((value) => (typeof value === "string" ? (spacedSign.exec(value)?.[1]?.codePointAt(0) ?? 0) : 0));
  return signs.length > 0 && smallest(signs) > 0 && largest(signs) - smallest(signs) < 10 && new Set(signs).size === signs.length;
}

/** The column and text of a row's only filled cell; undefined for any other row. */
export function loneText(cells: readonly CellValue[]): { readonly column: number; readonly text: string } | undefined {
  const column = cells.findIndex((value) => !isBlank(value));
  const value = cells[column];
  if (typeof value !== "string" || cells.findLastIndex((other) => !isBlank(other)) !== column) return undefined;
  return { column, text: value };
}

/** True for a row that is nothing but a remark, ※…, （注）…, 注：…, 評価の理由：…, or the number of a printed page, 1/2, 2ページ, - 3 -. */
export function isNoteRow(cells: readonly CellValue[]): boolean {
  const lone = loneText(cells);
  return lone !== undefined && note.test(lone.text);
}

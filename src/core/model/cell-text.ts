import type { CellWrite } from "./changes.ts";

/** Excel's longest text in a cell, in UTF-16 units: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const longestCellText = 32_767;

/**
 * True for a text that needs the format "@". Otherwise Excel makes a formula of it or drops its first letter: in a
 * running Excel when it is written, in a file when someone edits the cell.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member, and CWE-1236.
 */
export function needsTextFormat(text: string): boolean {
  return signs.test(text);
}

const signs = /^[=+\-@＝＋－＠'\t\r]/;

/** The text for the clipboard or a delimited file: what a spreadsheet would read as a formula begins with an apostrophe. */
export function withoutFormula(text: string): string {
  return /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** The number format that a cell gets with its content; undefined where its own stays. */
export function formatToSet({ to, numberFormat }: CellWrite): string | undefined {
  return typeof to === "string" && needsTextFormat(to) ? "@" : numberFormat;
}

/** Beginnings of numbers, amounts, dates, times, truth values and errors. Matching too many texts does no harm. */
const typed = [
  /^\s*[\d０-９.,．¥￥$€£(（#]/,
  /[\d０-９]\s*[-/:年月日時%％]/,
  /^\s*(令和|平成|昭和|大正|明治|[rhstm])\s*\.?[\d０-９]/i,
  /^\s*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
  /^\s*(true|false)\s*$/i,
];

/** True for a text that Excel may take for a number, a date, a truth value or an error where the cell's format is not "@". */
export function mayBeRetyped(text: string): boolean {
  return needsTextFormat(text) || typed.some((pattern) => pattern.test(text));
}

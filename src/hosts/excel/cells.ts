import type { CellValue } from "../../core/grid/grid.ts";
import { ExcelFailure } from "./errors.ts";

/** A rectangle of cells as Excel gave it: whatever that is. */
export type Rectangle = readonly (readonly unknown[])[];

/**
 * What Excel gave for cells. Some hosts answer null where a reading is too large (OfficeDev/office-js#4783): that is never an
 * empty sheet but a block to be halved.
 * @throws {ExcelFailure} ResponsePayloadSizeLimitExceeded
 */
export function rectangle(given: unknown, rows: number, columns: number): Rectangle {
  if (!Array.isArray(given) || given.length !== rows) throw tooLarge();
  const checked: (readonly unknown[])[] = [];
  for (const row of given) {
    if (!Array.isArray(row) || row.length !== columns) throw tooLarge();
    checked.push(row);
  }
  return checked;
}

function tooLarge(): ExcelFailure {
  return new ExcelFailure("ResponsePayloadSizeLimitExceeded", "no answer for the cells");
}

/** A cell's value. Only its type tells an error from a text that reads the same. */
export function cellValue(value: unknown, type: unknown): CellValue {
  if (value === "" || value === null || value === undefined || type === "Empty") return undefined;
  if (type === "Error") return { error: typeof value === "string" ? value : "#VALUE!" };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  // A rich value such as a picture has no text of its own.
  return undefined;
}

/** True where both are the same content; an empty text is an empty cell. */
export function isSameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === "object" || typeof other === "object") {
    return typeof one === "object" && typeof other === "object" && one.error === other.error;
  }
  return (one ?? "") === (other ?? "");
}

/** True where a cell holds what was written, be it as the number or the truth value that Excel makes of a text, or as their text. */
export function holds(value: CellValue, written: string | number | boolean): boolean {
  if (typeof value === "object" || value === undefined) return isSameValue(value, written);
  return value === written || String(value).toUpperCase() === String(written).toUpperCase();
}

/**
 * True for a text that must go into a cell of the format "@", or Excel makes a formula of it, or drops its first letter.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member, and CWE-1236.
 */
export function needsTextFormat(text: string): boolean {
  return /^[=+\-@＝＋－＠'\t\r]/.test(text);
}

/** How numbers, amounts, dates, times, truth values and errors begin or go on; too many texts match rather than too few. */
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

/** Bytes of a row of cells in a response, which is JSON in UTF-8: the values, their types and number formats. */
export function bytesOfRow(values: readonly unknown[], types: readonly unknown[], formats: readonly unknown[]): number {
  let bytes = 6;
  for (const list of [values, types, formats]) for (const item of list) bytes += typeof item === "string" ? textBytes(item) + 3 : 12;
  return bytes;
}

function textBytes(text: string): number {
  let bytes = text.length;
  // Most texts are Japanese, three bytes a letter; a control character takes six.
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) bytes += 2;
    else if (unit < 0x20) bytes += 5;
  }
  return bytes;
}

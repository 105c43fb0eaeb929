import { isSameValue, type CellValue } from "../../../core/model/grid.ts";
import { ExcelFailure } from "../exchange/errors.ts";

/** A rectangle of cells as Excel gave it, not validated. */
export type Rectangle = readonly (readonly unknown[])[];

/**
 * The cells that Excel gave. Some hosts answer null where a reading is too large (OfficeDev/office-js#4783). That is never an
 * empty sheet, but a block to halve.
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

/** A cell's value. Only its type tells an error from a text such as "#REF!". */
export function cellValue(value: unknown, type: unknown): CellValue {
  if (value === "" || value === null || value === undefined || type === "Empty") return undefined;
  if (type === "Error") return { error: typeof value === "string" ? value : "#VALUE!" };
  // An entity, a linked data type or a picture reads as "#VALUE!" and is told as such: it is no empty cell, and no text "#VALUE!".
  if (type === "RichValue" && (typeof value !== "string" || value.startsWith("#"))) return { error: typeof value === "string" ? value : "#VALUE!" };
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return { error: "#VALUE!" };
}

/** True where a cell has the written content, also as the number or truth value that Excel makes of a text, or as their text. */
export function holds(value: CellValue, written: string | number | boolean): boolean {
  if (typeof value === "object" || value === undefined) return isSameValue(value, written);
  return value === written || String(value).toUpperCase() === String(written).toUpperCase();
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

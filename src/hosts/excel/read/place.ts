import type { Block, CellPlace } from "../../../core/model/address.ts";

const corner = /^\$?([A-Z]{1,3})\$?(\d+)$/;
const columns = /^\$?([A-Z]{1,3})$/;

/** The block of an address from Excel: "D4", "A1:B2", with or without the sheet's name. Undefined for whole rows or columns. */
export function blockAt(address: string): Block | undefined {
  const [first = "", last = first] = address.slice(address.lastIndexOf("!") + 1).split(":");
  const from = placeOf(first);
  const to = placeOf(last);
  return from && to && { first: from, last: to };
}

/** The first cell of an address: of "A1:B2,D4" the cell A1, of "4:5" the cell A4, of "C:D" the cell C1. */
export function firstPlace(address: string): CellPlace | undefined {
  const [first = ""] = address.slice(address.lastIndexOf("!") + 1).split(/[:,]/);
  const text = first.replaceAll("$", "");
  if (/^\d+$/.test(text)) return { row: Number(text) - 1, column: 0 };
  const [, letters] = columns.exec(text) ?? [];
  return letters === undefined ? placeOf(first) : { row: 0, column: columnOf(letters) };
}

/** The areas of an address of several ranges. */
export function areasOf(address: string): readonly string[] {
  // A sheet's name may have a comma, and is quoted then.
  return address
    .replaceAll(/(?<!')'(?:[^']|'')*'!/g, "")
    .split(",")
    .map((area) => area.slice(area.lastIndexOf("!") + 1).replaceAll("$", "").trim());
}

function placeOf(text: string): CellPlace | undefined {
  const [, letters, row] = corner.exec(text.toUpperCase()) ?? [];
  return letters === undefined || row === undefined ? undefined : { row: Number(row) - 1, column: columnOf(letters) };
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

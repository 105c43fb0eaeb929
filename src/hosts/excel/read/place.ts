import { a1, type Block, type CellPlace } from "../../../core/model/address.ts";

/** A cell where the user works with numbered columns: R4C2 is B4. Addresses are told so then (OfficeDev/office-js#1831). */
const numbered = /^R(\d+)C(\d+)$/;
const corner = /^\$?([A-Z]{1,3})\$?(\d+)$/;
const wholeOrCell = /^([RC])(\d+)$/;
const columns = /^\$?([A-Z]{1,3})$/;

/** The block of an address from Excel: "D4", "A1:B2", with or without the sheet's name. Undefined for whole rows or columns. */
export function blockAt(address: string): Block | undefined {
  const [first = "", last = first] = address.slice(address.lastIndexOf("!") + 1).split(":");
  const from = placeOf(first);
  const to = placeOf(last);
  return from && to && { first: from, last: to };
}

/** Whole rows and columns where these are numbered, "R4" and "C3", are written like cells. What Excel tells otherwise shows which is meant. */
export class ToldPlaces {
  #isNumbered = false;

  /** The first cell of an address: of "A1:B2,D4" the cell A1, of "4:5" and "R4:R5" the cell A4, of "C:D" and "C3:C4" the cell C1. */
  first(address: string): CellPlace | undefined {
    const [first = ""] = address.slice(address.lastIndexOf("!") + 1).split(/[:,]/);
    const text = first.replaceAll("$", "").toUpperCase();
    const [, kind, number] = wholeOrCell.exec(text) ?? [];
    if (kind === undefined) this.#isNumbered = numbered.test(text);
    else if (this.#isNumbered) return kind === "R" ? { row: Number(number) - 1, column: 0 } : { row: 0, column: Number(number) - 1 };
    if (/^\d+$/.test(text)) return { row: Number(text) - 1, column: 0 };
    const [, letters] = columns.exec(text) ?? [];
    return letters === undefined ? placeOf(first) : { row: 0, column: columnOf(letters) };
  }
}

/** The areas of an address of several ranges. Excel may part them with the list separator of the system. */
export function areasOf(address: string): readonly string[] {
  // A sheet's name may have a comma, and is quoted then.
  return address
    .replaceAll(/(?<!')'(?:[^']|'')*'!/g, "")
    .split(/[,;]/)
    .map((area) => lettered(area.slice(area.lastIndexOf("!") + 1).replaceAll("$", "").trim()));
}

/** An area with letters for its columns, however it was told. */
function lettered(area: string): string {
  return area
    .split(":")
    .map((cell) => {
      const [, row, column] = numbered.exec(cell) ?? [];
      return row === undefined ? cell : a1({ row: Number(row) - 1, column: Number(column) - 1 });
    })
    .join(":");
}

function placeOf(text: string): CellPlace | undefined {
  const [, letters, row] = corner.exec(lettered(text.toUpperCase())) ?? [];
  return letters === undefined || row === undefined ? undefined : { row: Number(row) - 1, column: columnOf(letters) };
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

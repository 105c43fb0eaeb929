import { utils, write } from "@e965/xlsx";

/** A1 holds 50 %, B1 a formula whose result is 3. */
export function formulaWorkbook(): Uint8Array {
  const sheet = utils.aoa_to_sheet([[0.5, 3]]);
  sheet["A1"] = { t: "n", v: 0.5, z: "0%" };
  sheet["B1"] = { t: "n", v: 3, f: "1+2" };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "数");
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new TypeError("no bytes");
  return bytes;
}

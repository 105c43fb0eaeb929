import { cleanRows } from "../core/sheet.ts";
import { bookOf } from "../excel-host/blank-pane.ts";
import { parseArea } from "../excel-host/model/area.ts";
import type { Book } from "../excel-host/model/book.ts";

/** Fourteen faults with one possible fix each: a code that became a date, a label on the wrong row, spellings, hidden characters. */
export const faults: Readonly<Record<string, string | number | undefined>> = {
  D4: "順調 ", L4: "P1", G5: "１－１－２", H5: "　花壇の手入れ", L5: "2", F6: "ｐ．5", A7: undefined, D7: "順調\u200B",
  A8: "2 学びのまち", G8: 37_258, G9: "2-1-3 ", I9: "達成　", B10: "2－2", J10: "予定通り実施", K11: "有効であり、 継続して推進",
};

/** A clean sheet with some cells replaced; a number is shown as a date. */
export function faultyBook(put = faults): Book {
  const { book, sheet } = bookOf(cleanRows);
  for (const [address, value] of Object.entries(put)) {
    const area = parseArea(address);
    if (area) sheet.put(area.row, area.column, { value, ...(typeof value === "number" && { format: "yyyy/m/d" }) });
  }
  book.takeChanges();
  return book;
}

import { readFileSync } from "node:fs";
import { openFile } from "../../src/hosts/file/open.ts";
import type { Book } from "../excel-host/model/book.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";

/** One fault in turn for every second initiative: its column, and what becomes of a right text. */
const faults = [
  { column: 8, spoil: (text: string) => `${text} ` },
  { column: 11, spoil: (text: string) => text.replace("p.", "ｐ．") },
  { column: 10, spoil: () => "おおむね有効" },
  { column: 7, spoil: (text: string) => `  ${text}` },
] as const;
const firstRow = 3;

/** The clean workbook of the bench with a fault in every second row. */
export async function faultyBook(path: string): Promise<Book> {
  const book = await bookFromFile(await openFile("faulty.xlsx", readFileSync(path)));
  const [sheet] = book.sheets;
  for (let row = firstRow; sheet?.cell(row, 6).value !== undefined && sheet.cell(row, 6).value !== ""; row += 2) {
    const fault = faults[((row - firstRow) / 2) % faults.length];
    const text = fault && sheet.cell(row, fault.column).value;
    if (fault && typeof text === "string") sheet.put(row, fault.column, { value: fault.spoil(text) });
  }
  book.takeChanges();
  return book;
}

import { readFileSync } from "node:fs";
import { read, utils, type WorkBook } from "@e965/xlsx";

/** A summary, read by another program. */
export class SummaryFile {
  readonly book: WorkBook;

  constructor(bytes: string | Uint8Array) {
    this.book = read(typeof bytes === "string" ? readFileSync(bytes) : bytes);
  }

  rows(sheet: string): readonly (readonly unknown[])[] {
    return utils.sheet_to_json<unknown[]>(this.book.Sheets[sheet] ?? {}, { header: 1 });
  }

  /** The rows of 「集計」 that start with an office's name. */
  of(office: string): readonly (readonly unknown[])[] {
    return this.rows("集計").filter(([name]) => name === office);
  }

  /** Numbers of a row in groups of three: good, bad, blank or unknown. */
  static counts(row: readonly unknown[] | undefined, from: number): readonly (readonly unknown[])[] {
    const numbers = row?.slice(from) ?? [];
    return [0, 3, 6, 9, 12].map((at) => numbers.slice(at, at + 3));
  }
}

import { readFileSync } from "node:fs";
import { read, utils, type WorkBook } from "@e965/xlsx";

const good: ReadonlySet<unknown> = new Set(["順調", "有効であり、継続して推進", "達成", "予定どおり実施"]);

/** A summary, read by another program. */
export class SummaryFile {
  readonly book: WorkBook;

  constructor(bytes: string | Uint8Array) {
    this.book = read(typeof bytes === "string" ? readFileSync(bytes) : bytes);
  }

  rows(sheet: string): readonly (readonly unknown[])[] {
    return utils.sheet_to_json<unknown[]>(this.book.Sheets[sheet] ?? {}, { header: 1 });
  }

  /** The rows of 「課題別」, or of another sheet, that start with an office's name. */
  of(office: string, sheet = "課題別"): readonly (readonly unknown[])[] {
    return this.rows(sheet).filter(([name]) => name === office);
  }

  /** Numbers of a row of 「課題別」 by status column: good, bad, blank or unknown; 0 where a column is left out. */
  counts(row: readonly unknown[] | undefined): readonly (readonly number[])[] {
    const rows = this.rows("課題別");
    const header = rows.findIndex((cells) => cells.includes("番号"));
    const terms = rows[header] ?? [];
    // The last line of each name stands over the first term.
    const starts = (rows[header - 1] ?? []).flatMap((text, column) => (typeof text === "string" && text !== "" ? [column] : []));
    return starts.map((start, index) => {
      const sums = [0, 0, 0];
      for (let column = start; column < (starts[index + 1] ?? terms.length); column++) {
        const kind = good.has(terms[column]) ? 0 : terms[column] === "未記入・不明" ? 2 : 1;
        sums[kind] = (sums[kind] ?? 0) + Number(row?.[column] ?? 0);
      }
      return sums;
    });
  }
}

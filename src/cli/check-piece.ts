import { checkFile, type CheckedBy } from "./check-files.ts";
import { checkedBy } from "./form-file.ts";
import type { Format } from "./formats/format.ts";
import { formatOf, type FormatName } from "./formats/formats.ts";
import type { CommonOptions } from "./options.ts";
import { totalsOf, type Totals } from "./totals.ts";

/** How files are checked and printed: plain data, since it goes to other threads. */
export interface CheckOrder extends Omit<CommonOptions, "files"> {
  readonly format: FormatName;
  readonly isColoured: boolean;
}

/** The printed text of a file and its totals. */
export interface Piece {
  readonly text: string;
  readonly totals: Totals;
}

/** Checks files by one order. */
export class PieceMaker {
  private constructor(
    readonly format: Format,
    private readonly by: CheckedBy,
  ) {}

  /** @throws {UsageError}, {Refusal} as `checkedBy` does */
  static async of(order: CheckOrder): Promise<PieceMaker> {
    return new PieceMaker(await formatOf(order), await checkedBy(order));
  }

  async piece(path: string): Promise<Piece> {
    const file = await checkFile(path, this.by);
    return { text: this.format.piece(file), totals: totalsOf(file) };
  }
}

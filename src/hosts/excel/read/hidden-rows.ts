import type { Watch } from "../../../core/model/ports.ts";
import { pieces, type RowBlock } from "./blocks.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

/** Ranges in one request; each costs Excel about as much as writing a cell. */
const rangesPerTrip = 500;

/**
 * Finds the hidden rows of a sheet. A range with some hidden rows answers null, and its parts are asked for in turn:
 * one round trip for up to 500 rows, two or three for 20,000. The visible view does not help: OfficeDev/office-js#4263.
 */
export class HiddenRows {
  readonly #hidden: number[] = [];
  #mixed: readonly RowBlock[] = [];

  constructor(
    private readonly session: ExcelSession,
    private readonly sheetId: string,
    private readonly watch: Watch | undefined,
  ) {}

  /** Takes Excel's answer for a block: true, false, or null where its rows differ. */
  note(block: RowBlock, hidden: unknown): void {
    if (hidden === true) for (let row = block.row; row < block.row + block.rows; row++) this.#hidden.push(row);
    else if (hidden !== false) this.#mixed = [...this.#mixed, block];
  }

  /** The hidden rows of all noted blocks; mixed ones are asked for in parts. */
  async rows(): Promise<readonly number[]> {
    while (this.#mixed.length > 0) {
      const asked = pieces(this.#mixed, rangesPerTrip);
      this.#mixed = [];
      for (let start = 0; start < asked.length; start += rangesPerTrip) await this.#ask(asked.slice(start, start + rangesPerTrip));
    }
    return this.#hidden;
  }

  async #ask(blocks: readonly RowBlock[]): Promise<void> {
    const answers = await this.session.exchange(
      (context) => {
        const sheet = context.workbook.worksheets.getItem(this.sheetId);
        const ranges = blocks.map(({ row, rows }) => sheet.getRangeByIndexes(row, 0, rows, 1).load("rowHidden"));
        return () => ranges.map((range): unknown => range.rowHidden);
      },
      { watch: this.watch },
    );
    blocks.forEach((block, index) => {
      const hidden = answers[index];
      // A single row is either hidden or not; any other answer must not be asked for again for ever.
      this.note(block, block.rows === 1 ? hidden === true : hidden);
    });
  }
}

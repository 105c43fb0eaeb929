import type { CellPlace } from "../../core/model/address.ts";
import type { FileWorkers } from "./file-workers.ts";
import type { RowView } from "./messages.ts";

const blockRows = 8;
const keptBlocks = 128;

/** The rows around the window, fetched block by block; blocks unused for long are dropped. */
export class RowCache {
  readonly #blocks = new Map<number, readonly RowView[]>();
  readonly #asked = new Set<number>();
  readonly #arrived = new Map<number, readonly RowView[]>();
  readonly #listeners = new Set<() => void>();
  /** Blocks to fetch again; the old rows are shown until then. */
  readonly #stale = new Set<number>();
  #wanted: readonly number[] = [];
  #columns = 0;
  #reading = 0;
  #version = 0;

  constructor(
    private readonly workers: FileWorkers,
    private readonly sheet: string,
  ) {}

  /** Changes whenever rows have arrived. */
  readonly version = (): number => this.#version;

  /** @returns a function that ends the subscription */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The row as shown; undefined until it has arrived. */
  row(row: number): RowView | undefined {
    return this.#blocks.get(Math.floor(row / blockRows))?.[row % blockRows];
  }

  /** Fetches the missing blocks of these rows. */
  want(rows: readonly number[]): void {
    this.#wanted = rows;
    for (const block of new Set(rows.map((row) => Math.floor(row / blockRows)))) {
      const kept = this.#blocks.get(block);
      if (kept) this.#keep(block, kept);
      if ((!kept || this.#stale.has(block)) && !this.#asked.has(block)) void this.#fetch(block);
    }
  }

  /** Call after the sheet was changed: all rows are fetched again, with this many columns. */
  refresh(columns: number): void {
    this.#columns = columns;
    this.#reading++;
    this.#asked.clear();
    this.#arrived.clear();
    for (const block of this.#blocks.keys()) this.#stale.add(block);
    this.want(this.#wanted);
  }

  /** Shows a text in a cell at once, until the file's own content arrives. */
  put({ row, column }: CellPlace, text: string): void {
    const block = Math.floor(row / blockRows);
    const rows = this.#blocks.get(block);
    if (!rows) return;
    this.#blocks.set(block, rows.map((view) => (view.row === row ? withText(view, column, text) : view)));
    this.#tell();
  }

  async #fetch(block: number): Promise<void> {
    this.#asked.add(block);
    const reading = this.#reading;
    try {
      const from = block * blockRows;
      const rows = await this.workers.ask(this.sheet, { kind: "rows", sheet: this.sheet, columns: this.#columns, from, to: from + blockRows - 1 });
      if (reading !== this.#reading) return;
      this.#arrived.set(block, rows);
      if (this.#arrived.size === 1) requestAnimationFrame(this.#release);
    } catch {
      // The file was closed meanwhile, so the rows are no longer shown.
      this.#asked.delete(block);
    }
  }

  /** One block a frame, since a whole window at once would block the page. */
  readonly #release = (): void => {
    const [next] = this.#arrived;
    if (!next) return;
    const [block, rows] = next;
    this.#arrived.delete(block);
    this.#asked.delete(block);
    this.#stale.delete(block);
    this.#keep(block, rows);
    this.#tell();
    if (this.#arrived.size > 0) requestAnimationFrame(this.#release);
  };

  #tell(): void {
    this.#version++;
    for (const listener of [...this.#listeners]) listener();
  }

  #keep(block: number, rows: readonly RowView[]): void {
    this.#blocks.delete(block);
    this.#blocks.set(block, rows);
    for (const oldest of this.#blocks.keys()) if (this.#blocks.size > keptBlocks) this.#blocks.delete(oldest);
  }
}

function withText({ row, cells }: RowView, column: number, text: string): RowView {
  const known = cells.find((cell) => cell.column === column);
  return { row, cells: [...cells.filter((cell) => cell !== known), { column, text, style: known?.style ?? 0, isNumber: false }] };
}

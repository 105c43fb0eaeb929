import type { Client } from "./client.ts";
import type { RowView } from "./messages.ts";

const blockRows = 8;
const keptBlocks = 128;

/** The rows around the window, fetched block by block; what was not wanted for long is dropped. */
export class RowCache {
  readonly #blocks = new Map<number, readonly RowView[]>();
  readonly #asked = new Set<number>();
  readonly #arrived = new Map<number, readonly RowView[]>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(
    private readonly client: Client,
    private readonly key: { readonly file: string; readonly sheet: string; readonly columns: number },
  ) {}

  /** Changes whenever rows have come. */
  readonly version = (): number => this.#version;

  /** @returns ends the subscription. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The row as shown, undefined until it has come. */
  row(row: number): RowView | undefined {
    return this.#blocks.get(Math.floor(row / blockRows))?.[row % blockRows];
  }

  /** Fetches the blocks of these rows where they are not there. */
  want(rows: readonly number[]): void {
    for (const block of new Set(rows.map((row) => Math.floor(row / blockRows)))) {
      const kept = this.#blocks.get(block);
      if (kept) this.#keep(block, kept);
      else if (!this.#asked.has(block)) void this.#fetch(block);
    }
  }

  async #fetch(block: number): Promise<void> {
    this.#asked.add(block);
    try {
      const from = block * blockRows;
      this.#arrived.set(block, await this.client.ask({ kind: "rows", ...this.key, from, to: from + blockRows - 1 }));
      if (this.#arrived.size === 1) requestAnimationFrame(this.#release);
    } catch {
      // The file was closed meanwhile: nobody looks at the rows any more.
      this.#asked.delete(block);
    }
  }

  /** Lets one block into each picture: a whole window at once would hold the page up. */
  readonly #release = (): void => {
    const [next] = this.#arrived;
    if (!next) return;
    const [block, rows] = next;
    this.#arrived.delete(block);
    this.#asked.delete(block);
    this.#keep(block, rows);
    this.#version++;
    for (const listener of [...this.#listeners]) listener();
    if (this.#arrived.size > 0) requestAnimationFrame(this.#release);
  };

  #keep(block: number, rows: readonly RowView[]): void {
    this.#blocks.delete(block);
    this.#blocks.set(block, rows);
    for (const oldest of this.#blocks.keys()) if (this.#blocks.size > keptBlocks) this.#blocks.delete(oldest);
  }
}

import { watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { CheckOrder, PieceMaker } from "./check-piece.ts";
import type { ExitStatus } from "./command.ts";
import { pieceApart, piecesOf } from "./jobs.ts";
import { isSheetFile, statOf } from "./sources.ts";
import { added, noTotals, statusOf, type Totals } from "./totals.ts";
import { inert } from "./terminal-text.ts";
import { cliTexts } from "./texts.ts";

/** How long a file must rest before it is checked: programs write one in several steps. */
const restMs = 300;
/** A file that cannot be read after that may be written still, and gets a second chance. */
const secondChanceMs = 1500;

/** The watched files and options. */
export interface Watched {
  readonly folders: readonly string[];
  /** The sheets that are in them now. */
  readonly files: readonly string[];
  readonly jobs: number;
}

/** Checks the sheets of folders, and each again as it changes, until the user stops it (Ctrl+C) or a folder is gone. */
export async function watchFolders({ folders, files, jobs }: Watched, maker: PieceMaker, order: CheckOrder, print: (text: string) => Promise<void>): Promise<ExitStatus> {
  const words = cliTexts[order.language];
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());
  const sheets = new WatchedSheets(maker, order, print, words.gone, stopped.signal);
  // Watching comes first, so that no change during the first check is missed.
  const watching = changesIn(folders, (path) => sheets.check(path), stopped.signal);
  sheets.note(files);
  let index = 0;
  for await (const { text, totals } of piecesOf(files, maker, order, jobs, true)) {
    if (stopped.signal.aborted) break;
    sheets.keep(files[index++] ?? "", totals);
    await print(text);
  }
  process.stderr.write(`${words.watching(folders.map(inert))}\n`);
  const areThere = await watching;
  process.stderr.write(`${areThere ? words.stopped : words.folderGone}\n`);
  const totals = sheets.totals();
  await print(maker.format.end(totals));
  return areThere ? statusOf(totals) : 2;
}

/** The sheets as they were when they were checked last. */
class WatchedSheets {
  readonly #stamps = new Map<string, string>();
  readonly #totals = new Map<string, Totals>();

  constructor(
    private readonly maker: PieceMaker,
    private readonly order: CheckOrder,
    private readonly print: (text: string) => Promise<void>,
    private readonly gone: (path: string) => string,
    private readonly stopped: AbortSignal,
  ) {}

  /** Takes the files as they are for checked. */
  note(paths: readonly string[]): void {
    for (const path of paths) this.#stamps.set(path, stampOf(path));
  }

  keep(path: string, totals: Totals): void {
    this.#totals.set(path, totals);
  }

  totals(): Totals {
    return [...this.#totals.values()].reduce(added, noTotals);
  }

  /** Prints what is wrong in a file now, if it is another than before. */
  async check(path: string): Promise<void> {
    const stamp = stampOf(path);
    if (this.stopped.aborted || stamp === (this.#stamps.get(path) ?? "")) return;
    this.#stamps.set(path, stamp);
    if (stamp === "") {
      this.#totals.delete(path);
      return this.print(`${time()} ${this.gone(inert(path))}\n\n`);
    }
    let piece = await pieceApart(path, this.maker, this.order);
    if (piece.totals.refused > 0) {
      await pause(secondChanceMs);
      this.#stamps.set(path, stampOf(path));
      piece = await pieceApart(path, this.maker, this.order);
    }
    this.keep(path, piece.totals);
    await this.print(`${time()}\n${piece.text}`);
  }
}

/** Tells each sheet that changed, one after the other, once it rests. @returns false where a folder is gone */
function changesIn(folders: readonly string[], changed: (path: string) => Promise<void>, stopped: AbortSignal): Promise<boolean> {
  const resting = new Map<string, NodeJS.Timeout>();
  let work = Promise.resolve();
  return new Promise((resolve) => {
    const end = (areThere: boolean) => {
      for (const watcher of watchers) watcher.close();
      for (const timer of resting.values()) clearTimeout(timer);
      void work.then(() => resolve(areThere));
    };
    const note = (path: string) => {
      clearTimeout(resting.get(path));
      const rested = () => {
        resting.delete(path);
        work = work.then(() => changed(path));
      };
      resting.set(path, setTimeout(rested, restMs));
    };
    const watchers = folders.map((folder) =>
      watch(folder, { recursive: true }, (_, name) => {
        if (!statOf(folder)) end(false);
        else if (name !== null && isSheetFile(name)) note(join(folder, name));
      }).on("error", () => end(false)),
    );
    stopped.addEventListener("abort", () => end(true), { once: true });
  });
}

/** Another one for a file that was written since; "" where there is none. */
function stampOf(path: string): string {
  const found = statOf(path);
  return found?.isFile() ? `${found.mtimeMs} ${found.size}` : "";
}

function time(): string {
  return new Date().toTimeString().slice(0, 8);
}

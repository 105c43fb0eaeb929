import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { internal } from "../core/model/internal.ts";
import { PieceMaker, type CheckOrder, type Piece } from "./check-piece.ts";
import { unchecked } from "./check-files.ts";
import { tuneWorker } from "./compiler.ts";
import { inert } from "./terminal-text.ts";
import { totalsOf } from "./totals.ts";

/** With fewer files for each, starting a worker takes longer than it saves. */
const filesForWorker = 8;

/** How many files are checked at once where nobody says so: a worker for each core, if there is work for it. */
export function usualJobs(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / filesForWorker)));
}

/**
 * The pieces in the order of the files, however many are checked at once, and the same to the byte. With several, a line on standard error for each.
 * @param jobs one: this thread alone; more: so many workers
 */
export async function* piecesOf(paths: readonly string[], maker: PieceMaker, order: CheckOrder, jobs: number): AsyncGenerator<Piece> {
  let next = 0;
  const takeNext = () => {
    const index = next++;
    const path = paths[index];
    if (path !== undefined && paths.length > 1) process.stderr.write(`${index + 1}/${paths.length} ${inert(path)}\n`);
    return path === undefined ? undefined : { index, path };
  };
  if (jobs === 1) {
    for (let taken = takeNext(); taken; taken = takeNext()) yield await maker.piece(taken.path);
    return;
  }
  const settle: ((piece: Piece) => void)[] = [];
  const pieces = paths.map((_, index) => new Promise<Piece>((resolve) => (settle[index] = resolve)));
  const lanes = Array.from({ length: jobs }, async () => {
    const lane = new Lane(maker, order);
    for (let taken = takeNext(); taken; taken = takeNext()) settle[taken.index]?.(await lane.piece(taken.path));
    await lane.end();
  });
  for (const piece of pieces) yield await piece;
  await Promise.all(lanes);
}

/** Runs one worker after another: if one breaks down, its file is reported and the next file gets a new one. */
class Lane {
  #worker: Worker | undefined;

  constructor(
    private readonly maker: PieceMaker,
    private readonly order: CheckOrder,
  ) {}

  async piece(path: string): Promise<Piece> {
    // The program itself, not npm's link to it.
    const worker = (this.#worker ??= new Worker(realpathSync(process.argv[1] ?? "")));
    try {
      return await new Promise<Piece>((resolve, reject) => {
        worker.removeAllListeners();
        worker.on("message", (piece: Piece) => resolve(piece)).on("error", reject).on("exit", () => reject(new Error("the worker ended")));
        worker.postMessage({ order: this.order, path, script: process.argv[1] });
      });
    } catch (error) {
      this.#worker = undefined;
      const file = { path, ...unchecked, refusal: internal(error), macros: false };
      return { text: this.maker.format.piece(file), totals: totalsOf(file) };
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** In a worker: answers each path with its piece. False in the program's own thread. @param isTuned lets V8 compile as suits many files */
export function servesPieces(isTuned: boolean): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  let maker: Promise<PieceMaker> | undefined;
  if (isTuned) tuneWorker();
  port.on("message", ({ order, path, script }: { readonly order: CheckOrder; readonly path: string; readonly script: string }) => {
    // The words to type depend on how the program was started, not on how this worker was.
    process.argv[1] = script;
    maker ??= PieceMaker.of(order);
    void maker.then((made) => made.piece(path)).then((piece) => port.postMessage(piece));
  });
  return true;
}

import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { internal } from "../core/model/internal.ts";
import { PieceMaker, type CheckOrder, type Piece } from "./check-piece.ts";
import { unchecked } from "./check-files.ts";
import { takeFiles } from "./each-file.ts";
import { Room } from "./room.ts";
import { statOf } from "./sources.ts";
import { totalsOf } from "./totals.ts";

/** With fewer files for each, starting a worker takes longer than it saves. */
const filesForWorker = 8;

/** Bytes of the files that are checked at once, since what they take adds up. */
const roomBytes = 16_000_000;

/** A huge file leaves this to small ones beside it. */
const spareBytes = 1_000_000;

/** Files of so many bytes are checked by a worker that ends with them. */
const largeBytes = 8_000_000;

/** How many files are checked at once where nobody says so: a worker for each core, if there is work for it. */
export function usualJobs(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / filesForWorker)));
}

/**
 * The pieces in the order of the files, however many are checked at once, and the same to the byte. With several, a line on standard error for each.
 * @param isApart false where this thread checks them alone; else so many workers as jobs, which give back what the files took
 */
export async function* piecesOf(paths: readonly string[], maker: PieceMaker, order: CheckOrder, jobs: number, isApart = jobs > 1): AsyncGenerator<Piece> {
  if (isApart) yield* piecesApart(paths, maker, order, jobs);
  else for (const { path } of takeFiles(paths)) yield await maker.piece(path);
}

/** The same by workers, each of which takes the next file when it is done with one. */
async function* piecesApart(paths: readonly string[], maker: PieceMaker, order: CheckOrder, jobs: number): AsyncGenerator<Piece> {
  const settle: ((piece: Piece) => void)[] = [];
  const pieces = paths.map((_, index) => new Promise<Piece>((resolve) => (settle[index] = resolve)));
  const files = takeFiles(paths);
  const lanes = Array.from({ length: jobs }, () => new Lane(maker, order));
  // V8 takes the code of the program under the flags of a start, which the first file changes for all workers.
  const isReady = Promise.all(lanes.map((lane) => lane.start()));
  const room = new Room(roomBytes);
  const all = lanes.map(async (lane) => {
    await isReady;
    for (const { index, path } of files) {
      const size = statOf(path)?.size ?? 0;
      const isLarge = size >= largeBytes;
      const done = room.run(Math.min(size, roomBytes - spareBytes), () => (isLarge ? pieceApart(path, maker, order) : lane.piece(path))).then(settle[index]);
      if (!isLarge) await done;
    }
    await lane.end();
  });
  for (const piece of pieces) yield await piece;
  await Promise.all(all);
}

/** The piece of one file, by a worker that ends with it: what a huge file took is given back, and one that breaks down ends nothing else. */
export async function pieceApart(path: string, maker: PieceMaker, order: CheckOrder): Promise<Piece> {
  const lane = new Lane(maker, order);
  try {
    return await lane.piece(path);
  } finally {
    await lane.end();
  }
}

/** Runs one worker after another: if one breaks down, its file is reported and the next file gets a new one. */
class Lane {
  #worker: Worker | undefined;

  constructor(
    private readonly maker: PieceMaker,
    private readonly order: CheckOrder,
  ) {}

  /** Over when the worker has loaded the program, or could not. */
  async start(): Promise<void> {
    await this.#answer(undefined).catch(() => undefined);
  }

  async piece(path: string): Promise<Piece> {
    try {
      return await this.#answer(path);
    } catch (error) {
      const file = { path, ...unchecked, refusal: internal(error), macros: false };
      return { text: this.maker.format.piece(file), totals: totalsOf(file) };
    }
  }

  async #answer(path: string | undefined): Promise<Piece> {
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
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }
}

/** In a worker: answers each path with its piece, and a message without one when it is ready. False in the program's own thread. */
export function servesPieces(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  let maker: Promise<PieceMaker> | undefined;
  port.on("message", ({ order, path, script }: { readonly order: CheckOrder; readonly path: string | undefined; readonly script: string }) => {
    // The words to type depend on how the program was started, not on how this worker was.
    process.argv[1] = script;
    maker ??= PieceMaker.of(order);
    void maker.then((made) => (path === undefined ? undefined : made.piece(path))).then((piece) => port.postMessage(piece));
  });
  return true;
}

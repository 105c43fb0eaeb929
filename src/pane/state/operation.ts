import { Refusal } from "../../core/model/refusal.ts";
import type { Watch } from "../../core/model/ports.ts";

/** Milliseconds from which on work is slow: then people want to know how far it is. */
const slowAfter = 500;

/** What an operation does: it hears of an abort, and tells how far it is. */
type Work<Result> = (watch: Required<Watch>) => Promise<Result>;

/** Told that work begins, that it has become slow, and how far it is from then on; nothing once it was aborted. */
type Follow = (done: number, slow: boolean) => void;

/** What is done with the result, before other work may begin. */
type Ended<Result> = (result: Result) => unknown;

/** Work of which one piece runs at a time: it is started, followed, aborted, refused, and ends with a result. */
export class Operation<Result> {
  #running: AbortController | undefined;

  /** @param refused what a refusal comes to */
  constructor(private readonly refused: (error: unknown) => Result) {}

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Starts work. Nothing happens while other work is running. */
  async start(follow: Follow, work: Work<Result>, ended: Ended<Result>): Promise<void> {
    if (!this.isRunning) await this.replace(follow, work, ended);
  }

  /** Starts work in place of what is running. @returns the result, also where `ended` was not told it since other work took its place */
  async replace(follow: Follow, work: Work<Result>, ended: Ended<Result>): Promise<Result> {
    this.drop();
    const controller = new AbortController();
    const { signal } = controller;
    const isMine = () => this.#running === controller;
    this.#running = controller;
    const progress = new Progress((done, slow) => {
      if (!signal.aborted) follow(done, slow);
    });
    try {
      const result = await work({ signal, onProgress: (done) => progress.tell(done) }).catch(this.refused);
      progress.end();
      if (isMine()) await ended(result);
      return result;
    } finally {
      if (isMine()) this.#running = undefined;
    }
  }

  /** Aborts what is running; how it ends is told. */
  abort(): void {
    this.#running?.abort(new Refusal("cancelled"));
  }

  /** Aborts what is running and forgets it: how it ends is told to nobody. */
  drop(): void {
    this.abort();
    this.#running = undefined;
  }
}

/** How far work is, told once it is slow. */
class Progress {
  #done = 0;
  #slow = false;
  readonly #timer = setTimeout(() => {
    this.#slow = true;
    this.follow(this.#done, true);
  }, slowAfter);

  constructor(private readonly follow: Follow) {
    follow(0, false);
  }

  tell(done: number): void {
    this.#done = done;
    if (this.#slow) this.follow(done, true);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

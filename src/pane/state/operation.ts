import { Refusal } from "../../core/model/refusal.ts";
import type { Watch } from "../../core/model/ports.ts";

/** Milliseconds after which work counts as slow and its progress is shown. */
const slowAfter = 500;

/** The work of an operation. It learns of an abort and reports progress. */
type Work<Result> = (watch: Required<Watch>) => Promise<Result>;

/** Called when work begins, when it becomes slow, and with its progress from then on; never after an abort. */
type Follow = (done: number, slow: boolean) => void;

/** Uses the result, before other work may begin. */
type Ended<Result> = (result: Result) => unknown;

/** Runs one piece of work at a time: it is started, followed, aborted or refused, and ends with a result. */
export class Operation<Result> {
  #running: AbortController | undefined;

  /** @param refused makes the result of a refusal */
  constructor(private readonly refused: (error: unknown) => Result) {}

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Starts work. Does nothing while other work is running. */
  async start(follow: Follow, work: Work<Result>, ended: Ended<Result>): Promise<void> {
    if (!this.isRunning) await this.replace(follow, work, ended);
  }

  /** Starts work in place of the running one. @returns the result, even if `ended` was not called because other work took its place */
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

  /** Aborts the running work; its end is reported. */
  abort(): void {
    this.#running?.abort(new Refusal("cancelled"));
  }

  /** Aborts and forgets the running work; its end is not reported. */
  drop(): void {
    this.abort();
    this.#running = undefined;
  }
}

/** The progress of work, reported once it is slow. */
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

import { Refusal } from "./refusal.ts";
import type { Watch } from "./ports.ts";

/** Milliseconds that work may take before keys, clicks and an abort get their turn. People notice 50, and Excel warns about add-ins that block it. */
const usualTurn = 35;

/** @throws {Refusal} cancelled, once the signal says so. */
export function refuseAborted(watch: Watch | undefined): void {
  if (watch?.signal?.aborted === true) throw new Refusal("cancelled");
}

/** Waits some milliseconds. @throws {Refusal} cancelled, as soon as the signal says so. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      clearTimeout(timer);
      reject(new Refusal("cancelled"));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", cancel);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) cancel();
    else signal?.addEventListener("abort", cancel, { once: true });
  });
}

/** Does work in steps at once. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Rows of a sheet that are read in a step, and cells that are written in one: a few milliseconds. */
export const rowsInStep = 2000;
export const cellsInStep = 200;

/** Milliseconds of a slice at least. Its last step may take as long as three of them. */
export const shortTurn = 12;

/** Does work in steps, and lets everything else have its turn in between. @throws {Refusal} cancelled */
export async function inTurns<Result>(steps: Generator<void, Result>, watch?: Watch): Promise<Result> {
  const pace = new Pace(shortTurn);
  for (;;) {
    const { done, value } = steps.next();
    // Also after the last one: whoever takes the result has a turn of its own.
    if (pace.isOver) {
      await pace.next();
      refuseAborted(watch);
    }
    if (done === true) return value;
  }
}

/** Cuts long work into slices, so that everything else gets its turn between them. */
export class Pace {
  /** @param turn milliseconds that a slice takes at least */
  constructor(private readonly turn = usualTurn) {}

  /** Not `performance`: in Node its first use takes longer than checking a small sheet. A clock that is moved does no harm here. */
  #since = Date.now();

  /** True when it is time to wait for `next`; asked often, waited for rarely. */
  get isOver(): boolean {
    return Math.abs(Date.now() - this.#since) > this.turn;
  }

  async next(): Promise<void> {
    await sleep(0);
    this.#since = Date.now();
  }
}

import { Refusal } from "../../core/refusal.ts";
import type { Watch } from "../../core/workbook.ts";

/** Milliseconds that work may take before others get their turn: Excel warns of add-ins that stand still. */
const turn = 40;

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

/** Cuts long work into slices, between which keys and clicks are answered. */
export class Turns {
  #since = performance.now();

  /** True when it is time to wait for `next`; asked often, waited for rarely. */
  get isOver(): boolean {
    return performance.now() - this.#since > turn;
  }

  async next(): Promise<void> {
    await sleep(0);
    this.#since = performance.now();
  }
}

/** Lets one piece of work in at a time; the others queue in the order they came. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  async run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

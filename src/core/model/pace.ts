import { Refusal } from "./refusal.ts";
import type { Watch } from "./ports.ts";

/** Milliseconds that work may take before keys, clicks and an abort get their turn: from 50 on people feel it, and Excel warns of add-ins that stand still. */
const turn = 35;

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

/** Cuts long work into slices, between which everything else gets its turn. */
export class Pace {
  /** By the clock of the day: `performance` costs a start in Node more than a small sheet's check, and a moved clock does no harm here. */
  #since = Date.now();

  /** True when it is time to wait for `next`; asked often, waited for rarely. */
  get isOver(): boolean {
    return Math.abs(Date.now() - this.#since) > turn;
  }

  async next(): Promise<void> {
    await sleep(0);
    this.#since = Date.now();
  }
}

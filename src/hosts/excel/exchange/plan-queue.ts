import { Lock } from "../../../core/model/lock.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { ExcelSession } from "./exchange.ts";

/** Plans, one after the other. A cancel, also of one that waits, ends the wait for what Excel does not answer: else no plan would ever run again. */
export class PlanQueue {
  readonly #lock = new Lock();
  #running = new AbortController();

  constructor(private readonly session: ExcelSession) {}

  /** Does the work of a plan, with the exchange that it must use. @throws {Refusal} cancelled, where it has not begun; what the work throws */
  run<T>(work: (session: ExcelSession) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      let hasBegun = false;
      const cancel = () => {
        this.#running.abort();
        if (!hasBegun) reject(new Refusal("cancelled"));
      };
      signal?.addEventListener("abort", cancel, { once: true });
      const done = this.#lock.run(() => {
        if (signal?.aborted === true) throw new Refusal("cancelled");
        hasBegun = true;
        this.#running = new AbortController();
        return work(this.session.until(this.#running.signal));
      });
      done.finally(() => signal?.removeEventListener("abort", cancel)).then(resolve, reject);
    });
  }
}

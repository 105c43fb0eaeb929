import type { Applied, Change, SetMarks } from "../../../core/model/changes.ts";
import { Lock } from "../../../core/model/lock.ts";
import type { ApplyWatch } from "../../../core/model/ports.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { refusing } from "../exchange/errors.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { PlanRun, type ApplyContext } from "./plan.ts";
import { MarkPlanner } from "./set-marks.ts";

/** Plans, one after the other. A cancel ends the wait for what Excel does not answer; that of a plan which waits does so where nobody can cancel the running one: else no plan would ever run again. */
export class Plans {
  readonly #lock = new Lock();
  #running = new AbortController();
  #isCancellable = false;

  constructor(private readonly context: ApplyContext) {}

  /** A second plan waits for the first, so that it compares its cells with the result. @throws {Refusal} moved, protected, interrupted, cancelled and others of the port `apply` */
  apply(changes: readonly Change[], watch: ApplyWatch | undefined): Promise<Applied> {
    return this.#run((session) => new PlanRun({ ...this.context, session }, changes, watch).run(), watch?.signal);
  }

  /** Waits for plans that have begun, since they may set marks. @throws {Refusal} moved, sheet-gone, editing, interrupted */
  wouldMark(changes: readonly SetMarks[]): Promise<boolean> {
    return this.#run(async (session) => {
      const planner = new MarkPlanner(session, undefined);
      for (const change of changes) {
        const plan = await planner.plan(change, this.context.lastReads.of(change.sheet));
        if (plan?.isOnlyWords === false) return true;
      }
      return false;
    });
  }

  #run<T>(work: (session: ExcelSession) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      let hasBegun = false;
      const cancel = () => {
        if (hasBegun || !this.#isCancellable) this.#running.abort();
        if (!hasBegun) reject(new Refusal("cancelled"));
      };
      signal?.addEventListener("abort", cancel, { once: true });
      const done = this.#lock.run(() => {
        if (signal?.aborted === true) throw new Refusal("cancelled");
        hasBegun = true;
        this.#isCancellable = signal !== undefined;
        this.#running = new AbortController();
        return refusing(() => work(this.context.session.until(this.#running.signal)));
      });
      done.finally(() => signal?.removeEventListener("abort", cancel)).then(resolve, reject);
    });
  }
}

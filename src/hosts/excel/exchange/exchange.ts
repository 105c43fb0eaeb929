/// <reference types="office-js" />
import { unanswered, Refusal } from "../../../core/model/refusal.ts";
import type { Assumed, EditWaiting, Watch } from "../../../core/model/ports.ts";
import { ExcelFailure, failureOf } from "./errors.ts";
import { unlessLate } from "./late.ts";
import { refuseAborted, sleep } from "../../../core/model/pace.ts";

/** Queues the content of one request, and returns the reader of its answer. */
export type Queue<T> = (context: Excel.RequestContext) => () => T;

export interface ExchangeOptions {
  readonly watch?: Watch | undefined;
  /** A read may be repeated. A write is not, since Excel may have done it and lost the answer. */
  readonly writes?: boolean;
  /** False where the work makes no sense after the end of a cell edit. */
  readonly waits?: boolean;
}

export interface SessionOptions {
  /** Called when the work begins to wait for the end of a cell edit, when that lasts long, and with false when the work goes on. */
  readonly onEditing?: (waiting: EditWaiting) => void;
  /** Called where an answer is assumed because Excel gave none. */
  readonly onAssumed?: (what: Assumed) => void;
  /** Milliseconds after which a wait is long. */
  readonly editingPatience?: number;
  /** Milliseconds between two tries while a cell is edited. */
  readonly editingPause?: number;
  /** Milliseconds until a wait that nobody can cancel is given up. */
  readonly editingLimit?: number;
  /** Milliseconds for which the answer to a plan is waited for after a cancel. */
  readonly answerPatience?: number;
  /** Milliseconds before a read is repeated; doubled before the second time. */
  readonly retryPause?: number;
}

const readRetries = 2;

/** One pane's exchange with Excel: requests in order, each with the handling that its errors need. */
export class ExcelSession {
  readonly root: ExcelSession;
  readonly #options: Required<SessionOptions>;
  /** True once an answer is no longer waited for. */
  #isGivenUp = false;

  /** @param root the pane's own exchange, which all others are the same as @param end see `until` */
  constructor(options: SessionOptions = {}, root?: ExcelSession, private readonly end?: AbortSignal) {
    this.#options = { onEditing: () => undefined, onAssumed: () => undefined, editingPatience: 20_000, editingPause: 1000, editingLimit: 60_000, answerPatience: 5000, retryPause: 300, ...options };
    this.root = root ?? this;
  }

  /** The same exchange for what nobody asked for: it gives up while a cell is edited, and tells nothing of it. */
  quiet(): ExcelSession {
    return new ExcelSession({ ...this.#options, onEditing: () => undefined, onAssumed: () => undefined, editingLimit: 0 }, this.root);
  }

  /** The same exchange, which soon after the signal aborts waits for no answer any longer, and asks for nothing more. */
  until(end: AbortSignal): ExcelSession {
    return new ExcelSession(this.#options, this.root, end);
  }

  /**
   * One round trip. Objects live for this trip only, so every step finds its sheet again by id.
   * While a cell is edited Excel refuses a request as a whole. It is sent again until the edit ends or the signal
   * aborts, and is never left waiting in Excel (`delayForCellEdit`): a write there could happen after a cancel.
   * @throws {ExcelFailure | Refusal} what remains after the handling; cancelled; editing, where nobody can cancel
   */
  async exchange<T>(queue: Queue<T>, options: ExchangeOptions = {}): Promise<T> {
    const edit = new EditWait(this.#options, options.watch?.signal);
    try {
      for (let retries = options.writes === true ? 0 : readRetries; ; ) {
        refuseAborted(options.watch);
        const answer = await this.#once(queue, options.writes === true ? undefined : options.watch?.signal);
        if ("value" in answer) return answer.value;
        const { failure } = answer;
        if (failure.class === "wait" && options.waits !== false) await edit.pause();
        else if (retries > 0 && isPassing(failure) && !this.#isGivenUp) await sleep(this.#options.retryPause * (readRetries + 1 - retries--), options.watch?.signal);
        else throw failure;
      }
    } finally {
      edit.end();
    }
  }

  /** Asks what a check can do without. @returns the assumed answer where Excel gives none. @throws {Refusal} cancelled, editing */
  async optional<T>(what: Assumed, assumed: T, queue: Queue<T>, watch: Watch | undefined): Promise<T> {
    try {
      return await this.exchange(queue, { watch });
    } catch (error) {
      if (failureOf(error) === undefined) throw error;
      this.#options.onAssumed(what);
      return assumed;
    }
  }

  /** @param cancel ends the wait for the answer to a question */
  async #once<T>(queue: Queue<T>, cancel: AbortSignal | undefined): Promise<{ readonly value: T } | { readonly failure: ExcelFailure }> {
    if (this.#isGivenUp) return { failure: new ExcelFailure(unanswered) };
    try {
      const answer = Excel.run(async (context) => {
        const collect = queue(context);
        await context.sync();
        return collect();
      });
      const late = () => {
        this.#isGivenUp = true;
        return new ExcelFailure(unanswered);
      };
      return { value: await unlessLate(unlessLate(answer, cancel, () => new Refusal("cancelled")), this.end, late, this.#options.answerPatience) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      return { failure };
    }
  }
}

function isPassing(failure: ExcelFailure): boolean {
  return failure.class === "retry" || failure.class === "unknown" || failure.class === "busy";
}

/** The pauses of one exchange while a cell is edited, and their reports. */
class EditWait {
  #begun: number | undefined;
  #isLong = false;

  constructor(
    private readonly options: Required<SessionOptions>,
    private readonly signal: AbortSignal | undefined,
  ) {}

  async pause(): Promise<void> {
    const { editingLimit, editingPatience, editingPause, onEditing } = this.options;
    if (this.#begun === undefined) onEditing("short");
    this.#begun ??= performance.now();
    const waited = performance.now() - this.#begun;
    if (this.signal === undefined && waited >= editingLimit) throw new Refusal("editing");
    if (!this.#isLong && waited >= editingPatience) {
      this.#isLong = true;
      onEditing("long");
    }
    await sleep(editingPause, this.signal);
  }

  end(): void {
    if (this.#begun !== undefined) this.options.onEditing(false);
  }
}

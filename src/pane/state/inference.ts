import type { Form } from "../../core/form/schema.ts";
import type { Grid, SheetInfo } from "../../core/model/grid.ts";
import { inspect, type Inspection } from "../../core/inspect.ts";
import { answer, keyOf, inferForm, type Doubt, type Proposal } from "../../core/learn/infer.ts";
import { asRefusal, type RefusalCode } from "../../core/model/refusal.ts";
import type { SheetReader } from "../../core/model/ports.ts";
import { namedForm } from "./named-form.ts";
import { Operation } from "./operation.ts";
import { Store } from "./store.ts";

/** The part of the port that learning needs. */
export type InferenceWorkbook = Pick<SheetReader, "read">;

/** What the inference asks of the pane around it. */
export interface InferenceTarget {
  /** The sheet in front. */
  sheet(): Pick<SheetInfo, "id"> | undefined;
  /** Takes the finished form for the document of the sheet that it was learned from. @throws {Refusal} where it cannot be kept: the proposal then stays. */
  onForm(form: Form, sheetId: string): Promise<void> | void;
}

/** What an answer did to the other questions. */
export interface Answered {
  readonly doubt: Doubt;
  readonly choice: string;
  readonly raised: number;
  readonly gone: number;
}

interface Refused {
  readonly code: RefusalCode;
  readonly detail: string;
}

/** A form that may be used, with what a check of the sheet by it gives; null where the check would find no table. */
export interface Proposed {
  readonly phase: "proposed";
  readonly proposal: Proposal;
  readonly inspection: Inspection | null;
  /** The last answer; undefined before the first. */
  readonly answered: Answered | undefined;
  /** Why the form could not be handed over. */
  readonly refused: Refused | undefined;
}

/** Where learning a form stands; nothing: the sheet holds no table to learn from. */
export type InferenceState = { readonly phase: "idle" | "reading" | "nothing" } | Proposed | ({ readonly phase: "refused" } & Refused);

/** Learns a form from the sheet in front, asks what the sheet does not tell, and hands the form over. */
export class Inference extends Store<{ readonly inferring: InferenceState }> {
  #read: { readonly sheetId: string; readonly grid: Grid } | undefined;
  readonly #reading = new Operation<InferenceState>((error) => ({ phase: "refused", ...reasonOf(error) }));
  readonly #handingOver = new Operation<Refused | undefined>(reasonOf);

  constructor(
    private readonly workbook: InferenceWorkbook,
    private readonly target: InferenceTarget,
  ) {
    super({ inferring: { phase: "idle" } });
  }

  /** Reads the sheet in front and proposes a form. What becomes of it is the state. */
  async read(): Promise<void> {
    this.leave();
    await this.#reading.replace(
      () => this.set({ inferring: { phase: "reading" } }),
      ({ signal }) => this.#infer(signal),
      (inferring) => this.set({ inferring }),
    );
  }

  /** Settles a question; it may be answered again. */
  answer(doubt: Doubt, choice: string): void {
    const { inferring } = this.get();
    const offered = doubt.choices.find((one) => one === choice);
    if (inferring.phase !== "proposed" || offered === undefined) return;
    const proposal = answer(inferring.proposal, doubt, offered);
    const before = new Set(inferring.proposal.asked.map((one) => keyOf(one.doubt)));
    const after = new Set(proposal.asked.map((one) => keyOf(one.doubt)));
    const raised = [...after].filter((key) => !before.has(key)).length;
    const gone = [...before].filter((key) => !after.has(key)).length;
    this.set({ inferring: { ...this.#proposed(proposal), answered: { doubt, choice, raised, gone } } });
  }

  /** Hands the form over under a name; nothing happens while a check by it finds no table. */
  async use(name: string): Promise<void> {
    const { inferring } = this.get();
    if (inferring.phase !== "proposed" || !this.#read) return;
    const { grid, sheetId } = this.#read;
    await this.#handingOver.start(
      () => undefined,
      async () => {
        const form = namedForm(inferring.proposal.form, name);
        if (!inspect(grid, form)) return undefined;
        await this.target.onForm(form, sheetId);
        this.leave();
        return undefined;
      },
      (refused) => refused && this.set({ inferring: { ...inferring, refused } }),
    );
  }

  /** Forgets the proposal. */
  leave(): void {
    this.#reading.drop();
    this.#read = undefined;
    this.set({ inferring: { phase: "idle" } });
  }

  async #infer(signal: AbortSignal): Promise<InferenceState> {
    const sheet = this.target.sheet();
    const grid = sheet && (await this.workbook.read(sheet.id, { signal }));
    const proposal = grid && inferForm(grid);
    if (!proposal || signal.aborted) return { phase: "nothing" };
    this.#read = { sheetId: sheet.id, grid };
    return this.#proposed(proposal);
  }

  #proposed(proposal: Proposal): Proposed {
    return { phase: "proposed", proposal, inspection: this.#read ? inspect(this.#read.grid, proposal.form) : null, answered: undefined, refused: undefined };
  }
}

function reasonOf(error: unknown): Refused {
  const { code, detail } = asRefusal(error);
  return { code, detail };
}

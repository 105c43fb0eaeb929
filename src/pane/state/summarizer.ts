import type { MadeSheet } from "../../core/model/changes.ts";
import { refusalReason, type RefusalReason } from "../../core/model/refusal.ts";
import type { SheetPlan } from "../../core/model/sheet-plan.ts";
import type { Office } from "../../core/summary/offices.ts";
import type { Decision, Predecessor } from "../../core/summary/remake.ts";
import type { Form } from "../../core/form/schema.ts";
import type { Language } from "../../core/wording/language.ts";
import type { ChangeApplier, SheetReader } from "../../core/model/ports.ts";
import { inTurns } from "../../core/model/pace.ts";
import { Operation } from "./operation.ts";
import { Store } from "./store.ts";
import { today } from "./today.ts";

/** A workbook that gets the summary sheets. */
export interface SummaryWorkbook extends Pick<SheetReader, "ownSheets" | "read">, ChangeApplier {
  /** The name of a workbook that was made for them. */
  readonly newBook?: string | undefined;
}

/** What summing up needs of the program that shows the workbook. */
export interface SummaryAdapter {
  /** The evaluations to sum up, checked by one form, and the others with the reason. @throws {Refusal} the codes of the port `read`: damaged, too-large, cancelled, editing, interrupted */
  offices(): Promise<SummedOffices>;
  /** The workbook that gets the sheets, and the sheet after which they are inserted. */
  target(): Promise<Target>;
  /** True for a sheet of the workbooks that a summary is about: those that it was made from by the user's click, and got the sheets. Without it all sheets are of one workbook. */
  readonly isAbout?: (sheet: string) => boolean;
  /** Brings a sheet that was made to the front. @throws {Refusal} editing, not-in-front, sheet-gone */
  open(sheet: string): Promise<void>;
  /** True if undo removes the sheets. Excel's own undo does not. */
  readonly isUndoable: boolean;
  /**
   * Makes the sheets in a new workbook, for a workbook that accepts none; undefined if there is no way.
   * @throws {Refusal} interrupted, unsupported
   */
  readonly elsewhere?: (plans: readonly SheetPlan[]) => Promise<void>;
}

/** The evaluations of a summary. */
export interface SummedOffices {
  readonly offices: readonly Office[];
  /** The form with which all of them were checked. */
  readonly form: Form;
}

/** How many of the offices are in the numbers. */
interface Counted {
  readonly all: number;
  readonly read: number;
}

interface MadeSummary {
  readonly made: readonly MadeSheet[];
  /** The new workbook that they are in; undefined where the workbook was there before. */
  readonly book: string | undefined;
  /** Names of sheets that were begun and never finished. */
  readonly leftovers: readonly string[];
  readonly counted: Counted;
  /** Places of summed-up sheets that look like copies of one another, in groups. */
  readonly alike: readonly (readonly string[])[];
  /** Why they could not be brought to the front. */
  readonly refusal?: RefusalReason | undefined;
}

/** The state of summing up. */
export type SummaryState =
  | { readonly phase: "idle" | "busy" | "elsewhere" }
  | { readonly phase: "asking"; readonly doubts: readonly Predecessor[] }
  | ({ readonly phase: "made" } & MadeSummary)
  | { readonly phase: "deleted"; readonly count: number }
  | ({ readonly phase: "refused" } & RefusalReason);

interface Target {
  readonly workbook: SummaryWorkbook;
  /** The sheet after which they are inserted. */
  readonly after: string | undefined;
}

interface Work {
  readonly offices: readonly Office[];
  readonly plans: readonly SheetPlan[];
  readonly form: Form;
  readonly language: Language;
  /** The sheets are removed from here, whatever is active by then. */
  readonly target: Target;
}

/** Makes the summary sheets, asks if someone changed an earlier one, and removes those just made. */
export class Summarizer extends Store<{ readonly summary: SummaryState }> {
  readonly #operation = new Operation<SummaryState>((error) => ({ phase: "refused", ...refusalReason(error) }));
  #work: Work | undefined;

  constructor(private readonly adapter: SummaryAdapter) {
    super({ summary: { phase: "idle" } });
  }

  /** Makes the sheets, or asks first. */
  make(language: Language): Promise<void> {
    return this.#do(async () => {
      const { offices, form } = await this.adapter.offices();
      const { summaryPlans } = await import("../../core/summary/plans.ts");
      const plans = await inTurns(summaryPlans(offices, { form, language, day: today() }));
      const work = { offices, plans, form, language, target: await this.adapter.target() };
      this.#work = work;
      return this.#write(work, "overwrite", []);
    });
  }

  /** Continues after a question. Asks again if there is more to ask by now. */
  decide(decision: Decision): Promise<void> {
    const { summary } = this.get();
    const asked = summary.phase === "asking" ? summary.doubts : [];
    return this.#do(async () => (this.#work ? this.#write(this.#work, decision, asked) : { phase: "idle" }));
  }

  /** Makes the sheets in a new workbook instead. */
  makeElsewhere(): Promise<void> {
    return this.#do(async () => {
      if (this.#work) await this.adapter.elsewhere?.(this.#work.plans);
      return { phase: "elsewhere" };
    });
  }

  get canMakeElsewhere(): boolean {
    return this.adapter.elsewhere !== undefined && this.#work !== undefined;
  }

  /** True where a sheet is in front to whose workbook the notice belongs. */
  isAbout(sheet: string | undefined): boolean {
    return sheet === undefined || this.adapter.isAbout?.(sheet) !== false;
  }

  get isUndoable(): boolean {
    return this.adapter.isUndoable;
  }

  /** Brings the first of the sheets that were just made to the front. What was made stays told. */
  async open(): Promise<void> {
    const { summary } = this.get();
    if (summary.phase !== "made") return;
    try {
      for (const { sheet } of summary.made.slice(0, 1)) await this.adapter.open(sheet);
      this.set({ summary: { ...summary, refusal: undefined } });
    } catch (error) {
      this.set({ summary: { ...summary, refusal: refusalReason(error) } });
    }
  }

  /** Removes the sheets that were just made. */
  takeAway(): Promise<void> {
    const { summary } = this.get();
    return this.#do(async () => {
      if (summary.phase !== "made" || !this.#work) return summary;
      const { deleteMade } = await import("../../core/summary/remake.ts");
      await this.#work.target.workbook.apply(deleteMade(summary.made));
      return { phase: "deleted", count: summary.made.length };
    });
  }

  dismiss(): void {
    this.set({ summary: { phase: "idle" } });
  }

  /** Writes nothing while a question is open. */
  async #write({ offices, plans, form, language, target: { workbook, after } }: Work, decision: Decision, asked: readonly Predecessor[]): Promise<SummaryState> {
    const [{ predecessorsOf, readEarlier, summaryChanges }, { alikeOffices, isRead }] = await Promise.all([import("../../core/summary/remake.ts"), import("../../core/summary/offices.ts")]);
    const earlier = await readEarlier(workbook, form);
    const doubts = predecessorsOf(plans, earlier).filter((one) => one.doubts.length > 0);
    if (decision === "overwrite" && !doubts.every((one) => isAmong(one, asked))) return { phase: "asking", doubts };
    const { made, leftovers = [] } = await workbook.apply(summaryChanges(plans, earlier, { decision, after, language }));
    return { phase: "made", made, book: workbook.newBook, leftovers, counted: { all: offices.length, read: offices.filter(isRead).length }, alike: alikeOffices(offices) };
  }

  #do(work: () => Promise<SummaryState>): Promise<void> {
    return this.#operation.start(
      () => this.set({ summary: { phase: "busy" } }),
      work,
      (summary) => this.set({ summary }),
    );
  }
}

/** True where the user was asked about the same sheet for the same reasons. */
function isAmong({ found, doubts }: Predecessor, asked: readonly Predecessor[]): boolean {
  return asked.some((one) => one.found.sheet === found.sheet && doubts.every((doubt) => one.doubts.includes(doubt)));
}

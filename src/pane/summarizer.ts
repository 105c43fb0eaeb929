import type { MadeSheet } from "../core/changes.ts";
import type { Grid } from "../core/grid/grid.ts";
import { asRefusal, type RefusalCode } from "../core/refusal.ts";
import type { SheetPlan } from "../core/sheet-plan.ts";
import type { Office } from "../core/summary/offices.ts";
import { summaryPlans } from "../core/summary/plans.ts";
import { deleteMade, predecessorsOf, summaryChanges, type Decision, type Predecessor } from "../core/summary/remake.ts";
import type { Form } from "../core/form/schema.ts";
import type { Language } from "../core/wording/language.ts";
import type { EditableWorkbook } from "../core/workbook.ts";
import { Store } from "./store.ts";
import { today } from "./today.ts";

/** The part of the port that makes sheets. */
export type SummaryWorkbook = Pick<EditableWorkbook, "ownSheets" | "read" | "apply">;

/** What summing up asks of whoever shows the workbook. */
export interface SummaryDesk {
  /** The evaluations to sum up, checked by one form; those that cannot be read or summed up with the reason. @throws {Refusal} */
  offices(): Promise<SummedOffices>;
  /** The workbook that gets the sheets, and the sheet that they stand behind. */
  target(): Promise<{ readonly workbook: SummaryWorkbook; readonly after: string | undefined }>;
  /** True where undo takes away what was made. Excel's own does not. */
  readonly isUndoable: boolean;
  /** Makes the sheets in a new workbook, where there is a way: for a workbook that takes none. @throws {Refusal} */
  readonly elsewhere?: (plans: readonly SheetPlan[]) => Promise<void>;
}

/** What is summed up. */
export interface SummedOffices {
  readonly offices: readonly Office[];
  /** The form by which all of them were checked. */
  readonly form: Form;
}

/** Where summing up stands. */
export type SummaryState =
  | { readonly phase: "idle" | "busy" | "elsewhere" }
  | { readonly phase: "asking"; readonly doubts: readonly Predecessor[] }
  | { readonly phase: "made"; readonly made: readonly MadeSheet[] }
  | { readonly phase: "deleted"; readonly count: number }
  | { readonly phase: "refused"; readonly code: RefusalCode; readonly detail: string };

interface Work {
  readonly plans: readonly SheetPlan[];
  readonly language: Language;
}

/** Makes the summary sheets, asks where an earlier one was changed by somebody, and takes away what it just made. */
export class Summarizer extends Store<{ readonly summary: SummaryState }> {
  #work: Work | undefined;

  constructor(private readonly desk: SummaryDesk) {
    super({ summary: { phase: "idle" } });
  }

  /** Makes the sheets, or asks first. */
  make(language: Language): Promise<void> {
    return this.#do(async () => {
      const { offices, form } = await this.desk.offices();
      const plans = summaryPlans(offices, { form, language, day: today() });
      this.#work = { plans, language };
      return this.#write({ plans, language }, undefined);
    });
  }

  /** Goes on after asking. */
  decide(decision: Decision): Promise<void> {
    return this.#do(async () => (this.#work ? this.#write(this.#work, decision) : { phase: "idle" }));
  }

  /** Makes the sheets in a new workbook instead. */
  makeElsewhere(): Promise<void> {
    return this.#do(async () => {
      if (this.#work) await this.desk.elsewhere?.(this.#work.plans);
      return { phase: "elsewhere" };
    });
  }

  get canMakeElsewhere(): boolean {
    return this.desk.elsewhere !== undefined && this.#work !== undefined;
  }

  get isUndoable(): boolean {
    return this.desk.isUndoable;
  }

  /** Takes away the sheets that were just made. */
  takeAway(): Promise<void> {
    const { summary } = this.get();
    return this.#do(async () => {
      if (summary.phase !== "made") return summary;
      const { workbook } = await this.desk.target();
      await workbook.apply(deleteMade(summary.made));
      return { phase: "deleted", count: summary.made.length };
    });
  }

  dismiss(): void {
    this.set({ summary: { phase: "idle" } });
  }

  /** Without a decision, nothing is written where there is something to ask. */
  async #write({ plans, language }: Work, decision: Decision | undefined): Promise<SummaryState> {
    const { workbook, after } = await this.desk.target();
    const found = await workbook.ownSheets();
    const grids = new Map<string, Grid>();
    for (const { sheet } of found) grids.set(sheet, await workbook.read(sheet));
    const doubts = predecessorsOf(plans, found, grids).filter((one) => one.doubts.length > 0);
    if (doubts.length > 0 && !decision) return { phase: "asking", doubts };
    const changes = summaryChanges(plans, found, grids, { decision: decision ?? "overwrite", after, language });
    return { phase: "made", made: (await workbook.apply(changes)).made };
  }

  async #do(work: () => Promise<SummaryState>): Promise<void> {
    if (this.get().summary.phase === "busy") return;
    this.set({ summary: { phase: "busy" } });
    this.set({ summary: await work().catch(refused) });
  }
}

function refused(error: unknown): SummaryState {
  const { code, detail } = asRefusal(error);
  return { phase: "refused", code, detail };
}

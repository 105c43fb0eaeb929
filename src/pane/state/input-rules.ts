import type { FormOutcome, SoftenForm } from "../../core/model/changes.ts";
import type { InputRules } from "../../core/model/finding.ts";
import { readerOf } from "../../core/form/reader.ts";
import type { Form } from "../../core/form/schema.ts";
import { hardenChange } from "../../core/input-rules/plan.ts";
import { asRefusal, Refusal, type RefusalCode } from "../../core/model/refusal.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import { findTable } from "../../core/table/find.ts";
import type { Language } from "../../core/wording/language.ts";
import type { Mendable } from "./fixer.ts";
import { Store } from "./store.ts";

/** What became of hardening a form, and on which sheet. */
export type HardenState =
  | { readonly phase: "idle" | "busy" }
  /** Before the sheet with the terms goes, which only the document says is ours. */
  | { readonly phase: "asking"; readonly sheet: string; readonly choices: Pick<FoundOwnSheet, "sheet" | "name"> }
  | { readonly phase: "done" | "removed"; readonly sheet: string; readonly outcome: FormOutcome }
  | { readonly phase: "refused"; readonly sheet: string; readonly code: RefusalCode; readonly detail: string };

interface HardenerState {
  readonly harden: HardenState;
  /** The sheets that have a sheet of ours with their terms. */
  readonly hardened: ReadonlySet<string>;
}

/** Hardens the form on a sheet, and takes that away again. One piece of work at a time. */
export class Hardener extends Store<HardenerState> {
  constructor(
    private readonly workbook: Mendable,
    /** What a sheet's check says of it; undefined where the sheet has none. */
    private readonly rulesOf: (sheetId: string) => InputRules | undefined,
    /** The form that holds for a sheet now. */
    private readonly formOf: (sheetId: string) => Form,
  ) {
    super({ harden: { phase: "idle" }, hardened: new Set() });
  }

  /** Finds out which sheets are hardened. Where the workbook does not say, what was known holds on. */
  async look(): Promise<void> {
    const own = await this.workbook.ownSheets().catch(() => undefined);
    if (own) this.set({ hardened: new Set(own.flatMap((found) => (found.own === "choices" && found.of !== undefined ? [found.of] : []))) });
  }

  /** Gives a sheet its lists and text formats. */
  harden(sheet: string, language: Language): Promise<void> {
    return this.#do(sheet, async () => {
      const rules = this.rulesOf(sheet);
      if (!rules) throw new Refusal("table-missing");
      const { form } = await this.workbook.apply([hardenChange(sheet, rules, language)]);
      return form ? { phase: "done", sheet, outcome: form } : { phase: "idle" };
    });
  }

  /** Takes them away, or asks first. */
  soften(sheet: string): Promise<void> {
    return this.#do(sheet, async () => {
      const choices = (await this.workbook.ownSheets()).find(({ own, of }) => own === "choices" && of === sheet);
      if (choices?.isUnproven !== true) return this.#soften({ kind: "soften-form", sheet });
      // No sheet of terms holds an evaluation, whatever it is signed with.
      if (findTable(await this.workbook.read(choices.sheet), readerOf(this.formOf(sheet)))) throw new Refusal("not-ours", choices.name);
      return { phase: "asking", sheet, choices };
    });
  }

  /** Takes them away after asking. */
  agree(): Promise<void> {
    const { harden } = this.get();
    if (harden.phase !== "asking") return Promise.resolve();
    const { sheet, choices } = harden;
    return this.#do(sheet, () => this.#soften({ kind: "soften-form", sheet, agreed: choices.sheet }));
  }

  dismiss(): void {
    this.set({ harden: { phase: "idle" } });
  }

  async #soften(change: SoftenForm): Promise<HardenState> {
    const { form } = await this.workbook.apply([change]);
    return form ? { phase: "removed", sheet: change.sheet, outcome: form } : { phase: "idle" };
  }

  async #do(sheet: string, work: () => Promise<HardenState>): Promise<void> {
    if (this.get().harden.phase === "busy") return;
    this.set({ harden: { phase: "busy" } });
    const harden = await work().catch((error: unknown): HardenState => {
      const { code, detail } = asRefusal(error);
      return { phase: "refused", sheet, code, detail };
    });
    await this.look();
    this.set({ harden });
  }
}

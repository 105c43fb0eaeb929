import type { FormOutcome, RemoveInputRules } from "../../core/model/changes.ts";
import type { InputRules } from "../../core/model/term-lists.ts";
import type { FormChoice } from "../../core/form/known.ts";
import { Refusal, refusalReason, type RefusalReason } from "../../core/model/refusal.ts";
import type { ChangeApplier, SheetReader } from "../../core/model/ports.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import { findBestTable } from "../../core/table/best-table.ts";
import type { Language } from "../../core/wording/language.ts";
import { Operation } from "./operation.ts";
import { Store } from "./store.ts";

/** The result of adding input rules to a form, and its sheet. */
export type InputRulesState =
  | { readonly phase: "idle" | "busy" }
  /** Before deleting the sheet with the terms, which only the document declares to be ours. */
  | { readonly phase: "asking"; readonly sheet: string; readonly choices: Pick<FoundOwnSheet, "sheet" | "name"> }
  | { readonly phase: "removed"; readonly sheet: string; readonly outcome: FormOutcome }
  /** `passed`: the names of the protected cards, which got none. */
  | { readonly phase: "done"; readonly sheet: string; readonly outcome: FormOutcome; readonly passed: readonly string[] }
  | ({ readonly phase: "refused"; readonly sheet: string } & RefusalReason);

interface InputRuleEditorState {
  readonly addInputRules: InputRulesState;
  /** The sheets with a sheet of ours for their terms. */
  readonly withInputRules: ReadonlySet<string>;
}

/** Adds input rules to the form on a sheet and removes them, one piece of work at a time. */
export class InputRuleEditor extends Store<InputRuleEditorState> {
  readonly #operation = new Operation<InputRulesState>((error) => ({ phase: "refused", sheet: this.#sheet, ...refusalReason(error) }));
  #sheet = "";

  constructor(
    private readonly workbook: Pick<SheetReader, "ownSheets" | "read"> & ChangeApplier,
    /** The input rules that a sheet's check proposes; undefined without a check. */
    private readonly rulesOf: (sheetId: string) => InputRules | undefined,
    /** The forms now tried on a sheet. */
    private readonly formsOf: (sheetId: string) => FormChoice,
  ) {
    super({ addInputRules: { phase: "idle" }, withInputRules: new Set() });
  }

  /** Finds out which sheets have input rules. If the workbook does not tell, the former answer stays. */
  async look(): Promise<void> {
    const own = await this.workbook.ownSheets().catch(() => undefined);
    if (own) this.set({ withInputRules: new Set(own.flatMap((found) => (found.own === "choices" && found.of !== undefined ? found.of : []))) });
  }

  /** Gives a sheet its lists and text formats. */
  addInputRules(sheet: string, language: Language): Promise<void> {
    return this.#do(sheet, async () => {
      const rules = this.rulesOf(sheet);
      if (!rules) throw new Refusal("table-missing");
      const { addToCards, onOthers } = await import("../../core/input-rules/on-cards.ts");
      const { form, passed } = await addToCards(this.workbook, onOthers(rules, this.get().withInputRules), sheet, language);
      return form ? { phase: "done", sheet, outcome: form, passed } : { phase: "idle" };
    });
  }

  /** Removes them, or asks first. */
  removeInputRules(sheet: string): Promise<void> {
    return this.#do(sheet, async () => {
      const choices = (await this.workbook.ownSheets()).find(({ own, of }) => own === "choices" && of?.includes(sheet));
      if (choices?.isUnproven !== true) return this.#removeInputRules({ kind: "remove-input-rules", sheet });
      // A sheet of terms never holds an evaluation, whatever its tag.
      if (findBestTable(await this.workbook.read(choices.sheet), this.formsOf(sheet))) throw new Refusal("not-ours", choices.name);
      return { phase: "asking", sheet, choices };
    });
  }

  /** Removes them after asking. */
  agree(): Promise<void> {
    const { addInputRules } = this.get();
    if (addInputRules.phase !== "asking") return Promise.resolve();
    const { sheet, choices } = addInputRules;
    return this.#do(sheet, () => this.#removeInputRules({ kind: "remove-input-rules", sheet, agreed: choices.sheet }));
  }

  dismiss(): void {
    this.set({ addInputRules: { phase: "idle" } });
  }

  async #removeInputRules(change: RemoveInputRules): Promise<InputRulesState> {
    const { form } = await this.workbook.apply([change]);
    return form ? { phase: "removed", sheet: change.sheet, outcome: form } : { phase: "idle" };
  }

  #do(sheet: string, work: () => Promise<InputRulesState>): Promise<void> {
    return this.#operation.start(
      () => {
        this.#sheet = sheet;
        this.set({ addInputRules: { phase: "busy" } });
      },
      work,
      async (addInputRules) => {
        await this.look();
        this.set({ addInputRules });
      },
    );
  }
}

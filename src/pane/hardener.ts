import type { FormOutcome, HardenForm } from "../core/changes.ts";
import type { Form } from "../core/form/schema.ts";
import { hardenPlan } from "../core/harden/plan.ts";
import { asRefusal, Refusal, type RefusalCode } from "../core/refusal.ts";
import type { Language } from "../core/wording/language.ts";
import type { Mendable } from "./mender.ts";
import { Store } from "./store.ts";

/** What became of hardening a form. */
export type HardenState =
  | { readonly phase: "idle" | "busy" }
  | { readonly phase: "done" | "removed"; readonly outcome: FormOutcome }
  | { readonly phase: "refused"; readonly code: RefusalCode; readonly detail: string };

interface HardenerState {
  readonly harden: HardenState;
  /** The sheets that have a sheet of ours with their terms. */
  readonly hardened: ReadonlySet<string>;
}

/** Hardens the form on a sheet, and takes that away again. One piece of work at a time. */
export class Hardener extends Store<HardenerState> {
  constructor(
    private readonly workbook: Mendable,
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
    return this.#do("done", async () => {
      const { form } = await this.workbook.apply([await this.#plan(sheet, language)]);
      return form;
    });
  }

  /** Takes them away. */
  soften(sheet: string): Promise<void> {
    return this.#do("removed", async () => (await this.workbook.apply([{ kind: "soften-form", sheet }])).form);
  }

  dismiss(): void {
    this.set({ harden: { phase: "idle" } });
  }

  /** @throws {Refusal} table-missing */
  async #plan(sheet: string, language: Language): Promise<HardenForm> {
    const plan = hardenPlan(await this.workbook.read(sheet), this.formOf(sheet), language);
    if (!plan) throw new Refusal("table-missing");
    // The grid has the id that its file gives it, which need not be the one that whoever shows the workbook goes by.
    return { ...plan, sheet };
  }

  async #do(phase: "done" | "removed", work: () => Promise<FormOutcome | undefined>): Promise<void> {
    if (this.get().harden.phase === "busy") return;
    this.set({ harden: { phase: "busy" } });
    const harden = await work().then((outcome): HardenState => (outcome ? { phase, outcome } : { phase: "idle" }), refused);
    await this.look();
    this.set({ harden });
  }
}

function refused(error: unknown): HardenState {
  const { code, detail } = asRefusal(error);
  return { phase: "refused", code, detail };
}

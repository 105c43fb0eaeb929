import type { SheetPlan } from "../../core/model/sheet-plan.ts";
import type { ChangeApplier, Presence, SheetReader } from "../../core/model/ports.ts";
import { hasTable } from "../../pane/state/state.ts";
import type { SummaryAdapter, SummedOffices } from "../../pane/state/summarizer.ts";
import type { Checked } from "./summed-offices.ts";

/** The workbook in Excel, both as source and as target of the summary sheets. */
export class SummarySource implements SummaryAdapter {
  readonly isUndoable = false;
  #after: string | undefined;

  constructor(
    private readonly workbook: SheetReader & ChangeApplier & Pick<Presence, "select">,
    private readonly checked: Checked & { checkAll(): Promise<void> },
  ) {}

  async offices(): Promise<SummedOffices> {
    const { summedOffices } = await import("./summed-offices.ts");
    await this.checked.checkAll();
    const checks = this.checked.checks();
    this.#after = this.checked.sheets().findLast(({ id }) => hasTable(checks.get(id)))?.id;
    return summedOffices(this.checked);
  }

  target() {
    return Promise.resolve({ workbook: this.workbook, after: this.#after });
  }

  async open(sheet: string): Promise<void> {
    await this.workbook.select(sheet, { row: 0, column: 0 });
  }

  /** If the workbook's structure is protected, Excel opens a new workbook for the sheets. */
  readonly elsewhere = async (plans: readonly SheetPlan[]): Promise<void> => {
    // Loaded on demand, since writing files takes much code and is rarely needed here.
    const [{ newWorkbook }, { openNewWorkbook }] = await Promise.all([import("../../hosts/file/open-editable.ts"), import("../../hosts/excel/new-workbook.ts")]);
    const book = newWorkbook();
    await book.apply(plans.map((plan) => ({ kind: "write-sheet", plan, replaces: undefined, after: undefined })));
    await openNewWorkbook(await book.save());
  };
}

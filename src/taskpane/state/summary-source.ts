import type { Form } from "../../core/form/schema.ts";
import type { SheetInfo } from "../../core/model/grid.ts";
import type { SheetPlan } from "../../core/model/sheet-plan.ts";
import { commonForm, isSameForm, type Office } from "../../core/summary/offices.ts";
import type { ChangeApplier, Presence, SheetReader } from "../../core/model/ports.ts";
import { openNewWorkbook } from "../../hosts/excel/page.ts";
import { hasTable, type CheckState } from "../../pane/state/state.ts";
import type { SummaryAdapter, SummedOffices } from "../../pane/state/summarizer.ts";

/** The pane's part in summing up. */
interface Checked {
  /** The workbook's name. */
  source(): string;
  sheets(): readonly SheetInfo[];
  checks(): ReadonlyMap<string, CheckState>;
  /** The form of the workbook. */
  form(): Form;
  checkAll(): Promise<void>;
}

/** The workbook in Excel, both as source and as target of the summary sheets. */
export class SummarySource implements SummaryAdapter {
  readonly isUndoable = false;
  #after: string | undefined;

  constructor(
    private readonly workbook: SheetReader & ChangeApplier & Pick<Presence, "select">,
    private readonly checked: Checked,
  ) {}

  async offices(): Promise<SummedOffices> {
    await this.checked.checkAll();
    const checks = this.checked.checks();
    const sheets = this.checked.sheets();
    const used = sheets.flatMap(({ id }) => {
      const state = checks.get(id);
      return hasTable(state) ? [state.check.form] : [];
    });
    const form = commonForm(used) ?? this.checked.form();
    const offices = sheets.flatMap((sheet) => officeOf(this.checked.source(), sheet, checks.get(sheet.id), form));
    this.#after = sheets.findLast(({ id }) => hasTable(checks.get(id)))?.id;
    return { offices, form };
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
    const { newWorkbook } = await import("../../hosts/file/open-editable.ts");
    const book = newWorkbook();
    await book.apply(plans.map((plan) => ({ kind: "write-sheet", plan, replaces: undefined, after: undefined })));
    await openNewWorkbook(await book.save());
  };
}

/** A sheet without an evaluation is left out; one that could not be read, or has another form, is listed with the reason. */
function officeOf(file: string, { id, name }: SheetInfo, state: CheckState | undefined, form: Form): readonly Office[] {
  if (state?.phase === "refused") return [{ file: `${file} / ${name}`, refusal: state }];
  if (!hasTable(state) || state.check.inspection.sheet.id !== id) return [];
  if (!isSameForm(state.check.form, form)) return [{ file: `${file} / ${name}`, refusal: { code: "other-form", detail: state.check.form.name.ja } }];
  return [{ file, inspection: state.check.inspection, sheetId: id, sections: state.check.inspection.overview.sections }];
}

import type { Form } from "../../core/form/schema.ts";
import type { SheetInfo } from "../../core/model/grid.ts";
import { commonForm } from "../../core/summary/offices.ts";
import { officeOf } from "../../pane/state/office-of.ts";
import { ownCheck, type CheckState } from "../../pane/state/state.ts";
import type { SummedOffices } from "../../pane/state/summarizer.ts";

/*
 * Loaded with what sums up: the first result needs none of it.
 */

/** The pane's part in summing up. */
export interface Checked {
  /** The workbook's name. */
  source(): string;
  sheets(): readonly SheetInfo[];
  checks(): ReadonlyMap<string, CheckState>;
  /** The form of the workbook. */
  form(): Form;
}

/** The evaluations among the checked sheets by the form that most of them have, and the others with the reason. */
export function summedOffices(checked: Checked): SummedOffices {
  const checks = checked.checks();
  const used = checked.sheets().flatMap(({ id }) => ownCheck(checks.get(id), id)?.form ?? []);
  const form = commonForm(used) ?? checked.form();
  return { form, offices: checked.sheets().flatMap((sheet) => officeOf(checked.source(), sheet, checks.get(sheet.id), { form, isTarget: true })) };
}

import type { Form } from "../../core/form/schema.ts";
import type { SheetInfo } from "../../core/model/grid.ts";
import type { RefusalReason } from "../../core/model/refusal.ts";
import { isSameForm, officeFacts, type Office } from "../../core/summary/offices.ts";
import { ownCheck, type CheckState } from "./state.ts";

/** How offices are summed up. */
interface Summed {
  readonly form: Form;
  /** True where the file gets the summary, so that cells can be links. */
  readonly isTarget: boolean;
}

/** The evaluation on a sheet of a file, or why a summary by the form cannot count it; none where the sheet holds no evaluation of its own. */
export function officeOf(file: string, { id, name }: SheetInfo, state: CheckState | undefined, { form, isTarget }: Summed): readonly Office[] {
  const leftOut = (refusal: RefusalReason): readonly Office[] => [{ file: `${file} / ${name}`, refusal }];
  if (state?.phase === "refused") return leftOut(state);
  if (state?.phase === "failed") return leftOut({ code: "internal", detail: "tenken" });
  const check = ownCheck(state, id);
  if (!check) return [];
  if (!isSameForm(check.form, form)) return leftOut({ code: "other-form", detail: check.form.name.ja });
  return [{ file, inspection: check.inspection, accepted: check.accepted, ...officeFacts(check.inspection.overview), ...(isTarget && { sheetId: id }) }];
}

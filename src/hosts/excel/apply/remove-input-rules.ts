import type { RemoveInputRules } from "../../../core/model/changes.ts";
import { countColumns, refuseUnasked, removeTexts } from "../../../core/input-rules/step.ts";
import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import type { FormEdit, FormPlan } from "./input-rule-edits.ts";
import type { Looking } from "./input-rule-looks.ts";
import { parted } from "./rule-search.ts";

/** Finds out what to do to remove the input rules of a form. @throws {Refusal} not-ours, naming a choices sheet that must not be deleted without asking */
export async function planRemoving({ looks, search }: Looking, change: RemoveInputRules, choices: FoundOwnSheet): Promise<FormPlan> {
  refuseUnasked(change, choices);
  const { sheet } = change;
  const record = await looks.record(choices.sheet);
  const texts = record?.texts ?? [];
  // The known cells are asked for separately, and need no search.
  const columns = (await looks.columns()).flatMap((each) => (each.sheet === sheet ? parted(each, record?.lists ?? []) : [each]));
  const rules = await search.find(columns);
  const lists = rules.flatMap(({ list, sheet: on, block }): FormEdit[] => {
    if (list?.source.sheet.toLowerCase() !== choices.name.toLowerCase()) return [];
    return [{ what: "list", sheet: on, block, from: { sheet: choices.sheet, block: list.source.block, alert: list.alert }, to: undefined }];
  });
  const cell = await looks.cells(sheet, texts.map(({ block }) => block), undefined);
  const former = removeTexts(texts, (at) => cell(at).format);
  const formatted = former.map(({ block, format }): FormEdit => ({ what: "format", sheet, block, from: "@", to: format }));
  const own = lists.filter((edit) => edit.sheet === sheet);
  const outcome = { lists: countColumns(own.map(({ block }) => block)), texts: countColumns(former.map(({ block }) => block)), keptRules: 0, keptValues: 0 };
  return { edits: [...lists, ...formatted], outcome };
}

import type { RemoveInputRules } from "../../../core/model/changes.ts";
import { isSameName } from "../../../core/model/same-name.ts";
import { listSheets } from "../own-sheets/sheet-tags.ts";
import { countColumns, refuseUnasked, removeTexts } from "../../../core/input-rules/step.ts";
import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import type { FormEdit, FormPlan } from "./input-rule-edits.ts";
import type { Looking } from "./input-rule-looks.ts";
import { parted } from "./rule-search.ts";

/** Finds out what to do to remove the input rules of a form. @throws {Refusal} not-ours, naming a choices sheet that must not be deleted without asking */
export async function planRemoving({ looks, search, session, watch }: Looking, change: RemoveInputRules, choices: FoundOwnSheet): Promise<FormPlan> {
  refuseUnasked(change, choices);
  const { sheet } = change;
  const record = await looks.record(choices.sheet);
  const sheets = await session.exchange((context) => listSheets(context), { watch });
  const idOf = (name: string) => sheets.find((each) => isSameName(each.name, name))?.id ?? sheet;
  const users = choices.of ?? [sheet];
  const listed = new Map(users.map((id) => [id, (record?.lists ?? []).flatMap((list) => (idOf(list.sheet) === id ? [list.block] : []))]));
  // The known cells are asked for separately, and need no search.
  const columns = (await looks.columns()).flatMap((each) => parted(each, listed.get(each.sheet) ?? []));
  const rules = await search.find(columns);
  const lists = rules.flatMap(({ list, sheet: on, block }): FormEdit[] => {
    if (!list || !isSameName(list.source.sheet, choices.name)) return [];
    return [{ what: "list", sheet: on, block, from: { sheet: choices.sheet, block: list.source.block, alert: list.alert }, to: undefined }];
  });
  const texts = (record?.texts ?? []).map(({ sheet: name, block, format }) => ({ sheet: idOf(name), block, format }));
  const cell = await looks.cells(texts, () => undefined);
  const former = texts.flatMap((text) => removeTexts([text], (at) => cell(text.sheet, at).format).map((own) => ({ ...own, sheet: text.sheet })));
  const formatted = former.map(({ sheet: on, block, format }): FormEdit => ({ what: "format", sheet: on, block, from: "@", to: format }));
  const own = lists.filter((edit) => users.includes(edit.sheet));
  const outcome = { lists: countColumns(own.map(({ block }) => block)), texts: countColumns(former.map(({ block }) => block)), keptRules: 0, keptValues: 0 };
  return { edits: [...lists, ...formatted], outcome };
}

import { addAll } from "../../../core/model/many.ts";
import type { FormOutcome, RemoveInputRules } from "../../../core/model/changes.ts";
import type { Block } from "../../../core/model/address.ts";
import { readRecord, recordedOn, type FormerText, type InputRulesRecord } from "../../../core/input-rules/record.ts";
import { countColumns, placesOf, refuseUnasked, removeTexts } from "../../../core/input-rules/step.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { isSameName } from "../../../core/model/same-name.ts";
import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import { readRelations } from "../read/relations.ts";
import type { Draft } from "../parts/draft.ts";
import { ValidationDraft } from "../parts/validation-draft.ts";
import { WorkbookDraft } from "../parts/workbook-draft.ts";
import { letGo } from "./delete-sheet.ts";
import { choicesOf, type FormCells, type FormContext } from "./form-cells.ts";
import { formulasIn } from "./own-sheets.ts";

/**
 * Removes what `addInputRules` added to a form. @returns undefined if there is nothing to remove.
 * @throws {Refusal} sheet-gone, protected; not-ours, naming a sheet with the terms that may not be deleted without asking
 */
export async function removeInputRules(context: FormContext, cells: FormCells, change: RemoveInputRules): Promise<FormOutcome | undefined> {
  const { sheet: id } = change;
  const { sheet, name } = await context.open(id);
  const own = await choicesOf(context, id);
  if (own === undefined) return undefined;
  refuseUnasked(change, own);
  if (sheet.isProtected) throw new Refusal("protected", name);
  const users = own.of ?? [id];
  const lists: Block[] = [];
  for (const user of users) addAll(lists, await removeRules(context, user, own));
  for (const other of context.others(id)) if (!users.includes(other)) await removeRules(context, other, own);
  const record = await formerTexts(context.draft, own);
  const texts: FormerText[] = [];
  for (const user of users) addAll(texts, await removeFormats(context, cells, user, record));
  await context.putSheets();
  await letGo(context.draft, context.made, own.sheet);
  return { lists: countColumns(lists), texts: countColumns(texts.map(({ block }) => block)), keptRules: 0, keptValues: 0 };
}

/** Gives the recorded cells of a sheet their former formats. @returns those that it changed @throws {Refusal} protected */
async function removeFormats(context: FormContext, cells: FormCells, id: string, record: InputRulesRecord["texts"]): Promise<readonly FormerText[]> {
  const { sheet, name } = await context.open(id);
  const own = recordedOn(record, name);
  if (own.length > 0 && sheet.isProtected) throw new Refusal("protected", name);
  await cells.need(sheet, own.map(({ block }) => block));
  const texts = removeTexts(own, (at) => cells.code(sheet, at));
  for (const { block, format } of texts) for (const at of placesOf(block)) cells.restyle(sheet, at, format);
  return texts;
}

async function formerTexts(draft: Draft, { sheet: id }: FoundOwnSheet) {
  const workbook = await WorkbookDraft.open(draft);
  const relation = workbook.sheets.find((sheet) => sheet.id === id)?.relation;
  const part = (await readRelations(draft, workbook.part)).find((each) => each.id === relation)?.part;
  return part === undefined ? [] : (readRecord(await formulasIn(draft, part))?.texts ?? []);
}

/** Removes the rules that need a sheet of terms. @returns their areas */
async function removeRules(context: FormContext, id: string, { name: choices }: FoundOwnSheet): Promise<readonly Block[]> {
  const { sheet, name } = await context.open(id);
  const validations = new ValidationDraft(sheet.frame);
  const ours = validations.rules.filter(({ source }) => isSameName(source ?? "", choices));
  if (ours.length > 0 && sheet.isProtected) throw new Refusal("protected", name);
  validations.remove((rule) => ours.includes(rule));
  await context.putSheets();
  return ours.flatMap(({ areas }) => areas);
}

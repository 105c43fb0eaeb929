import type { DeleteSheet } from "../../../core/model/changes.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Draft } from "../parts/draft.ts";
import { WorkbookDraft } from "../parts/workbook-draft.ts";
import { ownSheet, removeSheetParts, removeTags } from "./own-sheets.ts";

/**
 * Deletes a sheet of ours. `made` holds the ids of the sheets made since the workbook was opened; the id is removed from it.
 * @throws {Refusal} protected; sheet-gone; not-ours, if it was not made since then; last-sheet, if no visible sheet would be
 * left
 */
export async function deleteSheet(draft: Draft, made: Set<string>, { sheet: id }: DeleteSheet): Promise<void> {
  const { sheets } = await WorkbookDraft.open(draft);
  const sheet = sheets.find((each) => each.id === id);
  if (sheet !== undefined && !made.has(id)) throw new Refusal("not-ours", sheet.name);
  await letGo(draft, made, id);
}

/** Deletes a sheet with our tag that may be deleted: it is known to be ours, or the user agreed. @throws {Refusal} protected, sheet-gone, not-ours, last-sheet */
export async function letGo(draft: Draft, made: Set<string>, id: string): Promise<void> {
  const workbook = await WorkbookDraft.open(draft);
  workbook.refuseLocked();
  const sheet = ownSheet(workbook, id);
  if (!workbook.sheets.some((each) => each.id !== id && each.isVisible)) throw new Refusal("last-sheet", sheet.name);
  removeTags(workbook, id);
  workbook.put();
  const without = await WorkbookDraft.open(draft);
  without.removeSheet(without.sheets.findIndex((each) => each.id === id));
  without.put();
  const tidied = await WorkbookDraft.open(draft);
  tidied.dropEmptyNames();
  tidied.put();
  await removeSheetParts(draft, workbook.part, sheet);
  made.delete(id);
}

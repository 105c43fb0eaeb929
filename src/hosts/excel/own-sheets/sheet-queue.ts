import { reference, fingerprintName, textConstant, unfinished } from "../../../core/model/sheet-tags.ts";
import { listSheets, type SheetEntry } from "./sheet-tags.ts";

/** A sheet to add, with the defined name that is its tag. */
export interface NewSheet {
  readonly name: string;
  readonly tag: string;
}

/**
 * Queues an empty sheet with its tag, which marks it as unfinished. The position goes by an address: given a range, some
 * versions of Excel crash while another workbook is in front (OfficeDev/office-js#2078). A name can be hidden when it is
 * made, and perhaps never later (#3878).
 */
export function queueSheet(context: Excel.RequestContext, { name, tag }: NewSheet, position: number | undefined): () => { readonly id: string; readonly sheets: readonly SheetEntry[] } {
  const { worksheets, names } = context.workbook;
  const sheet = worksheets.add(name).load("id");
  names.add(tag, `=${reference(name, "$A$1")}`).visible = false;
  names.add(fingerprintName(tag), `=${textConstant(unfinished)}`).visible = false;
  if (position !== undefined) sheet.position = position;
  const all = listSheets(context);
  return () => ({ id: sheet.id, sheets: all() });
}

/** The last step of a plan: the final state of new sheets, and the deletions. */
export interface SheetStep {
  /** Ids of the new sheets. */
  readonly made: readonly string[];
  readonly fingerprints: readonly { readonly tag: string; readonly fingerprint: string }[];
  /** Ids of the sheets to delete, and the defined names of their tags and fingerprints. */
  readonly going: readonly string[];
  readonly names: readonly string[];
  readonly renamed: readonly Pick<SheetEntry, "id" | "name">[];
}

/** Queues the last step. If a new sheet is gone it fails before anything is deleted, since nothing could bring it back. */
export function queueStep(context: Excel.RequestContext, { made, fingerprints, going, names, renamed }: SheetStep): void {
  for (const id of made) context.workbook.worksheets.getItem(id).load("name");
  for (const { tag, fingerprint } of fingerprints) context.workbook.names.getItem(fingerprintName(tag)).formula = `=${textConstant(fingerprint)}`;
  queueRemoval(context, going, names);
  for (const { id, name } of renamed) context.workbook.worksheets.getItem(id).name = name;
}

/** Queues the deletion of sheets, by their ids, and of defined names. */
export function queueRemoval(context: Excel.RequestContext, ids: readonly string[], names: readonly string[]): void {
  for (const id of ids) context.workbook.worksheets.getItem(id).delete();
  for (const name of names) context.workbook.names.getItem(name).delete();
}

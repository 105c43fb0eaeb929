import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { constantText, fingerprintName, isChartName, tagName, unfinished } from "../../../core/model/sheet-signs.ts";
import { readRecord } from "../../../core/input-rules/record.ts";
import type { PartSource } from "../zip/package.ts";
import { readRelations } from "../read/relations.ts";
import type { XmlNode } from "../xml/places.ts";
import { child, readTree } from "../xml/tree.ts";
import { ownedParts, removeParts, unrelate } from "../parts/add-part.ts";
import { removeSheetCells } from "../parts/calc-chain.ts";
import type { Draft } from "../parts/draft.ts";
import type { ListedSheet, WorkbookDraft } from "../parts/workbook-draft.ts";

/** Ids of the sheets that were made since the workbook was opened. */
export type MadeIds = ReadonlySet<string>;

/** The sheets that bear a sign of ours and are complete. @throws {Refusal} damaged */
export async function foundOwnSheets(pack: Draft, workbook: WorkbookDraft, made: MadeIds): Promise<readonly FoundOwnSheet[]> {
  const { names, sheets } = workbook;
  const relations = await readRelations(pack, workbook.part);
  const found: FoundOwnSheet[] = [];
  for (const tag of workbook.tags) {
    const name = names.find((each) => each.sheet === undefined && each.name.toLowerCase() === fingerprintName(tagName(tag)).toLowerCase());
    const fingerprint = constantText(name?.formula ?? "") ?? "";
    if (fingerprint === unfinished) continue;
    const part = relations.find(({ id }) => id === tag.sheet.relation)?.part;
    const user = tag.own === "choices" && part !== undefined ? readRecord(await formulasIn(pack, part))?.sheet : undefined;
    const of = user === undefined ? undefined : sheets.find(({ name }) => name.toLowerCase() === user.toLowerCase())?.id;
    found.push({
      own: tag.own,
      sheet: tag.sheet.id,
      name: tag.sheet.name,
      fingerprint,
      hasAdditions: part !== undefined && (await hasAdditions(pack, part)),
      ...(of !== undefined && { of }),
      ...(!made.has(tag.sheet.id) && { isUnproven: true }),
    });
  }
  return found;
}

/** The formulas of a small sheet, without their "=". @throws {Refusal} damaged */
export async function formulasIn(draft: Draft, part: string): Promise<readonly string[]> {
  const xml = await draft.xml(part);
  const cells = xml.root.children.filter(({ name }) => name === "sheetData").flatMap(({ children }) => children.flatMap((row) => row.children));
  return cells.flatMap(({ children }) => children.filter(({ name }) => name === "f")).map((formula) => xml.content(formula));
}

/** True for a sign or its fingerprint. */
export function isOfTag(name: string, tag: Parameters<typeof tagName>[0]): boolean {
  return [tagName(tag), fingerprintName(tagName(tag))].some((each) => each.toLowerCase() === name.toLowerCase());
}

/** A sheet with a sign of ours. @throws {Refusal} sheet-gone, not-ours */
export function ownSheet(workbook: WorkbookDraft, id: string): ListedSheet {
  const sheet = workbook.sheets.find((each) => each.id === id);
  if (sheet === undefined) throw new Refusal("sheet-gone");
  if (!workbook.tags.some((tag) => tag.sheet.id === id)) throw new Refusal("not-ours", sheet.name);
  return sheet;
}

/** Takes the signs of a sheet away. */
export function removeTags(workbook: WorkbookDraft, id: string): void {
  const tags = workbook.tags.filter(({ sheet }) => sheet.id === id);
  workbook.removeNames(({ name, sheet }) => sheet === undefined && tags.some((tag) => isOfTag(name, tag)));
}

/** Takes the part of a sheet out, with all that belongs to it alone. */
export async function removeSheetParts(draft: Draft, main: string, sheet: ListedSheet): Promise<void> {
  const part = (await readRelations(draft, main)).find(({ id }) => id === sheet.relation)?.part;
  if (part !== undefined) await removeParts(draft, await ownedParts(draft, part));
  await unrelate(draft, main, sheet.relation);
  await removeSheetCells(draft, main, sheet.number);
}

/** True where a sheet of ours bears what we did not put there. Excel itself adds the printer's settings. */
async function hasAdditions(pack: PartSource, part: string): Promise<boolean> {
  const relations = (await readRelations(pack, part)).filter(({ kind }) => kind !== "printerSettings");
  if (relations.some(({ kind }) => kind !== "drawing")) return true;
  for (const { part: drawing } of relations) if (drawing !== undefined && !(await holdsOurCharts(pack, drawing))) return true;
  return false;
}

/** True where every object of a drawing is a chart of ours, each there once. */
async function holdsOurCharts(pack: PartSource, drawing: string): Promise<boolean> {
  const { children } = await readTree(drawing, pack.stream(drawing));
  const charts = children.map((anchor) => frameName(anchor));
  return charts.every((name) => name !== undefined && isChartName(name)) && new Set(charts).size === charts.length;
}

/** The name of an anchor's graphic frame. Newer Excel may wrap it. */
function frameName(anchor: XmlNode): string | undefined {
  const frame = child(anchor, "graphicFrame") ?? child(child(child(anchor, "AlternateContent"), "Choice"), "graphicFrame");
  return child(child(frame, "nvGraphicFramePr"), "cNvPr")?.attributes.get("name");
}

import type { FoundOwnSheet } from "../../../core/model/sheet-plan.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { constantText, fingerprintName, isChartName, tagName, unfinished, type SheetTag } from "../../../core/model/sheet-tags.ts";
import { readRecord } from "../../../core/input-rules/record.ts";
import type { PartSource } from "../zip/package.ts";
import { readRelations } from "../read/relations.ts";
import type { XmlNode } from "../xml/places.ts";
import { child, readTree } from "../xml/tree.ts";
import { ownedParts, removeParts, unrelate } from "../parts/add-part.ts";
import { removeSheetCells } from "../parts/calc-chain.ts";
import type { Draft } from "../parts/draft.ts";
import type { ListedSheet, WorkbookDraft } from "../parts/workbook-draft.ts";

/** Ids of the sheets made since the workbook was opened. */
export type MadeIds = ReadonlySet<string>;

/** The complete sheets with our tags; one with several tags of a kind is listed once. @throws {Refusal} damaged */
export async function foundOwnSheets(pack: Draft, workbook: WorkbookDraft, made: MadeIds): Promise<readonly FoundOwnSheet[]> {
  const formulas = firstBy(workbook.names.filter(({ sheet }) => sheet === undefined), ({ name }) => name.toLowerCase());
  const sheets = firstBy(workbook.sheets, ({ name }) => name.toLowerCase());
  const relations = firstBy(await readRelations(pack, workbook.part), ({ id }) => id);
  const found = new Map<string, FoundOwnSheet>();
  for (const tag of workbook.tags) {
    const fingerprint = constantText(formulas.get(fingerprintName(tagName(tag)).toLowerCase())?.formula ?? "") ?? "";
    const key = `${tag.own} ${tag.sheet.id}`;
    if (fingerprint === unfinished || found.has(key)) continue;
    const part = relations.get(tag.sheet.relation)?.part;
    const users = tag.own === "choices" && part !== undefined ? readRecord(await formulasIn(pack, part))?.sheets : undefined;
    const of = users?.flatMap((user) => sheets.get(user.toLowerCase())?.id ?? []);
    found.set(key, {
      own: tag.own,
      sheet: tag.sheet.id,
      name: tag.sheet.name,
      fingerprint,
      hasAdditions: part !== undefined && (await hasAdditions(pack, part)),
      ...(of && of.length > 0 && { of }),
      ...(!made.has(tag.sheet.id) && { isUnproven: true }),
    });
  }
  return [...found.values()];
}

/** The first one of each key. */
function firstBy<Some>(all: readonly Some[], keyOf: (one: Some) => string): ReadonlyMap<string, Some> {
  return new Map([...all].reverse().map((one) => [keyOf(one), one]));
}

/** The formulas of a small sheet, without "=". @throws {Refusal} damaged */
export async function formulasIn(draft: Draft, part: string): Promise<readonly string[]> {
  const xml = await draft.xml(part);
  const cells = xml.root.children.filter(({ name }) => name === "sheetData").flatMap(({ children }) => children.flatMap((row) => row.children));
  return cells.flatMap(({ children }) => children.filter(({ name }) => name === "f")).map((formula) => xml.content(formula));
}

/** The defined names of tags and their fingerprints, in lower case. */
export function namesOfTags(tags: readonly SheetTag[]): ReadonlySet<string> {
  return new Set(tags.map(tagName).flatMap((name) => [name.toLowerCase(), fingerprintName(name).toLowerCase()]));
}

/** A sheet with our tag. @throws {Refusal} sheet-gone, not-ours */
export function ownSheet(workbook: WorkbookDraft, id: string): ListedSheet {
  const sheet = workbook.sheets.find((each) => each.id === id);
  if (sheet === undefined) throw new Refusal("sheet-gone");
  if (!workbook.tags.some((tag) => tag.sheet.id === id)) throw new Refusal("not-ours", sheet.name);
  return sheet;
}

/** Removes the tags of a sheet. */
export function removeTags(workbook: WorkbookDraft, id: string): void {
  const gone = namesOfTags(workbook.tags.filter(({ sheet }) => sheet.id === id));
  workbook.removeNames(({ name, sheet }) => sheet === undefined && gone.has(name.toLowerCase()));
}

/** Removes the part of a sheet, with everything that only it uses. */
export async function removeSheetParts(draft: Draft, main: string, sheet: ListedSheet): Promise<void> {
  const part = (await readRelations(draft, main)).find(({ id }) => id === sheet.relation)?.part;
  if (part !== undefined) await removeParts(draft, await ownedParts(draft, part));
  await unrelate(draft, main, sheet.relation);
  await removeSheetCells(draft, main, sheet.number);
}

/** True if a sheet of ours has contents that we did not add. Excel itself adds printer settings. */
async function hasAdditions(pack: PartSource, part: string): Promise<boolean> {
  const relations = (await readRelations(pack, part)).filter(({ kind }) => kind !== "printerSettings");
  if (relations.some(({ kind }) => kind !== "drawing")) return true;
  for (const { part: drawing } of relations) if (drawing !== undefined && !(await holdsOurCharts(pack, drawing))) return true;
  return false;
}

/** True if every object of a drawing is a chart of ours, each once. */
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

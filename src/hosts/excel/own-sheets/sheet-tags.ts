import { readRecord } from "../../../core/input-rules/record.ts";
import { isSameName } from "../../../core/model/same-name.ts";
import type { FoundOwnSheet, OwnSheet } from "../../../core/model/sheet-plan.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { has } from "../exchange/requirements.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { constantText, readTag, fingerprintName, sheetOf, unfinished } from "../../../core/model/sheet-tags.ts";

/** A worksheet as the collection lists it. */
export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
}

/** Queues the list of worksheets, in their order. */
export function listSheets(context: Excel.RequestContext): () => readonly SheetEntry[] {
  const all = context.workbook.worksheets.load("items/id,items/name,items/visibility");
  return () => all.items.map(({ id, name, visibility }) => ({ id, name, isVisible: visibility === "Visible" }));
}

/** A tag of ours, and its sheet. */
export interface FoundTag {
  readonly name: string;
  readonly own: OwnSheet;
  /** Undefined where the sheet is gone. */
  readonly sheet: SheetEntry | undefined;
  /** "" if it was removed. */
  readonly fingerprint: string;
  readonly isUnfinished: boolean;
  /** True where its sheet was deleted, so that the name refers to nothing. */
  readonly isDead: boolean;
}

/** The worksheets, all defined names, and our tags. */
export interface TagTable {
  readonly sheets: readonly SheetEntry[];
  readonly names: ReadonlySet<string>;
  readonly tags: readonly FoundTag[];
}

/** Reads our tags: one round trip if there are none, otherwise two. Only our own names are read, since workbooks may have thousands. */
export async function readTags(session: ExcelSession, watch: Watch | undefined): Promise<TagTable> {
  const { sheets, names } = await session.exchange(
    (context) => {
      const all = listSheets(context);
      const known = context.workbook.names.load("items/name");
      return () => ({ sheets: all(), names: known.items.map(({ name }) => name) });
    },
    { watch },
  );
  const ours = names.filter((name) => readTag(name) !== undefined);
  return { sheets, names: new Set(names), tags: ours.length === 0 ? [] : await lookInto(session, ours, sheets, watch) };
}

function lookInto(session: ExcelSession, names: readonly string[], sheets: readonly SheetEntry[], watch: Watch | undefined): Promise<readonly FoundTag[]> {
  return session.exchange(
    (context) => {
      const item = (name: string) => context.workbook.names.getItemOrNullObject(name).load("formula");
      const asked = names.map((name) => ({ name, tag: item(name), fingerprint: item(fingerprintName(name)) }));
      return () =>
        asked.flatMap(({ name, tag, fingerprint }) => {
          const known = readTag(name);
          if (known === undefined || tag.isNullObject) return [];
          const formula = contentOf(tag.formula);
          const on = sheetOf(formula) ?? "";
          const text = fingerprint.isNullObject ? "" : (constantText(contentOf(fingerprint.formula)) ?? "");
          const isDead = formula.startsWith("#REF!");
          return [{ name, own: known.own, sheet: sheets.find((sheet) => isSameName(sheet.name, on)), fingerprint: text, isUnfinished: text === unfinished, isDead }];
        });
    },
    { watch },
  );
}

/** The complete sheets with a tag of ours; `made` has the ids of those that this pane made. */
export async function foundOwnSheets(session: ExcelSession, made: ReadonlySet<string>): Promise<readonly FoundOwnSheet[]> {
  const { sheets, tags } = await readTags(session, undefined);
  const standing = tags.flatMap(({ own, sheet, fingerprint, isUnfinished }) => (sheet === undefined || isUnfinished ? [] : [{ own, sheet: sheet.id, name: sheet.name, fingerprint }]));
  if (standing.length === 0) return [];
  return session.exchange((context) => {
    const asked = standing.map((found) => {
      const sheet = context.workbook.worksheets.getItem(found.sheet);
      return { found, hasAdditions: additions(sheet), record: found.own === "choices" ? listFormulas(sheet) : undefined };
    });
    return () =>
      asked.map(({ found, hasAdditions, record }) => {
        const users = record && readRecord(record())?.sheets;
        const of = users?.flatMap((user) => sheets.find(({ name }) => isSameName(name, user))?.id ?? []);
        return { ...found, hasAdditions: hasAdditions(), ...(of && of.length > 0 && { of }), ...(!made.has(found.sheet) && { isUnproven: true }) };
      });
  });
}

/** Queues the formulas of a small sheet; a cell without one gives its text. */
export function listFormulas(sheet: Excel.Worksheet): () => readonly string[] {
  const used = sheet.getUsedRangeOrNullObject(true).load("formulas");
  return () => (used.isNullObject ? [] : used.formulas.flat().filter((formula: unknown) => typeof formula === "string"));
}

/**
 * Queues the search for additions that are not ours. Excel may count our own chart among its shapes. The older
 * notes are not found: Office.js 1.1 of npm does not have them.
 */
function additions(sheet: Excel.Worksheet): () => boolean {
  const charts = sheet.charts.load("items/name");
  const shapes = sheet.shapes.load("items/name");
  const comments = has("comments") ? sheet.comments.getCount() : undefined;
  return () => {
    const isForeign = ({ name }: { readonly name: string }) => !/^tenken \d+$/.test(name);
    // A copy of our chart has the same name.
    const hasCopies = new Set(charts.items.map(({ name }) => name)).size < charts.items.length;
    return hasCopies || [...charts.items, ...shapes.items].some(isForeign) || (comments?.value ?? 0) > 0;
  };
}

/** A defined name's formula without its "="; "" where Excel gives none. */
function contentOf(formula: unknown): string {
  return typeof formula === "string" && formula.startsWith("=") ? formula.slice(1) : "";
}

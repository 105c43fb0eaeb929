import type { Area } from "../model/area.ts";
import { plainValue, valueType } from "../model/cell.ts";
import type { Change } from "../model/change.ts";
import { eventTypes, toldAddress, type Context, type EventName } from "./context.ts";
import { range } from "./objects/range.ts";
import type { Json } from "./wire.ts";

/** The author of a change: the user here, the add-in, or someone elsewhere. */
export type Author = "user" | "add-in" | "co-author";

/** One event in the form that Office.js accepts, measured with office-js 1.1.110. */
export type EventEntry = readonly [category: 65536, type: number, target: string, message: string, id: string, isRemoteOverride: string];

/** The events of these changes that the add-in registered for. */
export function eventsOf(changes: readonly Change[], author: Author, context: Context): readonly EventEntry[] {
  return coalesced(changes).flatMap((change) => {
    return eventsOfOne(change, author, context).flatMap(([name, sheetId, message]) => {
      const targets = [sheetId, "Workbook"].filter((target) => context.registered.has(`${name} ${target}`));
      return targets.map((target) => entry(name, target, message()));
    });
  });
}

/** Created only if somebody listens, since it may keep a reference. */
type Message = () => Json;

function entry(name: EventName, target: string, message: Json): EventEntry {
  return [65536, eventTypes[name], target, JSON.stringify(message), "", ""];
}

function eventsOfOne(change: Change, author: Author, context: Context): readonly (readonly [EventName, string, Message])[] {
  const { sheetId } = change;
  switch (change.kind) {
    case "edited":
      return [["DataChanged", sheetId, () => changed("RangeEdited", change, author, context)]];
    case "rows-inserted":
      return [["DataChanged", sheetId, () => changed("RowInserted", change, author, context)]];
    case "rows-deleted":
      return [["DataChanged", sheetId, () => changed("RowDeleted", change, author, context)]];
    case "sheet-added":
      return [["Added", sheetId, () => ({ worksheetId: sheetId, source: sourceOf(author) })]];
    case "sheet-deleted":
      return [["Deleted", sheetId, () => ({ worksheetId: sheetId, source: sourceOf(author) })]];
    case "calculated":
      return [["Calculated", sheetId, () => ({ worksheetId: sheetId, address: "" })]];
    case "activated":
      return [
        ["Deactivated", change.left, () => ({ worksheetId: change.left })],
        ["Activated", sheetId, () => ({ worksheetId: sheetId })],
      ];
    case "selected":
      return [["SelectionChanged", sheetId, () => ({ address: toldAddress(context.spelling, change.area), worksheetId: sheetId })]];
    default:
      return [];
  }
}

type Changed = Extract<Change, { readonly kind: "edited" | "rows-inserted" | "rows-deleted" }>;

function changed(changeType: string, change: Changed, author: Author, context: Context): Json {
  const sheet = context.book.find(change.sheetId);
  return {
    changeType,
    source: sourceOf(author),
    worksheetId: change.sheetId,
    address: toldAddress(context.spelling, change.area),
    referenceId: sheet === undefined ? "" : context.references.keep(range(context, { sheet, areas: [change.area] })),
    triggerSource: author === "add-in" ? "ThisLocalAddin" : "Unknown",
    shiftDirection: change.kind === "rows-inserted" ? "Down" : change.kind === "rows-deleted" ? "Up" : "None",
    ...details(change),
  };
}

/** Only a change of a single cell has details (OfficeDev/office-js#5347). */
function details(change: Changed): Record<string, Json> {
  if (change.kind !== "edited" || change.area.rows !== 1 || change.area.columns !== 1) return {};
  const [cell] = change.cells;
  if (cell === undefined) return {};
  return {
    valueBefore: plainValue(cell.from.value),
    valueAfter: plainValue(cell.to.value),
    valueTypeBefore: valueType(cell.from.value),
    valueTypeAfter: valueType(cell.to.value),
  };
}

function sourceOf(author: Author): string {
  return author === "co-author" ? "Remote" : "Local";
}

/** Joins edits of blocks directly below each other, since the client sends large arrays in pieces. */
function coalesced(changes: readonly Change[]): readonly Change[] {
  const all: Change[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    const area = last?.kind === "edited" && change.kind === "edited" && last.sheetId === change.sheetId ? joined(last.area, change.area) : undefined;
    if (area === undefined || last?.kind !== "edited" || change.kind !== "edited") all.push(change);
    else all[all.length - 1] = { ...last, area, cells: [...last.cells, ...change.cells] };
  }
  return all;
}

function joined(one: Area, below: Area): Area | undefined {
  const isBelow = one.column === below.column && one.columns === below.columns && below.row === one.row + one.rows;
  return isBelow ? { ...one, rows: one.rows + below.rows } : undefined;
}

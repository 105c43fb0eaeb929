import { largest } from "../model/many.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import type { Language } from "../wording/language.ts";
import { textCell, type PlannedRow } from "./cells.ts";
import { hasNotes, listedOf, type Listed, type ListedRow } from "./notes.ts";
import { fingerprinted } from "./fingerprint.ts";
import { summaryTexts } from "./texts.ts";

/**
 * The list with the notes of an earlier one, each beside its row; rows with notes that are no longer listed follow below.
 * Every note of the earlier list is in the new one.
 */
export function carryOverNotes(plan: SheetPlan, earlier: Listed, language: Language): SheetPlan {
  const now = listedOf(plan);
  const noted = earlier.rows.filter(hasNotes);
  if (!now || noted.length === 0) return plan;
  const { beside, gone } = matchRows(noted, now.rows, earlier.owner !== "" && now.owner !== "");
  const rows = plan.rows.map((cells, row) => {
    const notes = beside.get(row)?.notes;
    return notes ? putNotes(cells, now.columns.notes, notes) : cells;
  });
  const section = gone.length === 0 ? [] : [[], [textCell("caption", summaryTexts[language].gone)], ...gone.map((row) => goneRow(row, now))];
  return fingerprinted({ ...plan, rows: [...rows, ...section] });
}

type Key = (row: ListedRow) => string | undefined;

const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);
const exact: Key = ({ office, code, name }) => (code === "" && name === "" ? undefined : keyOf(office, code, name));
const byCode: Key = ({ office, code }) => (code === "" ? undefined : keyOf(office, code));
const byName: Key = ({ office, name }) => (name === "" ? undefined : keyOf(office, name));
const renamedOffice: Key = ({ code, name }) => (code === "" || name === "" ? undefined : keyOf(code, name));

/**
 * Finds each noted row again: by office, code and name; by office and code; by name where either has no code. Of several
 * matches each row takes one, in order. Between two sheets of one office each, the office may have been renamed: then code
 * and name must both agree, or another office would get the notes.
 */
function matchRows(noted: readonly ListedRow[], rows: readonly ListedRow[], isOneEach: boolean) {
  const beside = new Map<number, ListedRow>();
  let left = noted;
  const match = (key: Key, from: (row: ListedRow) => boolean = () => true, to: (row: ListedRow) => boolean = () => true) => {
    const free = queues(rows.filter((row) => !beside.has(row.row) && to(row)), key);
    left = left.filter((row) => {
      const found = from(row) ? free.get(key(row) ?? "")?.shift() : undefined;
      if (found) beside.set(found.row, row);
      return !found;
    });
  };
  match(exact);
  match(byCode);
  match(byName, ({ code }) => code === "");
  match(byName, undefined, ({ code }) => code === "");
  if (isOneEach) match(renamedOffice);
  return { beside, gone: left };
}

/** Rows by key, in order, without rows that have no key. */
function queues(rows: readonly ListedRow[], key: Key): ReadonlyMap<string, Queue<ListedRow>> {
  const found = new Map<string, Queue<ListedRow>>();
  for (const row of rows) {
    const own = key(row);
    if (own === undefined) continue;
    const queue = found.get(own) ?? new Queue<ListedRow>();
    queue.push(row);
    found.set(own, queue);
  }
  return found;
}

/** First in, first out; an array's own shift is slow where thousands of rows share a code. */
class Queue<Item> {
  readonly #items: Item[] = [];
  #next = 0;

  push(item: Item): void {
    this.#items.push(item);
  }

  shift(): Item | undefined {
    return this.#items[this.#next++];
  }
}

function putNotes(cells: PlannedRow, columns: readonly [number, number], notes: ListedRow["notes"]): PlannedRow {
  const row = [...cells];
  columns.forEach((column, index) => (row[column] = noteCell(notes[index] ?? "")));
  return row;
}

function noteCell(note: string | number) {
  return typeof note === "number" ? ({ role: "input", value: note } as const) : textCell("input", note);
}

/** A row of the earlier list in the columns of the new one. On a sheet of another office its code would seem to be this office's. */
function goneRow({ office, code, name, notes }: ListedRow, { owner, columns }: Listed): PlannedRow {
  const isForeign = columns.office < 0 && office !== owner;
  const values = new Map([
    [columns.office, office],
    [columns.code, isForeign ? "" : code],
    [columns.name, isForeign ? [office, code, name].filter((part) => part !== "").join(" / ") : name],
  ]);
  const width = largest([...columns.notes, ...values.keys()]) + 1;
  const cells = Array.from({ length: width }, (_, column) => textCell("text", values.get(column) ?? ""));
  return putNotes(cells, columns.notes, notes);
}

import { withoutSheet } from "../model/address.ts";
import { bytesOf } from "../model/bytes.ts";
import type { CellWrite, WrittenCell } from "../model/changes.ts";
import type { CellValue, SheetInfo } from "../model/grid.ts";
import type { JournalEntry } from "./read-journal.ts";

export type { JournalEntry } from "./read-journal.ts";

/** The oldest first. */
export type Journal = readonly JournalEntry[];

/** Entries that a journal holds, or documents would grow without end. No more fixes are written at once, so that a failure leaves none untold. */
const mostEntries = 5000;

/** The part of a fix that its entry needs before the fix is written. */
export interface PlannedFix {
  readonly rules: readonly string[];
  /** Number of the written cells that belong to it. */
  readonly cells: number;
}

/** Entries for fixes that are about to be written; `written` holds the cells of all of them, in order. */
export function plannedEntries(journal: Journal, sheet: Pick<SheetInfo, "id" | "name">, fixGroups: readonly PlannedFix[], written: readonly WrittenCell[]): Journal {
  const last = journal.at(-1)?.id ?? 0;
  let next = 0;
  return fixGroups.map(({ rules, cells }, index) => {
    const own = written.slice(next, (next += cells));
    const { id, name } = own[0]?.at.sheet ?? sheet;
    return { id: last + 1 + index, sheet: id, name, rules: [...rules], done: false, cells: own.map(kept) };
  });
}

/** The journal with these entries as they are now; new ones come last. */
export function withEntries(journal: Journal, entries: Journal): Journal {
  const rest = new Map(entries.map((entry) => [entry.id, entry]));
  const known = journal.map((entry) => {
    const now = rest.get(entry.id) ?? entry;
    rest.delete(entry.id);
    return now;
  });
  return [...known, ...rest.values()].slice(-mostEntries);
}

/** The fixes of some sheets, by sheet id. */
export function entriesOf(journal: Journal, sheetIds: readonly string[]): Journal {
  const ids = new Set(sheetIds);
  return journal.filter(({ sheet }) => ids.has(sheet));
}

export function withoutEntries(journal: Journal, entries: Journal): Journal {
  const ids = new Set(entries.map(({ id }) => id));
  return journal.filter(({ id }) => !ids.has(id));
}

/**
 * The journal of a reopened document: a sheet whose id is gone is found by its name.
 * @param found what the host knows of the sheets; fixes of a sheet that is gone for certain are left out
 */
export function rekeyed(journal: Journal, sheets: readonly SheetInfo[], found: ReadonlyMap<string, string | undefined> = new Map()): Journal {
  const known = new Set(sheets.map(({ id }) => id));
  const byName = new Map(sheets.map(({ id, name }) => [name, id]));
  return journal.flatMap((entry) => {
    if (!found.has(entry.sheet)) return known.has(entry.sheet) ? [entry] : [{ ...entry, sheet: byName.get(entry.name) ?? entry.sheet }];
    const sheet = found.get(entry.sheet);
    return sheet === undefined ? [] : [{ ...entry, sheet }];
  });
}

/** Bytes of an entry, and of a cell, beside its contents: numbers, commas and brackets. */
const frame = 24;

/** The first fixes, as many as a journal of so many bytes can hold. */
export function fitting<Fix extends { readonly edits: readonly CellWrite[] }>(fixGroups: readonly Fix[], room = Infinity): readonly Fix[] {
  if (room === Infinity) return fixGroups.slice(0, mostEntries);
  let left = room;
  const bytes = ({ edits }: Fix) => edits.reduce((sum, { from, to }) => sum + bytesOf(JSON.stringify([from, to])) + frame, frame);
  const end = fixGroups.slice(0, mostEntries).findIndex((fixGroup) => (left -= bytes(fixGroup)) < 0);
  return fixGroups.slice(0, end === -1 ? mostEntries : Math.max(1, end));
}

/** The edits that undoing fixes needs. */
export interface Undo {
  readonly edits: readonly CellWrite[];
  /** Fixes whose cells all hold their former content, now or after the edits. */
  readonly done: readonly JournalEntry[];
  /** Fixes with a cell that holds neither its former content nor the fix's: they are left alone. */
  readonly changed: readonly JournalEntry[];
}

/** Undoes fixes, the latest first; each completely or not at all. `read` gives a cell's current content. */
export function undoFixes(entries: Journal, read: (row: number, column: number) => CellValue): Undo {
  return turn([...entries].reverse(), read, ({ from, to, formerFormat }) => ({ from: to, to: from ?? "", numberFormat: formerFormat }));
}

/** Writes the rest of fixes that were interrupted. */
export function finish(entries: Journal, read: (row: number, column: number) => CellValue): Undo {
  return turn(entries, read, ({ from, to, numberFormat }) => ({ from: from ?? "", to, ...(numberFormat === undefined ? {} : { numberFormat }) }));
}

interface Turned {
  readonly from: string | number | boolean;
  readonly to: string | number | boolean;
  readonly numberFormat?: string;
}

function turn(entries: Journal, read: (row: number, column: number) => CellValue, turned: (cell: JournalEntry["cells"][number]) => Turned): Undo {
  const now = new Map<string, CellValue>();
  const edits: CellWrite[] = [];
  const done: JournalEntry[] = [];
  const changed: JournalEntry[] = [];
  for (const entry of entries) {
    const cells = entry.cells.map((cell) => ({ at: cell.at, ...turned(cell) }));
    const holds = ({ at: { row, column } }: { readonly at: CellWrite["at"] }) => {
      const key = `${row} ${column}`;
      return (now.has(key) ? now.get(key) : read(row, column)) ?? "";
    };
    const left = cells.filter((cell) => holds(cell) !== cell.to);
    if (left.some((cell) => holds(cell) !== cell.from)) {
      changed.push(entry);
      continue;
    }
    for (const { at, from, to, ...format } of left) {
      edits.push({ at, from: from === "" ? undefined : from, to, ...format });
      now.set(`${at.row} ${at.column}`, to === "" ? undefined : to);
    }
    done.push(entry);
  }
  return { edits, done, changed };
}

function kept({ at, from, to, numberFormat, formerFormat, date1904 }: WrittenCell): JournalEntry["cells"][number] {
  return { at: withoutSheet(at), from: plain(from), to, formerFormat, ...(numberFormat !== undefined && { numberFormat }), ...(date1904 !== undefined && { date1904 }) };
}

/** An error value cannot be written again, so its text is kept. */
function plain(from: CellValue): string | number | boolean | null {
  if (from === undefined) return null;
  return typeof from === "object" ? from.error : from;
}

/** The text to keep in the document; undefined for an empty journal. What many fixes share stands once, since documents have room for little. */
export function writeJournal(journal: Journal): string | undefined {
  if (journal.length === 0) return undefined;
  const [sheets, rules, formats] = [new Numbers(), new Numbers(), new Numbers()];
  const entries = journal.map((entry) => [
    entry.id,
    sheets.of(JSON.stringify([entry.sheet, entry.name])),
    entry.done ? 1 : 0,
    entry.rules.map((rule) => rules.of(rule)),
    entry.cells.map(({ at, from, to, formerFormat, numberFormat, date1904 }) => {
      const format = numberFormat === undefined ? null : formats.of(numberFormat);
      return [at.row, at.column, from, to, formats.of(formerFormat), ...(date1904 !== undefined ? [format, date1904] : format === null ? [] : [format])];
    }),
  ]);
  return JSON.stringify({ version: 2, sheets: sheets.texts.map((sheet): unknown => JSON.parse(sheet)), rules: rules.texts, formats: formats.texts, entries });
}

/** Texts by number, in the order in which they were asked for. */
class Numbers {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  get texts(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

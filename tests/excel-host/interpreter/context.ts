import { maxColumns, maxRows } from "../../../src/core/model/address.ts";
import { addressOf, type Area } from "../model/area.ts";
import type { Book } from "../model/book.ts";
import { ExcelError } from "../model/refusal.ts";
import type { Tracked } from "../model/sheet.ts";
import type { HostObject } from "./host-object.ts";
import type { Log } from "./log.ts";

/** The limits of a host. It refuses larger reads or, on some hosts, answers null. */
export interface Limits {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly cellsPerRead: number;
  readonly addressLength: number;
  readonly mergedAreas: number;
  /** All document settings of the add-in (OfficeDev/office-js#621, #3957: 1 to 2 MB). */
  readonly settingsBytes: number;
  /** The answer to a read above the limit (OfficeDev/office-js#4783). */
  readonly tooLarge: "error" | "null";
}

/** 5 MB for a request or an answer, 5,000,000 cells for a read: Office add-ins' documentation, "Performance optimization". */
export const excelLimits: Limits = {
  requestBytes: 5 * 1024 * 1024,
  responseBytes: 5 * 1024 * 1024,
  cellsPerRead: 5_000_000,
  addressLength: 8192,
  mergedAreas: 512,
  settingsBytes: 1024 * 1024,
  tooLarge: "error",
};

/** Kinds of events that an add-in can register for, with their numbers on the wire. */
export const eventTypes = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
} as const;

export type EventName = keyof typeof eventTypes;

/** What the objects of the API share: the workbook, and what the host knows about the add-in. */
export interface Context {
  readonly book: Book;
  readonly log: Log;
  readonly limits: Limits;
  /** Ranges that stay addressable after their batch. */
  readonly references: References;
  /** Handlers by "event target", where target is a sheet's id or "Workbook". */
  readonly registered: Set<string>;
  /** False while another workbook is in front. */
  readonly inFront: () => boolean;
  readonly runtime: Runtime;
  readonly spelling: Spelling;
}

/** How this Excel writes and reads addresses, and the format General. */
export interface Spelling {
  /** "R1C1" where the user works with numbered columns (OfficeDev/office-js#1831). */
  references: "A1" | "R1C1";
  /** "G/標準" on hosts that tell number formats in the words of their language (OfficeDev/office-js#2824). */
  general: string;
  /** What parts the areas of an address that the add-in gives: on Windows the list separator of the system (OfficeDev/office-js#1167). */
  listSeparator: string;
}

export const usualSpelling: Spelling = { references: "A1", general: "General", listSeparator: "," };

/** An address of a block as this Excel tells it. */
export function toldAddress({ references }: Spelling, area: Area): string {
  if (references === "A1") return addressOf(area);
  const corner = (row: number, column: number) => [(area.rows < maxRows || area.columns === maxColumns) && `R${row + 1}`, area.columns < maxColumns && `C${column + 1}`].filter(Boolean).join("");
  const [first, last] = [corner(area.row, area.column), corner(area.row + area.rows - 1, area.column + area.columns - 1)];
  return first === last ? first : `${first}:${last}`;
}

/** The shared runtime of the add-in: whether its pane is shown, and whether it starts with the document. */
export interface Runtime {
  state: string;
  startState: string;
  /** True where Excel refuses to show or to hide the pane (OfficeDev/office-js#1809, #2444). */
  refuses: boolean;
}

/** Ranges that the client or an event refers to by id. They move with the rows. */
export class References {
  readonly #byId = new Map<string, HostObject>();
  readonly #ids = new Map<Tracked, string>();
  #next = 1;

  /** Returns the id of a Range or RangeAreas, which is valid until it is removed. */
  keep(object: HostObject): string {
    const { tracked } = object;
    if (tracked === undefined) throw new ExcelError("InvalidArgument", `${object.type} cannot be kept`);
    const known = this.#ids.get(tracked);
    if (known !== undefined) return known;
    const id = `reference-${this.#next++}`;
    this.#byId.set(id, object);
    this.#ids.set(tracked, id);
    tracked.sheet.tracked.add(tracked);
    return id;
  }

  idOf(tracked: Tracked): string | undefined {
    return this.#ids.get(tracked);
  }

  /** @throws {ExcelError} ItemNotFound for a removed reference */
  get(id: string): HostObject {
    const object = this.#byId.get(id);
    if (object === undefined) throw new ExcelError("ItemNotFound", `no reference ${id}`);
    return object;
  }

  remove(id: string): void {
    const tracked = this.#byId.get(id)?.tracked;
    if (tracked === undefined) return;
    tracked.sheet.tracked.delete(tracked);
    this.#byId.delete(id);
    this.#ids.delete(tracked);
  }

  get count(): number {
    return this.#byId.size;
  }
}

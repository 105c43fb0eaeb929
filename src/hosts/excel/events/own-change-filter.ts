import type { CellPlace } from "../../../core/model/address.ts";
import { cellValue, holds } from "../read/cells.ts";
import { blockAt } from "../read/place.ts";

/** Milliseconds in which Excel reports our own writes. */
const lifetime = 15_000;

interface Expected {
  readonly written: string | number | boolean;
  readonly until: number;
}

/** The facts of a change that Excel reports. */
export interface ToldChange {
  readonly worksheetId: string;
  readonly address: string;
  readonly source: string;
  readonly changeType: string;
  /** From ExcelApi 1.14: "ThisLocalAddin" for our own writes. Undefined in older ones. */
  readonly triggerSource: string | undefined;
  /** The new content of the cell; undefined where Excel does not tell it, as for several cells (OfficeDev/office-js#5347). */
  readonly after: { readonly value: unknown; readonly type: unknown } | undefined;
}

/** Tells the events of our own writes from those of people: by Excel's own mark, otherwise by our latest writes. */
export class OwnChangeFilter {
  readonly #expected = new Map<string, Expected>();
  readonly #sheets = new Map<string, number>();

  /** Expects our write of a cell. */
  expect(sheetId: string, at: CellPlace, written: string | number | boolean): void {
    this.#expected.set(key(sheetId, at), { written, until: performance.now() + lifetime });
  }

  /** Expects writes to a sheet that we make: every change on it in the next moment is ours. */
  expectSheet(sheetId: string): void {
    this.#sheets.set(sheetId, performance.now() + lifetime);
  }

  /** True for our own change. An own write that is not recognized costs one check too many; the opposite mistake one too few. */
  isOwn(change: ToldChange): boolean {
    if (change.triggerSource !== undefined) return change.triggerSource === "ThisLocalAddin";
    if (change.source !== "Local" || change.changeType !== "RangeEdited") return false;
    if ((this.#sheets.get(change.worksheetId) ?? 0) > performance.now()) return true;
    const cells = placesOf(change.address).map((at) => key(change.worksheetId, at));
    const now = performance.now();
    const isOwn = cells.length > 0 && cells.every((cell) => (this.#expected.get(cell)?.until ?? 0) > now && this.#holds(cell, change));
    for (const cell of cells) this.#expected.delete(cell);
    return isOwn;
  }

  #holds(cell: string, { after }: ToldChange): boolean {
    const written = this.#expected.get(cell)?.written;
    return after === undefined || (written !== undefined && holds(cellValue(after.value, after.type), written));
  }
}

/** The cells of an address; none where they are more than we ever write side by side. */
function placesOf(address: string): readonly CellPlace[] {
  const block = blockAt(address);
  if (block === undefined) return [];
  const rows = block.last.row - block.first.row + 1;
  const columns = block.last.column - block.first.column + 1;
  if (rows * columns > 1000) return [];
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: block.first.row + Math.floor(index / columns),
    column: block.first.column + (index % columns),
  }));
}

function key(sheetId: string, at: CellPlace): string {
  return `${at.row} ${at.column} ${sheetId}`;
}

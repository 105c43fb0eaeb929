import { maxColumns, type CellPlace } from "../../../core/model/address.ts";
import { addAll } from "../../../core/model/many.ts";
import { areaIn, plainAreas, type MergedArea } from "../read/reference.ts";
import { attributeOf, isLocalTag, nextTag } from "../xml/tag-scan.ts";
import type { SheetPlaces } from "./sheet-scan.ts";
import { lowerBound } from "./sorted.ts";

/** Rows of a merged area that are looked at: nobody needs more room, and a file may name a million. */
const mostRows = 20;

/** The merged areas of a sheet part, read from its bytes since there may be one for each block. */
export class MergedAreas {
  readonly #areas: readonly MergedArea[];
  /** The last row of each area by its first cell, as soon as one is asked for. */
  #lastRows: Map<number, number> | undefined;

  /** @param rows where its rows begin and end; no sheet should have its areas before them, but readers take these too */
  constructor(bytes: Uint8Array, rows: Pick<SheetPlaces, "open" | "end">) {
    const areas: MergedArea[] = [];
    const take = (area: MergedArea) => void areas.push(area);
    takeAreas(bytes.subarray(0, rows.open), 0, take);
    takeAreas(bytes, rows.end, take);
    this.#areas = areas;
  }

  /** The cells among these that an area hides, where written values would be invisible. */
  coveredOf(places: readonly CellPlace[]): readonly CellPlace[] {
    const byRow = new Map<number, CellPlace[]>();
    for (const at of places) {
      const inRow = byRow.get(at.row);
      if (inRow) inRow.push(at);
      else byRow.set(at.row, [at]);
    }
    const rows = [...byRow.keys()].sort((one, other) => one - other);
    const covered: CellPlace[] = [];
    for (const { row, column, lastRow, lastColumn } of this.#areas) {
      for (let index = lowerBound(rows, row); index < rows.length && (rows[index] ?? 0) <= lastRow; index++) {
        const inRow = byRow.get(rows[index] ?? 0) ?? [];
        addAll(covered, inRow.filter((at) => at.column >= column && at.column <= lastColumn && (at.row !== row || at.column !== column)));
      }
    }
    return covered;
  }

  /** The rows of the area that begins at a cell, or the cell's own row. */
  rowsAt({ row, column }: CellPlace): readonly number[] {
    this.#lastRows ??= new Map(this.#areas.map((area) => [area.row * maxColumns + area.column, area.lastRow]));
    const last = this.#lastRows.get(row * maxColumns + column) ?? row;
    const rows = [row];
    for (let next = row + 1; next <= last && rows.length < mostRows; next++) rows.push(next);
    return rows;
  }
}

function takeAreas(bytes: Uint8Array, from: number, take: (area: MergedArea) => void): void {
  for (let at = nextTag(bytes, from); at < bytes.length; at = nextTag(bytes, at)) {
    at = plainAreas(bytes, at, take);
    if (bytes[at] !== 0x3c) continue;
    if (isLocalTag(bytes, at + 1, "mergeCell")) {
      const reference = attributeOf(bytes, at, "ref");
      const area = reference && areaIn(bytes, reference.start, reference.end);
      if (area) take(area);
    }
    at++;
  }
}

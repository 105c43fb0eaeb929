import type { CellPlace } from "../../core/model/address.ts";
import { Pace, refuseAborted } from "../../core/model/pace.ts";
import { plainText } from "../../core/model/plain-text.ts";
import type { Watch } from "../../core/model/ports.ts";
import type { SheetLook } from "../../hosts/file/file-workbook.ts";

/** The most matches, since nobody goes through more. */
const mostFound = 100_000;

/** The words and the start of a search. */
export interface Sought {
  readonly text: string;
  readonly from: CellPlace | undefined;
  /** 0 for the cell itself or the next one. */
  readonly direction: 1 | -1 | 0;
}

/** The found cell, its number among all, and how many there are. */
export interface FoundText {
  readonly count: number;
  /** From 1; 0 where there is none. */
  readonly index: number;
  readonly at: CellPlace | undefined;
}

/** Looks through what a sheet's shown cells say, whatever the case and width of letters. Keeps the last text's places. */
export class Search {
  #places: { readonly look: SheetLook; readonly text: string; readonly all: readonly CellPlace[] } | undefined;

  /** @throws {Refusal} cancelled */
  async find(look: SheetLook, { text, from, direction }: Sought, watch: Watch): Promise<FoundText> {
    const known = this.#places?.look === look && this.#places.text === text ? this.#places : { look, text, all: await placesOf(look, text, watch) };
    this.#places = known;
    const { all } = known;
    if (all.length === 0) return { count: 0, index: 0, at: undefined };
    const index = indexFrom(all, from, direction);
    return { count: all.length, index: index + 1, at: all[index] };
  }
}

/** From the last place it goes on with the first, and back. */
function indexFrom(all: readonly CellPlace[], from: CellPlace | undefined, direction: 1 | -1 | 0): number {
  if (!from) return 0;
  const index = direction < 0 ? all.findLastIndex((place) => compare(place, from) < 0) : all.findIndex((place) => compare(place, from) >= direction);
  if (index >= 0) return index;
  return direction < 0 ? all.length - 1 : 0;
}

function compare(one: CellPlace, other: CellPlace): number {
  return Math.sign(one.row - other.row || one.column - other.column);
}

async function placesOf(look: SheetLook, text: string, watch: Watch): Promise<readonly CellPlace[]> {
  const { grid, hiddenColumns } = look;
  const sought = plainText(text);
  const found: CellPlace[] = [];
  if (sought === "") return found;
  const pace = new Pace();
  for (let row = 0; row < grid.rowCount && found.length < mostFound; row++) {
    if (pace.isOver) {
      await pace.next();
      refuseAborted(watch);
    }
    if (grid.hiddenRows.has(row)) continue;
    grid.row(row).forEach((value, column) => {
      if (value !== undefined && !hiddenColumns.has(column) && plainText(look.text(row, column)).includes(sought)) found.push({ row, column });
    });
  }
  return found;
}

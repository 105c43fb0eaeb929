import type { CellPlace } from "../../core/model/address.ts";
import type { CellArea } from "../../core/model/cell-lists.ts";
import type { MergedArea } from "../../hosts/file/file-workbook.ts";
import type { SheetLayout } from "../worker/messages.ts";
import { both, Merges } from "../worker/merges.ts";
import { Offsets } from "./offsets.ts";

/** Room for the row numbers and for the column letters. */
export const headWidth = 48;
export const headHeight = 24;

/** The positions and sizes of a sheet's cells, computed once for a layout. */
export class SheetGeometry {
  readonly rows: Offsets;
  readonly columns: Offsets;
  readonly merges: Merges;

  /** @param zoom 1 for the sizes of the layout */
  constructor(
    readonly layout: SheetLayout,
    readonly zoom = 1,
  ) {
    this.rows = new Offsets(layout.rowHeights.map((size) => zoomed(size, zoom)));
    this.columns = new Offsets(layout.columnWidths.map((size) => zoomed(size, zoom)));
    this.merges = new Merges(layout.merges);
  }

  /** The cell, or the merged area that it is in. */
  block({ row, column }: CellPlace): MergedArea {
    return this.merges.at({ row, column }) ?? { row, column, lastRow: row, lastColumn: column };
  }

  /** All that is selected: from one cell to the other, with the merged areas that it touches. */
  area(from: CellPlace, to: CellPlace): CellArea {
    return this.merges.around(both(this.block(from), this.block(to)));
  }

  /** The cell with the value of the place: the first one of a merged area. */
  anchor(place: CellPlace): CellPlace {
    const { row, column } = this.block(place);
    return { row, column };
  }
}

/** Number of frozen rows and columns. They may take half the room at most, or nothing could be scrolled. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

/** The frozen rows and columns that stay frozen in a window of this size. */
export function frozenIn({ rows, columns, layout }: SheetGeometry, room: { readonly width: number; readonly height: number }): Frozen {
  return {
    rows: rows.start(layout.frozenRows) <= room.height / 2 ? Math.min(layout.frozenRows, rows.count) : 0,
    columns: columns.start(layout.frozenColumns) <= room.width / 2 ? Math.min(layout.frozenColumns, columns.count) : 0,
  };
}

/** The smallest zoom that is chosen for the reader: below it few letters can be read. */
const leastFit = 0.5;

/** The zoom in hundredths at which the used columns fit into a width, in pixels; never more than 1. */
export function fittingZoom({ columnWidths, usedColumns }: SheetLayout, width: number): number {
  const used = columnWidths.subarray(0, usedColumns).reduce((sum, size) => sum + size, 0);
  if (used === 0) return 1;
  return Math.min(1, Math.max(leastFit, Math.floor((100 * (width - headWidth)) / used) / 100));
}

/** What is not hidden stays in sight. */
function zoomed(size: number, zoom: number): number {
  return zoom === 1 || size === 0 ? size : Math.max(1, Math.round(size * zoom));
}

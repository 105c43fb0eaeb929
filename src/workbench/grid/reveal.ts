import type { CellPlace } from "../../core/model/address.ts";
import type { Offsets } from "./offsets.ts";
import { headHeight, headWidth, type Frozen, type SheetGeometry } from "./sheet.ts";

/** Scrolls a cell into view, as little as possible; a distant one comes to the upper third. */
export function reveal(scroller: HTMLElement, geometry: SheetGeometry, frozen: Frozen, place: CellPlace): void {
  const { row, column, lastRow, lastColumn } = geometry.block(place);
  const { rows, columns } = geometry;
  if (row >= frozen.rows) {
    const room = scroller.clientHeight - headHeight - rows.start(frozen.rows);
    scroller.scrollTop = scrolled(rows, [row, lastRow], frozen.rows, room, scroller.scrollTop);
  }
  if (column >= frozen.columns) {
    const room = scroller.clientWidth - headWidth - columns.start(frozen.columns);
    scroller.scrollLeft = scrolled(columns, [column, lastColumn], frozen.columns, room, scroller.scrollLeft);
  }
}

/** Number of rows that fit into the view. */
export function rowsInView(scroller: HTMLElement, { layout, rows }: SheetGeometry, frozen: Frozen): number {
  const average = rows.start(rows.count) / Math.max(layout.rowHeights.length, 1);
  return Math.max(1, Math.floor((scroller.clientHeight - headHeight - rows.start(frozen.rows)) / Math.max(average, 1)));
}

function scrolled(offsets: Offsets, [first, last]: readonly [number, number], frozen: number, room: number, now: number): number {
  const start = offsets.start(first) - offsets.start(frozen);
  const end = start + Math.min(offsets.span(first, last), room);
  if (start >= now && end <= now + room) return now;
  if (end < now - room || start > now + 2 * room) return Math.max(0, start - room / 3);
  return start < now ? start : end - room;
}

import type { CellPlace } from "../../core/model/address.ts";
import type { CellArea } from "../../core/model/cell-lists.ts";
import type { PlacedCell } from "./row-cells.ts";
import { headHeight, headWidth, type Frozen, type SheetGeometry } from "./sheet.ts";

/** Cells from one to another. */
export interface Span {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** The part of an area on a row, "" where there is none: equal parts are equal values. */
export function rangeOn(area: CellArea | undefined, row: number): string {
  if (!area || row < area.row || row > area.lastRow) return "";
  return [area.column, area.lastColumn, row - area.row, area.lastRow - row].join();
}

/** The edges of an area at a cell, as words; undefined where the cell is not in it. */
export function edgesAt(range: string, { column, columnSpan, rowSpan }: Pick<PlacedCell, "column" | "columnSpan" | "rowSpan">): string | undefined {
  if (range === "") return undefined;
  const [first = 0, last = 0, above = 0, below = 0] = range.split(",").map(Number);
  if (column < first || column > last) return undefined;
  return [above === 0 && "top", below < rowSpan && "bottom", column === first && "left", column + columnSpan > last && "right"].filter(Boolean).join(" ");
}

/** What is selected on a sheet. */
export interface Selected {
  /** The active cell: what is typed goes there. */
  readonly at: CellPlace;
  /** The corner that the arrow keys move with Shift. */
  readonly reach: CellPlace;
  readonly area: CellArea;
  /** True where the area is more than a cell, a merged one being one. */
  readonly isRange: boolean;
}

/** What is selected from the active cell to the other corner, merged cells taken whole; undefined without an active cell. */
export function selectedIn(geometry: SheetGeometry, at: CellPlace | undefined, reach = at): Selected | undefined {
  if (!at || !reach) return undefined;
  const area = geometry.area(at, reach);
  const { lastRow, lastColumn } = geometry.block(area);
  return { at, reach, area, isRange: area.lastRow > lastRow || area.lastColumn > lastColumn };
}

/** All used cells. */
export function everything({ layout }: SheetGeometry): Span {
  return { from: { row: 0, column: 0 }, to: { row: Math.max(layout.usedRows - 1, 0), column: Math.max(layout.usedColumns - 1, 0) } };
}

/** A point of the window. */
export interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** The cell at a point, or the nearest one beside the window on the sheet. */
export function placeAt({ clientX, clientY }: Point, scroller: HTMLElement, { rows, columns }: SheetGeometry, frozen: Frozen): CellPlace {
  const { left, top } = scroller.getBoundingClientRect();
  const across = clientX - left - headWidth;
  const down = clientY - top - headHeight;
  return {
    row: rows.at(down < rows.start(frozen.rows) && frozen.rows > 0 ? Math.max(down, 0) : down + scroller.scrollTop),
    column: columns.at(across < columns.start(frozen.columns) && frozen.columns > 0 ? Math.max(across, 0) : across + scroller.scrollLeft),
  };
}

/** What a press on a row's number, a column's letters or the corner selects: all used cells there. */
export function spanOfHead(target: EventTarget, geometry: SheetGeometry): Span | undefined {
  const head = target instanceof Element ? target.closest<HTMLElement>("[data-head]") : null;
  if (!head) return undefined;
  const { from, to } = everything(geometry);
  const at = Number(head.dataset["at"]);
  if (head.dataset["head"] === "row") return { from: { row: at, column: from.column }, to: { row: at, column: to.column } };
  if (head.dataset["head"] === "column") return { from: { row: from.row, column: at }, to: { row: to.row, column: at } };
  return { from, to };
}

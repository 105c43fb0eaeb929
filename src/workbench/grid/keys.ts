import type { CellPlace } from "../../core/model/address.ts";
import type { SheetGeometry } from "./sheet.ts";

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Target of a key from a cell; undefined for keys that do not move. `page` is the number of rows in view. */
export function placeAfterKey(press: Press, from: CellPlace, geometry: SheetGeometry, page: number): CellPlace | undefined {
  const place = press.ctrlKey || press.metaKey ? jump(press.key, from, geometry) : move(press.key, from, geometry, page);
  return place && geometry.anchor({ row: geometry.rows.shown(place.row), column: geometry.columns.shown(place.column) });
}

function move(key: string, from: CellPlace, geometry: SheetGeometry, page: number): CellPlace | undefined {
  const { rows, columns, layout } = geometry;
  const { row, column, lastRow, lastColumn } = geometry.block(from);
  switch (key) {
    case "ArrowUp":
      return { row: rows.next(row, -1), column };
    case "ArrowDown":
      return { row: rows.next(lastRow, 1), column };
    case "ArrowLeft":
      return { row, column: columns.next(column, -1) };
    case "ArrowRight":
      return { row, column: columns.next(lastColumn, 1) };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: Math.max(layout.usedColumns - 1, 0) };
    case "PageUp":
      return { row: row - page, column };
    case "PageDown":
      return { row: row + page, column };
    default:
      return undefined;
  }
}

/** With Ctrl: to the edges of the used area. */
function jump(key: string, { row, column }: CellPlace, { layout }: SheetGeometry): CellPlace | undefined {
  const last = { row: Math.max(layout.usedRows - 1, 0), column: Math.max(layout.usedColumns - 1, 0) };
  switch (key) {
    case "Home":
      return { row: 0, column: 0 };
    case "End":
      return last;
    case "ArrowUp":
      return { row: 0, column };
    case "ArrowDown":
      return { row: last.row, column };
    case "ArrowLeft":
      return { row, column: 0 };
    case "ArrowRight":
      return { row, column: last.column };
    default:
      return undefined;
  }
}

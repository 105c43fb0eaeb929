import { GridBuilder, type Grid } from "../../core/model/grid.ts";
import type { Watch } from "../../core/model/ports.ts";
import type { FileWorkers } from "./file-workers.ts";

const rowsAtOnce = 500;

/** A sheet as read, fetched in pieces so that the page is not blocked. @throws {Refusal} sheet-gone, unreadable, damaged, too-large, cancelled */
export async function fetchGrid(workers: FileWorkers, sheet: string, watch: Watch = {}): Promise<Grid> {
  const { sheet: info, rowCount, date1904, hiddenRows } = await workers.ask(sheet, { kind: "extent", sheet }, watch);
  const builder = new GridBuilder();
  for (let from = 0; from < rowCount; from += rowsAtOnce) {
    const cells = await workers.ask(sheet, { kind: "cells", sheet, from, to: Math.min(from + rowsAtOnce, rowCount) - 1 }, watch);
    for (const { row, column, value, format } of cells) builder.set(row, column, value, format);
  }
  for (const row of hiddenRows) builder.hideRow(row);
  return builder.build(info, date1904);
}

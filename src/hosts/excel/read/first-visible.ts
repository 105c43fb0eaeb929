import { a1, withoutSheet, type CellPlace } from "../../../core/model/address.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

/** Cells in one request: few, since the next one is mostly visible. */
const cellsPerTrip = 100;

/**
 * Finds the first of some cells that can be seen, as the sheets are now: filters change after a check. One round trip for
 * 100 cells. The end of a cell edit is not waited for. @returns its index, -1 if there is none
 */
export async function firstVisible(session: ExcelSession, sheetId: string, places: readonly CellPlace[]): Promise<number> {
  for (let start = 0; start < places.length; start += cellsPerTrip) {
    const asked = places.slice(start, start + cellsPerTrip);
    const found = await session.exchange((context) => visibleAmong(context, sheetId, asked), { waits: false });
    if (found >= 0) return start + found;
  }
  return -1;
}

function visibleAmong(context: Excel.RequestContext, sheetId: string, places: readonly CellPlace[]): () => number {
  const sheets = new Map<string, Excel.Worksheet>();
  const cells = places.map((place) => {
    const id = place.sheet?.id ?? sheetId;
    const sheet = sheets.get(id) ?? context.workbook.worksheets.getItem(id).load("visibility");
    sheets.set(id, sheet);
    return { sheet, cell: sheet.getRange(a1(withoutSheet(place))).load("rowHidden,columnHidden") };
  });
  return () => cells.findIndex(({ sheet, cell }) => sheet.visibility === "Visible" && !cell.rowHidden && !cell.columnHidden);
}

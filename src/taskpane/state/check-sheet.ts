import type { ReadBy } from "../../core/form/known.ts";
import { inspectSheet, type LastCheck } from "../../core/inspect-sheet.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { SheetReader, Watch } from "../../core/model/ports.ts";
import type { CheckOutcome } from "../../pane/state/host-adapter.ts";

/** Reads and checks a sheet; of one that was checked last only what hangs on a few edits. Null where it holds no evaluation table. @throws {Refusal} what the port `read` refuses; cancelled */
export async function checkSheet(workbook: SheetReader, sheetId: string, by: ReadBy, watch: Watch, lastCheck: LastCheck): Promise<CheckOutcome> {
  const grid = await workbook.read(sheetId, watch);
  // Lets the page answer keys and clicks between reading and checking; each alone is short or sliced.
  await new Promise((resolve) => void setTimeout(resolve));
  if (watch.signal?.aborted === true) throw new Refusal("cancelled");
  return inspectSheet(grid, workbook, by, watch, lastCheck);
}

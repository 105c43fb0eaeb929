import type { Watch } from "../../../core/model/ports.ts";
import { failureOf } from "./errors.ts";
import type { ExcelSession } from "./exchange.ts";

/** What stands on some areas of a sheet. */
interface OnAreas {
  /** Areas separated by commas. */
  readonly address: string;
}

const known = new WeakMap<ExcelSession, boolean>();

/**
 * These, or one for each area where Excel takes no address of several. On Windows it wants the list separator of the system between them
 * instead of a comma, and does not tell which that is (OfficeDev/office-js#1167). Asked once, in one round trip, and only where it matters.
 * @throws {ExcelFailure | Refusal} sheet-gone, interrupted, cancelled and what else Excel says of the question
 */
export async function asTaken<One extends OnAreas>(all: readonly One[], session: ExcelSession, sheetId: string, watch: Watch | undefined): Promise<readonly One[]> {
  if (!all.some(({ address }) => address.includes(",")) || (await takesSeveral(session, sheetId, watch))) return all;
  return all.flatMap((one) => one.address.split(",").map((address) => ({ ...one, address })));
}

async function takesSeveral(session: ExcelSession, sheetId: string, watch: Watch | undefined): Promise<boolean> {
  const before = known.get(session.root);
  if (before !== undefined) return before;
  const takes = await session
    .exchange((context) => {
      context.workbook.worksheets.getItem(sheetId).getRanges("A1,C3").load("areaCount");
      return () => true;
    }, { watch })
    .catch((error: unknown) => {
      if (failureOf(error)?.code !== "InvalidArgument") throw error;
      return false;
    });
  known.set(session.root, takes);
  return takes;
}

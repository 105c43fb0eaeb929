import { mayBeCard, resemblesCard } from "./cards/card.ts";
import type { ReadBy } from "./form/known.ts";
import { inspectFully, inspectFullyIn } from "./inspect.ts";
import type { FullInspection } from "./model/finding.ts";
import type { Grid } from "./model/grid.ts";
import type { SheetReader, Watch } from "./model/ports.ts";
import { Refusal } from "./model/refusal.ts";

type CardReader = Pick<SheetReader, "sheets" | "read" | "readSmall">;

/** A sheet as it was checked. */
export interface InspectedSheet {
  readonly inspection: FullInspection;
  /** Hidden rows of the table. They are checked like the others. */
  readonly hiddenRows: number;
}

/**
 * Checks a sheet of a workbook. For a card, or a sheet that may be one without labels, the other sheets are read as well: a card is checked with all others.
 * Null where the sheet holds no evaluation. @throws {Refusal} a refusal that concerns all sheets: cancelled, too-large …
 */
export async function inspectSheet(grid: Grid, reader: CardReader, { forms, answers }: ReadBy, watch: Watch): Promise<InspectedSheet | null> {
  const alone = inspectFully(grid, forms, answers);
  const isAlone = alone ? !alone.cards : !resemblesCard(grid);
  const inspection = isAlone ? alone : inspectFullyIn(await allGrids(grid, reader, watch), grid, forms, answers);
  if (!inspection) return null;
  const { first, last } = inspection.table;
  const hidden = inspection.cards ? [] : [...grid.hiddenRows].filter((row) => row >= first.row && row <= last.row);
  return { inspection, hiddenRows: hidden.length };
}

/** The sheets of the workbook in their order, without those that are too large for cards or cannot be read. */
async function allGrids(grid: Grid, reader: CardReader, watch: Watch): Promise<readonly Grid[]> {
  const sheets = await reader.sheets();
  if (reader.readSmall) {
    const small = await reader.readSmall(sheets.map(({ id }) => id), watch);
    return small.filter(mayBeCard);
  }
  const { signal, onProgress } = watch;
  const grids: Grid[] = [];
  for (const [index, { id }] of sheets.entries()) {
    onProgress?.(index / sheets.length);
    try {
      const read = id === grid.sheet.id ? grid : await reader.read(id, { ...(signal && { signal }) });
      if (mayBeCard(read)) grids.push(read);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === "cancelled") throw error;
    }
  }
  return grids;
}

import type { FormChoice, ReadBy } from "./form/known.ts";
import { inspectKnown, type KnownCheck } from "./inspect-known.ts";
import type { FullInspection } from "./model/finding.ts";
import type { Grid } from "./model/grid.ts";
import { inTurns } from "./model/pace.ts";
import type { SheetReader, Watch } from "./model/ports.ts";
import { Refusal } from "./model/refusal.ts";
import { hasOwnTitle } from "./summary/own-title.ts";

type CardReader = Pick<SheetReader, "sheets" | "read" | "readSmall">;

/** A sheet as it was checked. */
export interface InspectedSheet {
  readonly inspection: FullInspection;
  /** Hidden rows of the table. They are checked like the others. */
  readonly hiddenRows: number;
}

/** The last check by a known form, from which one of the same sheet goes on where only a few cells were edited. */
export class LastCheck {
  #last: { readonly forms: FormChoice; readonly check: KnownCheck } | undefined;

  /** @throws {Refusal} cancelled */
  async inspect(grid: Grid, forms: FormChoice, watch: Watch): Promise<FullInspection | undefined> {
    const check = (await this.#goOn(grid, forms, watch)) ?? (await inspectKnown(grid, forms, watch));
    this.#last = check ? { forms, check } : undefined;
    return check?.inspection;
  }

  async #goOn(grid: Grid, forms: FormChoice, watch: Watch): Promise<KnownCheck | undefined> {
    const last = this.#last;
    if (last?.check.inspection.sheet.id !== grid.sheet.id || JSON.stringify(last.forms) !== JSON.stringify(forms)) return undefined;
    // Where this part does not arrive, the whole sheet is checked.
    const edits = await import("./inspect-edits.ts").catch(() => undefined);
    return edits && inTurns(edits.editedInSteps(last.check, grid), watch);
  }
}

/**
 * Checks a sheet of a workbook. For a card, or a sheet that may be one without labels, the other sheets are read as well: a card is checked with all others.
 * After a few edits only what hangs on them is checked. @param lastCheck of the same workbook
 * @returns null where the sheet holds no evaluation, "own" where it begins like a summary sheet of ours. @throws {Refusal} a refusal that concerns all sheets: cancelled, too-large …
 */
export async function inspectSheet(grid: Grid, reader: CardReader, { forms, answers }: ReadBy, watch: Watch, lastCheck = new LastCheck()): Promise<InspectedSheet | "own" | null> {
  const inspection = (await lastCheck.inspect(grid, forms, watch)) ?? (await inspectOther(grid, reader, { forms, answers }, watch));
  if (!inspection) return hasOwnTitle(grid) ? "own" : null;
  const { first, last } = inspection.table;
  const hidden = inspection.cards ? [] : [...grid.hiddenRows].filter((row) => row >= first.row && row <= last.row);
  return { inspection, hiddenRows: hidden.length };
}

/** A sheet that no known form fits. Its part of the core is loaded only for such a sheet. */
async function inspectOther(grid: Grid, reader: CardReader, { forms, answers }: ReadBy, watch: Watch): Promise<FullInspection | null> {
  const { fullyInSteps, mayBeCard, resemblesCard } = await import("./inspect.ts");
  const alone = await inTurns(fullyInSteps([grid], grid, forms, answers), watch);
  const isAlone = alone ? !alone.cards : !resemblesCard(grid);
  return isAlone ? alone : inTurns(fullyInSteps(await allGrids(grid, reader, mayBeCard, watch), grid, forms, answers), watch);
}

/** The sheets of the workbook in their order, without those that are too large for cards or cannot be read. */
async function allGrids(grid: Grid, reader: CardReader, mayBeCard: (grid: Grid) => boolean, watch: Watch): Promise<readonly Grid[]> {
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

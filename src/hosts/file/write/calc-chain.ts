import { a1, type CellPlace } from "../../../core/grid/address.ts";
import { readRelations } from "../relations.ts";
import type { Draft } from "./draft.ts";
import { removeParts, unrelate } from "./parts.ts";

/**
 * Takes cells out of the calculation chain: a chain that names a cell without a formula makes Excel repair the workbook. A chain
 * that is empty then goes as a whole; Excel makes a new one.
 * @param isGone by the sheet's id and the cell's address.
 */
async function removeFromChain(draft: Draft, workbook: string, isGone: (sheet: string, cell: string) => boolean): Promise<void> {
  const relation = (await readRelations(draft, workbook)).find(({ kind }) => kind === "calcChain");
  if (relation?.part === undefined) return;
  const chain = await draft.xml(relation.part);
  const cells = chain.root.children;
  let sheet = "";
  let left = 0;
  let stated = "";
  for (const cell of cells) {
    // An entry without a sheet is on that of the entry before (ECMA-376 18.6.1).
    const own = chain.attribute(cell, "i");
    sheet = own ?? sheet;
    if (isGone(sheet, chain.attribute(cell, "r") ?? "")) {
      chain.remove(cell);
      continue;
    }
    left++;
    if (own === undefined && stated !== sheet) chain.setAttribute(cell, "i", sheet);
    stated = sheet;
  }
  if (left > 0) {
    draft.putXml(chain);
    return;
  }
  await removeParts(draft, [relation.part]);
  await unrelate(draft, workbook, relation.id);
}

/** Takes cells of one sheet out of the chain. */
export function removeCells(draft: Draft, workbook: string, sheet: string, places: readonly CellPlace[]): Promise<void> {
  const gone = new Set(places.map(a1));
  return removeFromChain(draft, workbook, (each, cell) => each === sheet && gone.has(cell));
}

/** Takes all cells of a sheet out of the chain. */
export function removeSheetCells(draft: Draft, workbook: string, sheet: string): Promise<void> {
  return removeFromChain(draft, workbook, (each) => each === sheet);
}

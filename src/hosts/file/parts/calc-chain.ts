import { readRelations } from "../read/relations.ts";
import type { Draft } from "./draft.ts";
import { removeParts, unrelate } from "./add-part.ts";

/**
 * Removes all cells of a sheet from the calculation chain, since an entry for a cell without a formula makes Excel repair
 * the workbook. An empty chain is removed; Excel makes a new one.
 */
export async function removeSheetCells(draft: Draft, workbook: string, gone: string): Promise<void> {
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
    if (sheet === gone) {
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

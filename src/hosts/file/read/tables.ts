import type { PartSource } from "../zip/package.ts";
import { numberIn, readTree } from "../xml/tree.ts";
import { mergedAreaOf, type MergedArea } from "./reference.ts";
import { partsOf, readRelations } from "./relations.ts";

/**
 * The header rows of the Excel tables on a sheet (ECMA-376 18.5.1.2). Each cell there is also the name of a column. @throws
 * {Refusal} damaged
 */
export async function tableHeaders(pack: PartSource, sheetPart: string): Promise<readonly MergedArea[]> {
  const headers: MergedArea[] = [];
  for (const part of partsOf(await readRelations(pack, sheetPart), "table")) {
    const table = await readTree(part, pack.stream(part));
    const area = mergedAreaOf(table.attributes.get("ref") ?? "");
    if (area !== undefined && numberIn(table, "headerRowCount") !== 0) headers.push({ ...area, lastRow: area.row });
  }
  return headers;
}

import { Refusal } from "../../../core/model/refusal.ts";
import type { PartSource } from "../zip/package.ts";
import { readRelations } from "./relations.ts";
import { readTree } from "../xml/tree.ts";

/** The root of our custom XML part (ECMA-376 part 1, 15.2.5). Excel keeps custom parts that it does not know. */
export const rootName = "tenkenKept";
/** Parts of other programs may be large; ours is not. */
const mostBytes = 8 * 1_048_576;

/** A text for a sheet, by its id; "" for all. */
export interface KeptText {
  readonly name: string;
  readonly sheet: string;
  readonly text: string;
}

/** Our texts in a workbook, and their place. */
interface KeptPart {
  readonly part: string;
  readonly relation: string;
  readonly texts: readonly KeptText[];
}

/** The text that the workbook keeps for a sheet under a name; undefined if there is none. */
export async function keptText(pack: PartSource, workbook: string, name: string, sheet: string): Promise<string | undefined> {
  const kept = await keptPart(pack, workbook);
  return kept?.texts.find((each) => each.name === name && each.sheet === sheet)?.text;
}

/** The part with our texts; undefined if the workbook has none. */
export async function keptPart(pack: PartSource, workbook: string): Promise<KeptPart | undefined> {
  const seen = new Set<string>();
  for (const { kind, part, id } of await readRelations(pack, workbook)) {
    if (kind !== "customXml" || part === undefined || seen.has(part) || pack.sizeOf(part) > mostBytes) continue;
    seen.add(part);
    const texts = await textsIn(pack, part);
    if (texts) return { part, relation: id, texts };
  }
  return undefined;
}

/** The texts of a part; undefined if it is not ours. A part of another program need not be sound. */
async function textsIn(pack: PartSource, part: string): Promise<readonly KeptText[] | undefined> {
  try {
    const root = await readTree(part, pack.stream(part));
    if (root.name !== rootName) return undefined;
    return root.children.map(({ attributes }) => ({ name: attributes.get("name") ?? "", sheet: attributes.get("sheet") ?? "", text: attributes.get("text") ?? "" }));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

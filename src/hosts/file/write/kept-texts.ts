import { Refusal } from "../../../core/refusal.ts";
import type { PartSource } from "../package.ts";
import { readRelations } from "../relations.ts";
import { readTree } from "../xml-tree.ts";
import type { Draft } from "./draft.ts";
import { addPart, relate, removeParts, unrelate } from "./parts.ts";
import { WorkbookDraft } from "./workbook-draft.ts";
import { escapeAttribute } from "./xml-escape.ts";

/** The root of our custom XML part (ECMA-376 part 1, 15.2.5). Excel carries parts of others along. */
const rootName = "tenkenKept";
/** Parts of others may be large; ours is not. */
const mostBytes = 8 * 1_048_576;

/** A text for a sheet, by its id; "" for all. */
interface KeptText {
  readonly name: string;
  readonly sheet: string;
  readonly text: string;
}

/** The texts of ours in a workbook, and where they are. */
interface KeptPart {
  readonly part: string;
  readonly relation: string;
  readonly texts: readonly KeptText[];
}

/** The text that the workbook keeps for a sheet under a name; undefined where there is none. */
export async function keptText(pack: PartSource, workbook: string, name: string, sheet: string): Promise<string | undefined> {
  const kept = await keptPart(pack, workbook);
  return kept?.texts.find((each) => each.name === name && each.sheet === sheet)?.text;
}

/** Keeps a text, or forgets it. With the last text the part goes. */
export async function keepText(draft: Draft, { name, sheet, text }: Omit<KeptText, "text"> & { readonly text: string | undefined }): Promise<void> {
  const workbook = await WorkbookDraft.open(draft);
  const kept = await keptPart(draft, workbook.part);
  const before = kept?.texts ?? [];
  if (before.find((each) => each.name === name && each.sheet === sheet)?.text === text) return;
  const others = before.filter((each) => each.name !== name || each.sheet !== sheet);
  const texts = text === undefined ? others : [...others, { name, sheet, text }];
  if (!kept) {
    const part = draft.freeName("customXml/item", ".xml");
    await addPart(draft, part, "application/xml", xmlOf(texts));
    await relate(draft, workbook.part, `${workbook.dialect.relationships}/customXml`, part);
  } else if (texts.length > 0) draft.put(kept.part, xmlOf(texts));
  else {
    await removeParts(draft, [kept.part]);
    await unrelate(draft, workbook.part, kept.relation);
  }
}

async function keptPart(pack: PartSource, workbook: string): Promise<KeptPart | undefined> {
  for (const { kind, part, id } of await readRelations(pack, workbook)) {
    if (kind !== "customXml" || part === undefined || pack.sizeOf(part) > mostBytes) continue;
    const texts = await textsIn(pack, part);
    if (texts) return { part, relation: id, texts };
  }
  return undefined;
}

/** The texts of a part; undefined where it is not ours. What others wrote there need not be sound. */
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

function xmlOf(texts: readonly KeptText[]): string {
  const entries = texts.map(({ name, sheet, text }) => `<text name="${escapeAttribute(name)}" sheet="${escapeAttribute(sheet)}" text="${escapeAttribute(text)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${rootName} xmlns="urn:tenken:kept:1">${entries.join("")}</${rootName}>`;
}

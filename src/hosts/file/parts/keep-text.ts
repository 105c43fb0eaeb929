import { refuseNewer } from "../../../core/settings/refuse-newer.ts";
import { keptPart, rootName, type KeptText } from "../read/kept-texts.ts";
import type { Draft } from "./draft.ts";
import { addPart, relate, removeParts, unrelate } from "./add-part.ts";
import { WorkbookDraft } from "./workbook-draft.ts";
import { escapeAttribute } from "../xml/escape.ts";

/** Keeps a text, or forgets it. The part is removed with the last text. @throws {Refusal} kept-newer */
export async function keepText(draft: Draft, { name, sheet, text }: Omit<KeptText, "text"> & { readonly text: string | undefined }): Promise<void> {
  const workbook = await WorkbookDraft.open(draft);
  const kept = await keptPart(draft, workbook.part);
  const before = kept?.texts ?? [];
  const former = before.find((each) => each.name === name && each.sheet === sheet)?.text;
  if (former === text) return;
  refuseNewer(name, former);
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

function xmlOf(texts: readonly KeptText[]): string {
  const entries = texts.map(({ name, sheet, text }) => `<text name="${escapeAttribute(name)}" sheet="${escapeAttribute(sheet)}" text="${escapeAttribute(text)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${rootName} xmlns="urn:tenken:kept:1">${entries.join("")}</${rootName}>`;
}

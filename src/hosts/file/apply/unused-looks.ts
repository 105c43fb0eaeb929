import type { Draft } from "../parts/draft.ts";
import type { StyleDraft } from "../parts/style-draft.ts";

/** The number of a differential format, under the names that rules, tables, pivot tables and styles have for it: dxfId, dataDxfId, headerRowDxfId. */
const reference = /[dD]xfId\s{0,9}=\s{0,9}["'](\d{1,9})/g;

/** Takes the looks of marks out of the style sheet which nothing in the workbook uses any more. Its sheets must have been put back. */
export async function dropUnused(draft: Draft, styles: StyleDraft, looks: ReadonlySet<number>): Promise<void> {
  if (!looks.has(styles.lastDifferential)) return;
  const used = new Set<number>();
  // Letters beyond ASCII do not matter here, and this reading is the quickest.
  const decoder = new TextDecoder("latin1");
  for (const name of draft.names().filter((each) => each.endsWith(".xml"))) {
    for (const [, id] of decoder.decode(await draft.bytes(name)).matchAll(reference)) used.add(Number(id));
  }
  styles.dropDifferentials(new Set([...looks].filter((look) => !used.has(look))));
}

import type { PartSource } from "../zip/package.ts";
import { decodeStrictly, Draft } from "../parts/draft.ts";
import { StyleDraft } from "../parts/style-draft.ts";
import { itemNumbers } from "../parts/style-items.ts";

/**
 * Takes looks that nothing in the workbook uses any more out of the style sheet: those of marks that were taken away, and what was added to
 * the style sheet since the file was opened. Its sheets must have been put back.
 * @param marks numbers of the differential formats
 */
export async function dropUnused(draft: Draft, styles: StyleDraft, opened: PartSource, marks: ReadonlySet<number>): Promise<void> {
  const former = await formerStyles(opened, styles.part);
  const isLonger = former !== undefined && styles.last("cellXfs") > former.last("cellXfs");
  if (!isLonger && !marks.has(styles.last("dxfs"))) return;
  const used = { cellXfs: new Set<number>(), dxfs: new Set<number>(), fonts: new Set<number>(), numFmts: new Set<number>() };
  // Letters beyond ASCII do not matter here, and this reading is the quickest.
  const decoder = new TextDecoder("latin1");
  for (const name of draft.names().filter((each) => each.endsWith(".xml"))) {
    const text = decoder.decode(await draft.bytes(name));
    for (const list of name === styles.part ? (["dxfs"] as const) : (["cellXfs", "dxfs", "fonts", "numFmts"] as const)) for (const number of itemNumbers(list, text)) used[list].add(number);
  }
  styles.dropDifferentials(new Set([...marks].filter((look) => !used.dxfs.has(look))));
  if (isLonger) styles.dropAdded(former, used);
}

/** The style sheet of the file as it was opened; undefined where it had none. @throws {Refusal} damaged */
async function formerStyles(opened: PartSource, part: string): Promise<StyleDraft | undefined> {
  return opened.find(part) === undefined ? undefined : new StyleDraft(part, decodeStrictly(part, await new Draft(opened, new Map()).bytes(part)));
}

import type { FormReader } from "../form/reader.ts";
import type { CodeKeys } from "./keys.ts";
import type { LevelBlocks } from "./unit.ts";

/** Number of sections, and the share of them whose codes begin with the first one, if all codes begin again in each. */
const fewest = 2;
const mostAnew = 0.8;

/**
 * The rows at which the outermost nested codes begin again with 1 or 1-1: those of the items above them, or of the tables. None where the codes run on.
 */
export function sectionsOfCodes(reader: FormReader, blocks: readonly LevelBlocks[], tables: readonly { readonly from: number }[], codes: CodeKeys): readonly number[] {
  const depth = reader.codes.findIndex(({ key }) => key === "nested");
  const first = codes.of(new Array<number>(reader.codes[depth]?.size ?? 0).fill(1));
  const level = blocks[depth] ?? [];
  const rows: number[] = [];
  let at = 0;
  let begun = 0;
  for (const { from } of depth === 0 ? [{ from: 0 }, ...tables] : (blocks[depth - 1] ?? [])) {
    while ((level[at]?.from ?? Infinity) < from) at++;
    const block = level[at];
    if (!block) break;
    if (block.keys.includes(first)) begun++;
    rows.push(from);
  }
  return begun >= fewest && begun >= mostAnew * rows.length ? rows : [];
}

/** The number of the section in which a node stands; 0 before the first, or where there is none. */
export function sectionOf({ sections, from }: { readonly sections: readonly number[]; readonly from: Int32Array }, node: number): number {
  const row = from[node] ?? 0;
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle] ?? Infinity) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { LevelCells } from "./level-cells.ts";

/** Number of sections, and the share of them whose codes begin otherwise, if all codes begin again in each. Then many codes come again. */
const fewest = 2;
const mostOthers = 0.2;
const fewestAgain = 3;

/**
 * Those of the sections, by their first rows, in each of which nested codes begin again with 1-1: all or none. A code that cannot be read says nothing.
 * @param cells those of the innermost nested codes @param outermost those of the outermost; undefined between tables, since each page may begin with its code
 */
export function sectionsOfCodes(cells: LevelCells | undefined, filled: Uint8Array | undefined, starts: readonly number[], outermost: LevelCells | undefined): readonly number[] {
  if (!cells || starts.length < fewest) return [];
  const { rows, depths } = cells.table;
  const codesAt = (at: number) => cells.readCode(rows[at]?.row ?? 0, rows[at]?.shift).codes;
  let begun = 0;
  let others = 0;
  starts.forEach((from, index) => {
    let at = from;
    // Where levels have rows of their own, the codes begin further down.
    while (depths && filled?.[at] !== 1 && at + 1 < (starts[index + 1] ?? rows.length)) at++;
    const own = codesAt(at);
    const read = own.length > 0 || !outermost ? own : outermost.readCode(rows[at]?.row ?? 0).codes;
    if (read.some((code) => code.every((number) => number === 1))) begun++;
    else if (read.length > 0) others++;
  });
  if (begun < fewest || others > Math.max(1, mostOthers * starts.length)) return [];
  if (others === 0 && starts.length > fewest) return starts;
  const codesFrom = (from: number) => rows.flatMap((_, at) => (at >= from && filled?.[at] === 1 ? codesAt(at).slice(0, 1) : [])).map((code) => code.join());
  const all = codesFrom(0);
  const again = all.length - new Set(all).size;
  // Of two sections one may begin with a code mistyped.
  const isAgain = again >= fewestAgain || (others === 0 && 2 * again >= codesFrom(starts.at(-1) ?? 0).length);
  return isAgain ? starts : [];
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

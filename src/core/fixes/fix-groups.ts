import type { CellEdit, Finding, Fix } from "../model/finding.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";

/** Findings that are fixed together, because their fixes touch the same cells. */
export interface FixGroup {
  readonly findings: readonly Finding[];
  /** Safe only where all of its fixes are. */
  readonly safety: Fix["safety"];
  /** Each cell once. */
  readonly edits: readonly CellEdit[];
}

/**
 * Groups findings that share a cell, directly or through others. Groups and their findings keep the order of the findings.
 * `cellsOf` gives the cells of a finding; one without cells is in no group. Each cell is looked at once.
 */
export function groupByCell(findings: readonly Finding[], cellsOf: (finding: Finding) => readonly CellPlace[]): readonly (readonly Finding[])[] {
  /** For every finding an earlier one of its group, or itself. */
  const earlier: number[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    for (let next = earlier[root]; next !== undefined && next !== root; next = earlier[root]) {
      earlier[root] = earlier[next] ?? next;
      root = next;
    }
    return root;
  };
  const met = new Map<string, number>();
  const cells = findings.map(cellsOf);
  cells.forEach((places, index) => {
    earlier.push(index);
    for (const place of places) {
      const key = keyOf(place);
      const [one, other] = [rootOf(index), rootOf(met.get(key) ?? index)];
      earlier[Math.max(one, other)] = Math.min(one, other);
      met.set(key, index);
    }
  });
  const groups = new Map<number, Finding[]>();
  findings.forEach((finding, index) => {
    if (cells[index]?.length === 0) return;
    const group = groups.get(rootOf(index));
    if (group) group.push(finding);
    else groups.set(rootOf(index), [finding]);
  });
  return [...groups.values()];
}

/**
 * The fixes of findings, in the order of the findings. Fixes that share a cell become one: where one moves a text and
 * another corrects it, the corrected text is moved. Otherwise the fix of the earlier rule counts, and includes the
 * later one's correction (fixing a code's spelling also tidies its title).
 */
export function fixGroupsOf(findings: readonly Finding[]): readonly FixGroup[] {
  return groupByCell(findings, ({ fix }) => fix?.edits.map(({ at }) => at) ?? []).map(fixGroupOf);
}

function fixGroupOf(findings: readonly Finding[]): FixGroup {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  const [only, second] = fixes;
  // Nearly all of the thousands that a sheet may have.
  if (only && !second && only.edits.length === 1) return { findings, safety: only.safety, edits: only.edits };
  const safety = fixes.every((fix) => fix.safety === "safe") ? "safe" : "suggested";
  const edits = new Map<string, CellEdit>();
  /** Of several edits of one text, the first that corrects it and the first that empties its cell. */
  const corrections = new Map<CellValue, CellEdit>();
  const sources = new Map<CellValue, CellEdit>();
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    if (!edits.has(keyOf(edit.at))) edits.set(keyOf(edit.at), edit);
    const alike = edit.to === "" ? sources : corrections;
    if (!alike.has(edit.from)) alike.set(edit.from, edit);
  }
  for (const { edits: [source, target] } of fixes) {
    if (source.to !== "" || !target) continue;
    const correction = corrections.get(source.from);
    if (correction) edits.set(keyOf(target.at), { ...target, to: correction.to });
    const first = sources.get(source.from);
    if (first) edits.set(keyOf(first.at), first);
  }
  return { findings, safety, edits: [...edits.values()] };
}

function keyOf({ row, column, sheet }: CellPlace): string {
  return `${row} ${column} ${sheet?.id ?? ""}`;
}

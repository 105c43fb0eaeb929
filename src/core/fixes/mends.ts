import type { CellEdit, Finding, Fix } from "../finding.ts";
import type { CellPlace } from "../grid/address.ts";
import type { CellValue } from "../grid/grid.ts";

/** Findings that are mended together, because their fixes touch the same cells. */
export interface Mend {
  readonly findings: readonly Finding[];
  /** Safe only where all of its fixes are. */
  readonly safety: Fix["safety"];
  /** Each cell once. */
  readonly edits: readonly CellEdit[];
}

/**
 * The mends of findings, in the order of the findings. Fixes that share a cell become one mend: where one moves a
 * text and another corrects it, the corrected text is moved; else the fix of the earlier rule counts, which takes
 * the later one's correction in (a code's spelling also tidies its title).
 */
export function mendsOf(findings: readonly Finding[]): readonly Mend[] {
  const groups: Finding[][] = [];
  const groupAt = new Map<string, Finding[]>();
  for (const finding of findings) {
    const edits = finding.fix?.edits ?? [];
    if (edits.length === 0) continue;
    const met = new Set(edits.map(({ at }) => groupAt.get(keyOf(at))).filter((group) => group !== undefined));
    const [group = [], ...others] = met;
    if (group.length === 0) groups.push(group);
    for (const other of others) group.push(...other.splice(0));
    group.push(finding);
    for (const member of group) for (const { at } of member.fix?.edits ?? []) groupAt.set(keyOf(at), group);
  }
  return groups.filter((group) => group.length > 0).map(mendOf);
}

function mendOf(findings: readonly Finding[]): Mend {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  const safety = fixes.every((fix) => fix.safety === "safe") ? "safe" : "suggested";
  const edits = new Map<string, CellEdit>();
  const moves: { readonly text: CellValue; readonly target: CellEdit }[] = [];
  for (const { edits: own } of fixes) {
    const [first, second] = own;
    if (first.to === "" && second) moves.push({ text: first.from, target: second });
    for (const edit of own) if (!edits.has(keyOf(edit.at))) edits.set(keyOf(edit.at), edit);
  }
  for (const { text, target } of moves) {
    const correction = fixes.flatMap((fix) => fix.edits).find(({ from, to }) => from === text && to !== "");
    if (correction) edits.set(keyOf(target.at), { ...target, to: correction.to });
    const source = fixes.flatMap((fix) => fix.edits).find(({ from, to }) => from === text && to === "");
    if (source) edits.set(keyOf(source.at), source);
  }
  return { findings, safety, edits: [...edits.values()] };
}

function keyOf({ row, column }: CellPlace): string {
  return `${row} ${column}`;
}

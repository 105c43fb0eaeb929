import { areaLists, type Block } from "../../../core/model/address.ts";
import type { MarkLevel } from "../../../core/model/finding.ts";
import { joined, markLevels } from "../../../core/model/mark-look.ts";
import { areasOf } from "../read/place.ts";

/** One conditional format, wanted or existing. */
export interface MarkRule {
  readonly level: MarkLevel;
  /** Areas without the sheet's name, separated by commas. */
  readonly address: string;
}

/** The rules that mark these blocks, as few as the length of an address allows. */
export function markRules(blocks: Readonly<Record<MarkLevel, readonly Block[]>>): readonly MarkRule[] {
  return markLevels.flatMap((level) => areaLists(joined(blocks[level]), ",").map((address) => ({ level, address })));
}

/** True where both sets of rules mark the same areas equally, in any order. */
export function isSameMarks(wanted: readonly MarkRule[], found: readonly MarkRule[]): boolean {
  const keys = (rules: readonly MarkRule[]) => rules.map(({ level, address }) => `${level} ${[...areasOf(address)].sort().join(",")}`).sort();
  return keys(wanted).join("\n") === keys(found).join("\n");
}

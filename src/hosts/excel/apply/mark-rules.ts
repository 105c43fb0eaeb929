import { areaLists } from "../../../core/model/address.ts";
import type { MarkLevel } from "../../../core/model/finding.ts";
import type { MarkGroup } from "../../../core/model/mark-look.ts";
import { comparableFormat } from "../../../core/wording/mark-format.ts";
import { areasOf } from "../read/place.ts";

/** One conditional format, wanted or existing. */
export interface MarkRule {
  readonly level: MarkLevel;
  /** Shows the word before the code; undefined where the cells keep their own. */
  readonly numberFormat: string | undefined;
  /** Areas without the sheet's name, separated by commas. */
  readonly address: string;
}

/** The rules that mark these blocks, as few as the length of an address allows. */
export function markRules(groups: readonly MarkGroup[]): readonly MarkRule[] {
  return groups.flatMap(({ level, numberFormat, blocks }) => areaLists(blocks, ",").map((address) => ({ level, numberFormat, address })));
}

/** Parts the rules into those that are right, wherever they stand, those to take away, and those that are missing. */
export function compareRules<Found extends MarkRule>(wanted: readonly MarkRule[], found: readonly Found[]): { readonly remove: readonly Found[]; readonly add: readonly MarkRule[] } {
  const missing = new Map<string, MarkRule>(wanted.map((rule) => [keyOf(rule), rule]));
  const remove = found.filter((rule) => !missing.delete(keyOf(rule)));
  return { remove, add: [...missing.values()] };
}

/** True where two sets of rules mark the same cells, only with other words, as in another language. */
export function isSameMarking(one: readonly MarkRule[], other: readonly MarkRule[]): boolean {
  const places = (rules: readonly MarkRule[]) => rules.map(placeOf).sort().join("\n");
  return places(one) === places(other);
}

function keyOf(rule: MarkRule): string {
  return `${placeOf(rule)} ${comparableFormat(rule.numberFormat ?? "")}`;
}

function placeOf({ level, address }: MarkRule): string {
  return `${level} ${[...areasOf(address)].sort().join(",")}`;
}

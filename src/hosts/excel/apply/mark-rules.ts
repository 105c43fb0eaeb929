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

/**
 * Parts the rules into those that are right, wherever they stand, those to take away, and those that are missing. What counts is each area: another
 * Excel, which takes no address of several, may have set a rule for each of them.
 */
export function compareRules<Found extends MarkRule>(wanted: readonly MarkRule[], found: readonly Found[]): { readonly remove: readonly Found[]; readonly add: readonly MarkRule[] } {
  const missing = new Set(wanted.flatMap(keysOf));
  const remove = found.filter((rule) => {
    const keys = keysOf(rule);
    const isRight = new Set(keys).size === keys.length && keys.every((key) => missing.has(key));
    if (isRight) for (const key of keys) missing.delete(key);
    return !isRight;
  });
  const add = wanted.flatMap((rule) => {
    const address = areasOf(rule.address).filter((area) => missing.has(keyOf(rule, area))).join(",");
    return address === "" ? [] : [{ ...rule, address }];
  });
  return { remove, add };
}

/** True where two sets of rules mark the same cells, only with other words, as in another language. */
export function isSameMarking(one: readonly MarkRule[], other: readonly MarkRule[]): boolean {
  const places = (rules: readonly MarkRule[]) => rules.flatMap(({ level, address }) => areasOf(address).map((area) => `${level} ${area}`)).sort().join("\n");
  return places(one) === places(other);
}

function keysOf(rule: MarkRule): readonly string[] {
  return areasOf(rule.address).map((area) => keyOf(rule, area));
}

function keyOf({ level, numberFormat }: MarkRule, area: string): string {
  return `${level} ${area} ${comparableFormat(numberFormat ?? "")}`;
}

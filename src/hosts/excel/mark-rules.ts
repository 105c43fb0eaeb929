import { a1, type Block, type CellPlace } from "../../core/grid/address.ts";
import type { MarkLevel } from "../../core/finding.ts";
import { joined, markLevels } from "../../core/review/mark-look.ts";
import { areasOf } from "./place.ts";

/** One conditional format as it shall be, or is. */
export interface MarkRule {
  readonly level: MarkLevel;
  /** Areas without the sheet's name, separated by commas. */
  readonly address: string;
}

/** Excel takes 8,192 characters in an address (OfficeDev/office-js#5198); some are left for a host that counts otherwise. */
const addressLength = 8000;

/** The rules that mark these blocks: as few as the length of an address allows. */
export function markRules(blocks: Readonly<Record<MarkLevel, readonly Block[]>>): readonly MarkRule[] {
  return markLevels.flatMap((level) => addresses(joined(blocks[level])).map((address) => ({ level, address })));
}

/** True where both sets of rules mark the same areas alike, in whatever order Excel lists them. */
export function isSameMarks(wanted: readonly MarkRule[], found: readonly MarkRule[]): boolean {
  const keys = (rules: readonly MarkRule[]) => rules.map(({ level, address }) => `${level} ${[...areasOf(address)].sort().join(",")}`).sort();
  return keys(wanted).join("\n") === keys(found).join("\n");
}

/** Addresses of several areas each, in the blocks' order: as few as the length of an address allows. */
export function addresses(blocks: readonly Block[]): readonly string[] {
  const all: string[] = [];
  for (const block of blocks) {
    const area = areaText(block);
    const last = all.at(-1);
    if (last !== undefined && last.length + 1 + area.length <= addressLength) all[all.length - 1] = `${last},${area}`;
    else all.push(area);
  }
  return all;
}

function areaText({ first, last }: Block): string {
  return isSamePlace(first, last) ? a1(first) : `${a1(first)}:${a1(last)}`;
}

function isSamePlace(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column;
}

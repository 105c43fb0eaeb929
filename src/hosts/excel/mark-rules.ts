import type { Block } from "../../core/changes.ts";
import type { MarkLevel } from "../../core/finding.ts";
import { a1, type CellPlace } from "../../core/grid/address.ts";
import { areasOf } from "./place.ts";

/** One conditional format as it shall be, or is. */
export interface MarkRule {
  readonly level: MarkLevel;
  /** Areas without the sheet's name, separated by commas. */
  readonly address: string;
}

/**
 * How marked cells look: orange and blue, which people who do not see red and green tell apart, of different lightness;
 * letters at least 9:1 against the fill.
 */
export const markColors: Readonly<Record<MarkLevel, { readonly fill: string; readonly font: string }>> = {
  required: { fill: "#FFC166", font: "#3D2100" },
  attention: { fill: "#DCEBFA", font: "#0B2E5C" },
};

const levels: readonly MarkLevel[] = ["required", "attention"];

/** Excel takes 8,192 characters in an address (OfficeDev/office-js#5198); some are left for a host that counts otherwise. */
const addressLength = 8000;

/**
 * The formula of a mark: a text that is not empty, so always true. It carries our sign, needs no other cell, no function and
 * no separator, and therefore reads the same in every language and in R1C1.
 */
export function markFormula(level: MarkLevel): string {
  return `="tenken:${level}"<>""`;
}

/** The level of a formula that is ours; undefined for one of the user's. */
export function levelOf(formula: string): MarkLevel | undefined {
  return levels.find((level) => formula.includes(`"tenken:${level}"`));
}

/** The rules that mark these blocks: as few as the length of an address allows. */
export function markRules(blocks: Readonly<Record<MarkLevel, readonly Block[]>>): readonly MarkRule[] {
  return levels.flatMap((level) => addresses(joined(blocks[level])).map((address) => ({ level, address })));
}

/** True where both sets of rules mark the same areas alike, in whatever order Excel lists them. */
export function isSameMarks(wanted: readonly MarkRule[], found: readonly MarkRule[]): boolean {
  const keys = (rules: readonly MarkRule[]) => rules.map(({ level, address }) => `${level} ${[...areasOf(address)].sort().join(",")}`).sort();
  return keys(wanted).join("\n") === keys(found).join("\n");
}

function addresses(blocks: readonly Block[]): readonly string[] {
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

/** Blocks that stand right below each other, or right beside, become one. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const beside = merged(sorted(blocks, "row", "column"), "row", "column");
  const below = merged(sorted(beside, "column", "row"), "column", "row");
  return below.length < blocks.length ? joined(below) : sorted(below, "row", "column");
}

type Axis = keyof CellPlace;

function sorted(blocks: readonly Block[], major: Axis, minor: Axis): readonly Block[] {
  return [...blocks].sort((one, other) => one.first[major] - other.first[major] || one.last[major] - other.last[major] || one.first[minor] - other.first[minor]);
}

/** Joins neighbours that have the same extent along `same` and touch or overlap along `along`. */
function merged(blocks: readonly Block[], same: Axis, along: Axis): readonly Block[] {
  const all: Block[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    const isAligned = last?.first[same] === block.first[same] && last.last[same] === block.last[same];
    if (last === undefined || !isAligned || block.first[along] > last.last[along] + 1) all.push(block);
    else if (block.last[along] > last.last[along]) all[all.length - 1] = { first: last.first, last: block.last };
  }
  return all;
}

function isSamePlace(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column;
}

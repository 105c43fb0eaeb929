import type { Block, CellPlace } from "./address.ts";
import type { MarkLevel } from "./finding.ts";

/**
 * The look of marked cells: orange and blue of different lightness, which people who do not see red and green can tell apart;
 * letters have a contrast of at least 9:1.
 */
export const markColors: Readonly<Record<MarkLevel, { readonly fill: string; readonly font: string }>> = {
  required: { fill: "#FFC166", font: "#3D2100" },
  attention: { fill: "#DCEBFA", font: "#0B2E5C" },
};

/** The levels of marks, the more important one first. */
export const markLevels: readonly MarkLevel[] = ["required", "attention"];

/**
 * The formula of a mark: a text that is not empty, so always true. It carries our sign, needs no other cell, function or
 * separator, and therefore reads the same in every language and in R1C1.
 */
export function markFormula(level: MarkLevel): string {
  return `="tenken:${level}"<>""`;
}

/** The level of one of our formulas; undefined for the user's. */
export function markLevelOf(formula: string): MarkLevel | undefined {
  return markLevels.find((level) => formula.includes(`"tenken:${level}"`));
}

/** Joins blocks that touch, above each other or side by side. */
export function joined(blocks: readonly Block[]): readonly Block[] {
  const beside = merged(sorted(blocks, "row", "column"), "row", "column");
  const below = merged(sorted(beside, "column", "row"), "column", "row");
  return below.length < blocks.length ? joined(below) : sorted(below, "row", "column");
}

type Axis = Exclude<keyof CellPlace, "sheet">;

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

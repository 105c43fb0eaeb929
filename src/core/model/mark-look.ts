import type { Block, CellPlace } from "./address.ts";
import type { SetMarks } from "./changes.ts";
import type { MarkLevel } from "./finding.ts";

/**
 * The look of marked cells: orange and blue of different lightness, which people who do not see red and green can tell apart;
 * letters have a contrast of at least 9:1.
 */
export const markColors: Readonly<Record<MarkLevel, { readonly fill: string; readonly font: string }>> = {
  required: { fill: "#FFC166", font: "#3D2100" },
  attention: { fill: "#DCEBFA", font: "#0B2E5C" },
};

/** The signs of marks, which differ without their colours too. */
export const markSigns: Readonly<Record<MarkLevel, string>> = { required: "⚑", attention: "◉" };

/** The levels of marks, the more important one first. */
export const markLevels: readonly MarkLevel[] = ["required", "attention"];

/**
 * The formula of a mark: a text that is not empty, so always true. It carries our sign, needs no other cell, function or
 * separator, and therefore reads the same in every language and in R1C1.
 */
export function markFormula(level: MarkLevel): string {
  return `="tenken:${level}"<>""`;
}

/** The level of one of our formulas; undefined for the user's, also where it names our sign, and for a sign that is not known here. */
export function markLevelOf(formula: string): MarkLevel | undefined {
  const plain = formula.replaceAll(/\s/g, "");
  return markLevels.find((level) => [markFormula(level), markFormula(level).slice(1)].includes(plain));
}

/** Marked blocks that are alike: level, and the number format that shows the word; undefined where it has no cell with a code. */
export interface MarkGroup {
  readonly level: MarkLevel;
  readonly numberFormat: string | undefined;
  readonly blocks: readonly Block[];
}

/**
 * What a sheet is to look like: cells with a word by their number format, and all other marked cells without one. No cell is in two groups,
 * so that their order does not matter: some programs let only the first rule of a cell decide.
 * @param formatOf the number format for the cell of a code; undefined where it gets no word
 */
export function markGroups({ blocks, words }: Pick<SetMarks, "blocks" | "words">, formatOf: (level: MarkLevel, word: string, at: CellPlace) => string | undefined): readonly MarkGroup[] {
  return markLevels.flatMap((level) => {
    const { word = "", cells = [] } = words?.[level] ?? {};
    const byFormat = new Map<string, CellPlace[]>();
    for (const at of cells) {
      const format = formatOf(level, word, at);
      if (format === undefined) continue;
      const others = byFormat.get(format);
      if (others) others.push(at);
      else byFormat.set(format, [at]);
    }
    const plain = joined(without(blocks[level], [...byFormat.values()].flat()));
    const worded = [...byFormat].map(([numberFormat, places]) => ({ level, numberFormat, blocks: joined(places.map((at) => ({ first: at, last: at }))) }));
    return [...worded, ...(plain.length > 0 ? [{ level, numberFormat: undefined, blocks: plain }] : [])];
  });
}

/** The blocks without some cells. */
function without(blocks: readonly Block[], cells: readonly CellPlace[]): readonly Block[] {
  const columnsOf = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const columns = columnsOf.get(row);
    if (columns) columns.push(column);
    else columnsOf.set(row, [column]);
  }
  return blocks.flatMap(({ first, last }) => {
    const left: Block[] = [];
    const keep = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => {
      if (fromRow <= toRow && fromColumn <= toColumn) left.push({ first: { row: fromRow, column: fromColumn }, last: { row: toRow, column: toColumn } });
    };
    let from = first.row;
    for (let row = first.row; row <= last.row; row++) {
      const cut = columnsOf.get(row)?.filter((column) => column >= first.column && column <= last.column);
      if (cut === undefined || cut.length === 0) continue;
      keep(from, first.column, row - 1, last.column);
      let column = first.column;
      for (const hole of cut.sort((one, other) => one - other)) {
        keep(row, column, row, hole - 1);
        column = hole + 1;
      }
      keep(row, column, row, last.column);
      from = row + 1;
    }
    keep(from, first.column, last.row, last.column);
    return left;
  });
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

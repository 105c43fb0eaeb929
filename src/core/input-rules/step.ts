import type { FormOutcome, AddInputRules, RemoveInputRules } from "../model/changes.ts";
import type { TermList } from "../model/term-lists.ts";
import type { Block, CellPlace } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";
import { Refusal } from "../model/refusal.ts";
import type { FoundOwnSheet } from "../model/sheet-plan.ts";
import type { FormerText } from "./record.ts";

/** A cell of the workbook in its current state. */
export interface StandingCell {
  readonly value: CellValue;
  readonly isFormula: boolean;
  /** The number format code. */
  readonly format: string;
}

/** Facts that a host must know about the sheet. */
export interface StandingCells {
  /** True for a cell with a rule. */
  readonly hasRule: (at: CellPlace) => boolean;
  readonly cell: (at: CellPlace) => StandingCell;
}

/** The edits that add input rules to a form. */
export interface InputRulesStep {
  /** Cells that have no rule. */
  readonly lists: readonly TermList[];
  /** Cells that get the text format, with their former formats. */
  readonly texts: readonly FormerText[];
  readonly outcome: FormOutcome;
}

/**
 * Leaves out cells that must not change: cells with a rule; numbers and dates, which another format would show
 * otherwise; formulas, which would become texts on the next edit. Cells that are text already are not ours.
 */
export function inputRulesStep({ lists, texts }: AddInputRules, { hasRule, cell }: StandingCells): InputRulesStep {
  const free = lists.map(({ blocks, terms }) => ({ terms, blocks: blocks.flatMap((block) => runs(block, (at) => (hasRule(at) ? undefined : ""))).map(({ block }) => block) }));
  const former = texts.flatMap((block) => runs(block, (at) => formerOf(cell(at))));
  const isText = (block: Block) => placesOf(block).some((at) => isAlreadyText(cell(at)));
  const columns = new Set([...former.map(({ block }) => block), ...texts.filter(isText)].map(({ first }) => first.column));
  return {
    lists: free.filter(({ blocks }) => blocks.length > 0),
    texts: former.map(({ block, key }) => ({ block, format: key })),
    outcome: {
      lists: free.filter(({ blocks }) => blocks.length > 0).length,
      texts: columns.size,
      keptRules: count(lists.flatMap(({ blocks }) => blocks)) - count(free.flatMap(({ blocks }) => blocks)),
      keptValues: texts.flatMap(placesOf).filter((at) => keepsFormat(cell(at))).length,
    },
  };
}

/** @throws {Refusal} not-ours, naming the sheet with the terms, where only the document says that it is ours and the user was not asked */
export function refuseUnasked({ agreed }: RemoveInputRules, { sheet, name, isUnproven }: FoundOwnSheet): void {
  if (isUnproven === true && agreed !== sheet) throw new Refusal("not-ours", name);
}

/** The cells of a record that are still text. If someone changed the format since, the cell is no longer ours. */
export function removeTexts(record: readonly FormerText[], formatAt: (at: CellPlace) => string): readonly FormerText[] {
  return record.flatMap(({ block, format }) => runs(block, (at) => (formatAt(at) === "@" ? format : undefined)).map((run) => ({ block: run.block, format })));
}

/** Number of cells in blocks that do not overlap. */
function count(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { first, last }) => sum + (last.row - first.row + 1) * (last.column - first.column + 1), 0);
}

/** Number of columns in blocks. */
export function countColumns(blocks: readonly Block[]): number {
  return new Set(blocks.map(({ first }) => first.column)).size;
}

/** The cells of a block, row by row. */
export function placesOf({ first, last }: Block): readonly CellPlace[] {
  const width = last.column - first.column + 1;
  const on = first.sheet && { sheet: first.sheet };
  return Array.from({ length: count([{ first, last }]) }, (_, index) => ({ ...on, row: first.row + Math.floor(index / width), column: first.column + (index % width) }));
}

function formerOf(cell: StandingCell): string | undefined {
  return keepsFormat(cell) || isAlreadyText(cell) ? undefined : cell.format;
}

function keepsFormat({ value, isFormula }: StandingCell): boolean {
  return isFormula || (value !== undefined && typeof value !== "string");
}

function isAlreadyText(cell: StandingCell): boolean {
  return !keepsFormat(cell) && cell.format === "@";
}

/** Joins cells below each other with the same key; cells without a key are left out. */
function runs(block: Block, keyAt: (at: CellPlace) => string | undefined): readonly { readonly block: Block; readonly key: string }[] {
  const all: { block: Block; key: string }[] = [];
  const on = block.first.sheet && { sheet: block.first.sheet };
  for (let column = block.first.column; column <= block.last.column; column++) {
    let open: { block: Block; key: string } | undefined;
    for (let row = block.first.row; row <= block.last.row; row++) {
      const key = keyAt({ ...on, row, column });
      if (key === undefined) open = undefined;
      else if (open?.key === key) open.block = { first: open.block.first, last: { ...on, row, column } };
      else all.push((open = { block: { first: { ...on, row, column }, last: { ...on, row, column } }, key }));
    }
  }
  return all;
}

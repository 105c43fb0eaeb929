import { a1Range, type Block, type CellPlace } from "../model/address.ts";
import { quoted } from "../model/sheet-signs.ts";

/** Cells that were made text, with the number format that they had before. */
export interface FormerText {
  readonly block: Block;
  readonly format: string;
}

/** What a choices sheet remembers of the sheet that uses it. */
export interface InputRulesRecord {
  /** The sheet's name. */
  readonly sheet: string;
  readonly lists: readonly Block[];
  readonly texts: readonly FormerText[];
}

/*
 * The record is kept as formulas: they follow the cells where rows are inserted, the sheet is renamed or the file is saved
 * by another program, and they go with the sheet that they stand on.
 */

/** The formula, without "=", that remembers cells which offer a list: how many rows they have. */
export function listFormula(sheet: string, block: Block): string {
  return `ROWS(${quoted(sheet)}!${fixed(block)})`;
}

/** The formula, without "=", that remembers cells which became text: it says the format from before. */
export function textFormula(sheet: string, { block, format }: FormerText): string {
  return `IF(${listFormula(sheet, block)}>0,"${format.replaceAll('"', '""')}")`;
}

const cellsPattern = String.raw`(?:'((?:[^']|'')+)'|([^'#!"(]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?`;
const sourcePattern = new RegExp(`^=?${cellsPattern}$`, "i");
const listPattern = new RegExp(`^=?ROWS\\(${cellsPattern}\\)$`, "i");
const textPattern = new RegExp(`^=?IF\\(ROWS\\(${cellsPattern}\\)>0,"((?:[^"]|"")*)"\\)$`, "i");

/** Text cells, each of which is looked at. No form has more. */
const mostCells = 2_000_000;

/**
 * What the formulas of a choices sheet remember of the first sheet that they name. Undefined where no cell of theirs is left,
 * and where they name more text cells than a form has. Other formulas are passed over.
 */
export function readRecord(formulas: Iterable<string>): InputRulesRecord | undefined {
  const lists: Block[] = [];
  const texts: FormerText[] = [];
  let sheet: string | undefined;
  let cells = 0;
  for (const formula of formulas) {
    const found = listPattern.exec(formula) ?? textPattern.exec(formula);
    if (found === null) continue;
    const [, inQuotes, plain, left = "", top = "", right = left, bottom = top, format] = found;
    const named = inQuotes?.replaceAll("''", "'") ?? plain;
    sheet ??= named;
    if (named?.toLowerCase() !== sheet?.toLowerCase()) continue;
    const block = { first: placeOf(left, top), last: placeOf(right, bottom) };
    if (format === undefined) lists.push(block);
    else {
      texts.push({ block, format: format.replaceAll('""', '"') });
      cells += Math.abs(block.last.row - block.first.row + 1) * Math.abs(block.last.column - block.first.column + 1);
    }
  }
  return sheet !== undefined && cells <= mostCells ? { sheet, lists, texts } : undefined;
}

function fixed({ first, last }: Block): string {
  return a1Range(first, last).replace(/[A-Z]+|\d+/g, "$$$&");
}

function placeOf(letters: string, row: string): CellPlace {
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}

/** The address, with the sheet's name, of cells that a rule takes its terms from: 'Choices'!$A$4:$A$7. */
export function sourceAddress(sheet: string, block: Block): string {
  return `${quoted(sheet)}!${fixed(block)}`;
}

/** The cells that a rule takes its terms from, and the name of their sheet; undefined where it is no block of cells of a sheet. */
export function readSource(formula: string): { readonly sheet: string; readonly block: Block } | undefined {
  const [, inQuotes, plain, left = "", top = "", right = left, bottom = top] = sourcePattern.exec(formula.trim()) ?? [];
  const sheet = inQuotes?.replaceAll("''", "'") ?? plain;
  return sheet === undefined ? undefined : { sheet, block: { first: placeOf(left, top), last: placeOf(right, bottom) } };
}


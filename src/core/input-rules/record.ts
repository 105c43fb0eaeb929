import { isSameName } from "../model/same-name.ts";
import { a1Range, quoted, type Block, type CellPlace } from "../model/address.ts";

/** Cells that got the text format, with their former number format. */
export interface FormerText {
  readonly block: Block;
  readonly format: string;
}

/** Cells of a sheet by its name. */
export interface RecordedBlock {
  readonly sheet: string;
  readonly block: Block;
}

/** The record of a choices sheet about the sheets that use it. */
export interface InputRulesRecord {
  /** The names of the sheets, each once. */
  readonly sheets: readonly string[];
  readonly lists: readonly RecordedBlock[];
  readonly texts: readonly (RecordedBlock & FormerText)[];
}

/** The recorded cells of a sheet. */
export function recordedOn<Some extends RecordedBlock>(blocks: readonly Some[], sheet: string): readonly Some[] {
  return blocks.filter((block) => isSameName(block.sheet, sheet));
}

/*
 * The record consists of formulas: they follow the cells where rows are inserted, the sheet is renamed or another program
 * saves the file, and they go with the sheet they are on.
 */

/** The formula, without "=", that records cells with a list: it counts their rows. */
export function listFormula(sheet: string, block: Block): string {
  return `ROWS(${quoted(sheet)}!${fixed(block)})`;
}

/** The formula, without "=", that records cells with the text format: it holds the former format. */
export function textFormula(sheet: string, { block, format }: FormerText): string {
  return `IF(${listFormula(sheet, block)}>0,"${format.replaceAll('"', '""')}")`;
}

const cellsPattern = String.raw`(?:'((?:[^']|'')+)'|([^'#!"(]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?`;
const sourcePattern = new RegExp(`^=?${cellsPattern}$`, "i");
const listPattern = new RegExp(`^=?ROWS\\(${cellsPattern}\\)$`, "i");
const textPattern = new RegExp(`^=?IF\\(ROWS\\(${cellsPattern}\\)>0,"((?:[^"]|"")*)"\\)$`, "i");

/** Text cells are looked at one by one. No form has more. */
const mostCells = 2_000_000;

/**
 * The record in the formulas of a choices sheet. Undefined where its cells are gone, and where it has more text cells than
 * a form can have. Other formulas are ignored.
 */
export function readRecord(formulas: Iterable<string>): InputRulesRecord | undefined {
  const lists: RecordedBlock[] = [];
  const texts: (RecordedBlock & FormerText)[] = [];
  const sheets = new Map<string, string>();
  let cells = 0;
  for (const formula of formulas) {
    const found = listPattern.exec(formula) ?? textPattern.exec(formula);
    if (found === null) continue;
    const [, inQuotes, plain, left = "", top = "", right = left, bottom = top, format] = found;
    const sheet = inQuotes?.replaceAll("''", "'") ?? plain ?? "";
    sheets.set(sheet.toLowerCase(), sheets.get(sheet.toLowerCase()) ?? sheet);
    const block = { first: placeOf(left, top), last: placeOf(right, bottom) };
    if (format === undefined) lists.push({ sheet, block });
    else {
      texts.push({ sheet, block, format: format.replaceAll('""', '"') });
      cells += Math.abs(block.last.row - block.first.row + 1) * Math.abs(block.last.column - block.first.column + 1);
    }
  }
  return sheets.size > 0 && cells <= mostCells ? { sheets: [...sheets.values()], lists, texts } : undefined;
}

function fixed({ first, last }: Block): string {
  return a1Range({ row: first.row, column: first.column }, { row: last.row, column: last.column }).replace(/[A-Z]+|\d+/g, "$$$&");
}

function placeOf(letters: string, row: string): CellPlace {
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}

/** The address, with the sheet's name, of the terms of a rule: 'Choices'!$A$4:$A$7. */
export function sourceAddress(sheet: string, block: Block): string {
  return `${quoted(sheet)}!${fixed(block)}`;
}

/** The cells of a rule's terms, and the name of their sheet; undefined where the formula is no block of cells of a sheet. */
export function readSource(formula: string): { readonly sheet: string; readonly block: Block } | undefined {
  const [, inQuotes, plain, left = "", top = "", right = left, bottom = top] = sourcePattern.exec(formula.trim()) ?? [];
  const sheet = inQuotes?.replaceAll("''", "'") ?? plain;
  return sheet === undefined ? undefined : { sheet, block: { first: placeOf(left, top), last: placeOf(right, bottom) } };
}


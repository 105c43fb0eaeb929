import type { EditCells, WrittenCell } from "../../../core/model/changes.ts";
import { a1, withoutSheet, type CellPlace } from "../../../core/model/address.ts";
import type { CellArea } from "../../../core/model/cell-lists.ts";
import { formatToSet, longestCellText } from "../../../core/model/cell-text.ts";
import { isSameValue } from "../../../core/model/grid.ts";
import { cellsInStep } from "../../../core/model/pace.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { cellXml } from "../parts/cell-xml.ts";
import { richTextXml } from "../parts/rich-text-xml.ts";
import type { SheetDraft } from "../parts/sheet-draft.ts";

/** The part of the workbook's styles that writing cells needs. */
export interface FormatWriter {
  /** The number format code of a cell format. */
  code(style: number): string;
  /** True if cells with the format are locked on a protected sheet. */
  isLocked(style: number): boolean;
  /** The cell format that only differs from another in its number format. */
  withCode(style: number, code: string): number;
}

/** Facts about a sheet that are outside its part. */
export interface SheetFacts {
  readonly name: string;
  /** The header rows of its Excel tables. */
  readonly headers: readonly CellArea[];
}

/** The result of editing the cells of a sheet. */
export interface EditResult {
  readonly written: readonly WrittenCell[];
  /** False if every cell already had its new content. */
  readonly isChanged: boolean;
}

/**
 * Writes cells in steps, each after comparing it with what was read. @throws {Refusal} moved, naming the first cell that differs;
 * covered, naming every cell hidden by a merged area; formula, naming every cell with one; table-header, naming every such
 * cell that would change; locked, naming every cell that the sheet's protection locks, or protected if it locks all;
 * too-long
 */
export function* editCells(sheet: SheetDraft, { name, headers }: SheetFacts, { edits }: EditCells, formats: FormatWriter): Generator<void, EditResult> {
  const written: WrittenCell[] = [];
  let isChanged = false;
  const formulas: string[] = [];
  const locked: string[] = [];
  const inHeaders: string[] = [];
  const covered = sheet.merged.coveredOf(edits.map(({ at }) => at));
  if (covered.length > 0) throw new Refusal("covered", covered.map(a1).join(" "));
  for (const [index, edit] of edits.entries()) {
    if (index % cellsInStep === 0) yield;
    const { row, column } = edit.at;
    const cells = sheet.row(row);
    const value = cells.value(column);
    if (!isSameValue(value, edit.from)) throw new Refusal("moved", a1(edit.at));
    if (sheet.isFormula(edit.at)) formulas.push(a1(edit.at));
    if (!isSameValue(value, edit.to) && headers.some((header) => row === header.row && column >= header.column && column <= header.lastColumn)) inHeaders.push(a1(edit.at));
    const style = cells.style(column) ?? cells.rowStyle ?? sheet.columnStyle(column) ?? 0;
    const formerFormat = formats.code(style);
    const format = formatToSet(edit) ?? formerFormat;
    written.push({ ...edit, formerFormat });
    if (isSameValue(value, edit.to) && format === formerFormat) continue;
    if (sheet.isProtected && formats.isLocked(style)) {
      locked.push(a1(edit.at));
      continue;
    }
    refuseUnwritable(edit.at, edit.to);
    const next = format === formerFormat ? style : formats.withCode(style, format);
    const rich = typeof value === "string" && typeof edit.to === "string" ? richTextXml(sheet.part, cells.textSource(column), value, edit.to) : undefined;
    cells.set(column, cellXml({ at: a1(withoutSheet(edit.at)), style: next, value: edit.to, rich }), edit.to === "" ? undefined : edit.to, next);
    sheet.touch(edit.at);
    isChanged = true;
  }
  if (formulas.length > 0) throw new Refusal("formula", formulas.join(" "));
  if (inHeaders.length > 0) throw new Refusal("table-header", inHeaders.join(" "));
  if (locked.length > 0) throw isChanged ? new Refusal("locked", locked.join(" ")) : new Refusal("protected", name);
  return { written, isChanged };
}

function refuseUnwritable(at: CellPlace, to: string | number | boolean): void {
  if (typeof to === "string" && to.length > longestCellText) throw new Refusal("too-long", a1(at));
  if (typeof to === "number" && !Number.isFinite(to)) throw new RangeError(`no number: ${to}`);
}

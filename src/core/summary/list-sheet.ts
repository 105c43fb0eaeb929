import type { PlannedCell, SheetPlan } from "../model/sheet-plan.ts";
import { a1, withoutSheet } from "../model/address.ts";
import type { CellPlace } from "../model/address.ts";
import { rowsInStep } from "../model/pace.ts";
import { inert } from "../wording/hidden.ts";
import { textCell, textRow, type PlannedRow } from "./cells.ts";
import { footerOf, headRows, unreadNotes, type Scope } from "./head.ts";
import type { Named, ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/** A column of a list. */
export interface ListColumn {
  readonly header: string;
  readonly width: number;
}

/** The content of a list, without the office's column. */
export interface List {
  readonly own: "review" | "findings";
  readonly notes: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly rows: readonly { readonly office: Named<ReadOffice>; readonly cells: PlannedRow }[];
  /** The text where there is no row. */
  readonly none: string;
  /** Number of columns for the evaluator, at the end. */
  readonly inputs: number;
}

/** The rows of a list in steps: one for each mark or finding. */
export function* listRows<One>(all: readonly One[], rowOf: (one: One) => List["rows"][number]): Generator<void, List["rows"]> {
  const rows: List["rows"][number][] = [];
  for (const one of all) {
    if (rows.length % rowsInStep === 0) yield;
    rows.push(rowOf(one));
  }
  return rows;
}

const officeWidth = 14;

/** A sheet that is one table: its filter is on the header row. */
export function listSheet(list: List, scope: Scope, options: SummaryOptions): SheetPlan {
  const words = summaryTexts[options.language];
  const officeColumn = { header: words.office, width: officeWidth };
  const columns = scope.isMany ? [officeColumn, ...list.columns] : list.columns;
  const head = headRows(list.own, scope, options, [...list.notes, ...unreadNotes(scope, options)]);
  const body = list.rows.map(({ office, cells }) => (scope.isMany ? [textCell("text", office.name), ...cells] : cells));
  const header = head.length;
  const last = header + body.length;
  return {
    own: list.own,
    name: words.sheets[list.own],
    widths: columns.map(({ width }) => width),
    rows: [...head, textRow("header", columns.map((column) => column.header)), ...(body.length > 0 ? body : [[textCell("note", list.none)]])],
    frozenRows: header + 1,
    repeatedRows: { first: header, last: header },
    pageBreaks: [],
    filter: body.length > 0 ? { first: { row: header, column: 0 }, last: { row: last, column: columns.length - 1 } } : null,
    footer: footerOf(scope, options),
    charts: [],
    inputColumns: Array.from({ length: list.inputs }, (_, index) => columns.length - list.inputs + index),
    fingerprint: "",
  };
}

/** A cell's address, as a link where its sheet is in the same workbook. */
export function placeCell(at: CellPlace, { sheetId }: ReadOffice): PlannedCell {
  const place = textCell("text", inert(a1(at)));
  return sheetId === undefined ? place : { ...place, link: { sheet: at.sheet?.id ?? sheetId, at: withoutSheet(at) } };
}

import type { Block, CellPlace } from "../model/address.ts";
import type { Finding, Inspection, ReviewMark, TablePlace } from "../model/finding.ts";
import type { Outline } from "../model/outline.ts";
import type { CellValue } from "../model/grid.ts";
import type { InputRules } from "../model/term-lists.ts";

/** From the cells of a layout, as which something was checked, to the cells of the sheets. */
export interface WayBack {
  readonly placeOf: (place: CellPlace) => CellPlace;
  readonly extentOf: (table: TablePlace) => Block;
  /** The cell of a finding; undefined where no sheet has it. */
  readonly cellOf: (finding: Finding) => FindingCell | undefined;
  /** The cells and the rows of a mark whose code stands at a cell. */
  readonly marked: (mark: ReviewMark, at: CellPlace) => Pick<ReviewMark, "cells" | "firstRow" | "lastRow">;
  /** The order of the sheets, each by row and column. */
  readonly compare: (one: CellPlace, other: CellPlace) => number;
}

/** The real cell of a finding. */
interface FindingCell {
  readonly at: CellPlace;
  readonly value: CellValue;
  readonly message?: string;
  /** False for a cell that holds more than the layout's cell: the rest would be lost. */
  readonly isWritable: boolean;
}

/** All that a check of a layout says, at the cells of the sheets. */
export function ledBack(inspection: Inspection, way: WayBack): Inspection {
  const { table, tally, findings, marks, questions, waiting, answered } = inspection;
  const asked = <Some extends { readonly cells: readonly CellPlace[] }>(question: Some): Some => ({ ...question, cells: question.cells.map(way.placeOf) });
  return {
    ...inspection,
    questions: questions.map(asked),
    waiting: waiting.map(asked),
    answered: answered.map(asked),
    table: { ...table, ...way.extentOf(table) },
    tally: { ...tally, columns: tally.columns.map((column) => ({ ...column, leftOut: column.leftOut.map((left) => ({ ...left, at: way.placeOf(left.at) })) })) },
    findings: findings.flatMap((finding) => findingBack(finding, way) ?? []).sort((one, other) => way.compare(one.at, other.at)),
    marks: marks.map((mark) => markBack(mark, way)),
  };
}

/** A place that names its sheet is no longer the layout's. */
function findingBack(finding: Finding, way: WayBack): Finding | undefined {
  if (finding.at.sheet) return finding;
  const cell = way.cellOf(finding);
  if (!cell) return undefined;
  const { at, value, message = finding.message, isWritable } = cell;
  const facts = Object.fromEntries(Object.entries(finding.facts).map(([name, fact]) => [name, "cell" in fact ? { cell: way.placeOf(fact.cell) } : fact]));
  const [own, ...others] = (isWritable ? finding.fix?.edits : undefined) ?? [];
  const edits = own && ([{ ...own, at: way.placeOf(own.at) }, ...others.map((edit) => ({ ...edit, at: way.placeOf(edit.at) }))] as const);
  const present = value === finding.value ? finding.present : { text: value };
  return { ...finding, facts, at, value, present, message, related: finding.related.map(way.placeOf), fix: finding.fix && edits ? { ...finding.fix, edits: [...edits] } : null };
}

function markBack(mark: ReviewMark, way: WayBack): ReviewMark {
  const at = way.placeOf(mark.at);
  return { ...mark, ...way.marked(mark, at), at, reasons: mark.reasons.map((reason) => ({ ...reason, at: way.placeOf(reason.at) })) };
}

/** The outline with the cells of its codes and statuses, and the rows they stand on. */
export function outlineBack(outline: Outline, { placeOf }: WayBack): Outline {
  const places = Array.from(outline.codeRows, (row, node) => placeOf({ row, column: outline.codeColumns[node] ?? 0 }));
  return {
    ...outline,
    codeRows: Int32Array.from(places, ({ row }) => row),
    codeColumns: Int32Array.from(places, ({ column }) => column),
    columns: outline.columns.map((column) => {
      const cells = Array.from(column.places, (place, node) => (place < 0 ? undefined : placeOf({ row: outline.firstRows[node] ?? 0, column: place })));
      return { ...column, places: Int32Array.from(cells, (cell) => cell?.column ?? -1), rows: Int32Array.from(cells, (cell) => cell?.row ?? -1) };
    }),
  };
}

/** Input rules with the blocks that each block of the layout becomes. */
export function inputRulesBack({ header, lists, texts }: InputRules, blocksOf: (block: Block) => readonly Block[]): InputRules {
  const all = (blocks: readonly Block[]) => blocks.flatMap(blocksOf);
  return { header: header && blocksOf(header)[0], lists: lists.map((list) => ({ ...list, blocks: all(list.blocks) })), texts: all(texts) };
}

/** By row and column. */
export function byCell(one: CellPlace, other: CellPlace): number {
  return one.row - other.row || one.column - other.column;
}

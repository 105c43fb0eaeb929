import { largest, smallest } from "../model/many.ts";
import type { Block } from "../model/address.ts";
import type { Finding, FullInspection, Inspection, Outline, ReviewMark } from "../model/finding.ts";
import type { Question } from "../model/question.ts";
import type { AlignedTables } from "./aligned.ts";

/** The result of a check of several tables that were laid out as one, with the places of the real sheet. */
export function onSheet(inspection: Inspection, aligned: AlignedTables): Inspection {
  const { realOf } = aligned;
  const { table, tally, findings, marks, questions, waiting, answered } = inspection;
  const asked = <Some extends Question>(question: Some): Some => ({ ...question, cells: question.cells.map(realOf) });
  const row = aligned.tables[0]?.from ?? table.first.row;
  const columns = Object.entries(table.columns).map(([id, column]) => [id, realOf({ row, column }).column] as const);
  return {
    ...inspection,
    questions: questions.map(asked),
    waiting: waiting.map(asked),
    answered: answered.map(asked),
    table: { ...table, ...extentOf(table, aligned), columns: Object.fromEntries(columns) },
    tally: { ...tally, columns: tally.columns.map((column) => ({ ...column, leftOut: column.leftOut.map((left) => ({ ...left, at: realOf(left.at) })) })) },
    findings: findings.map((finding) => findingOnSheet(finding, aligned)).sort((one, other) => one.at.row - other.at.row || one.at.column - other.at.column),
    marks: marks.map((mark) => markOnSheet(mark, aligned)),
  };
}

/** The same for a full result. */
export function fullyOnSheet(inspection: FullInspection, aligned: AlignedTables): FullInspection {
  const { outline, sections, inputRules } = inspection.overview;
  const { header, lists, texts } = inputRules;
  const onTables = (blocks: readonly Block[]) => blocks.flatMap((block) => blocksOnSheet(block, aligned));
  const overview = {
    outline: outlineOnSheet(outline, aligned),
    sections,
    inputRules: { header: header && onTables([header])[0], lists: lists.map((list) => ({ ...list, blocks: onTables(list.blocks) })), texts: onTables(texts) },
  };
  return { ...onSheet(inspection, aligned), overview };
}

/** From the first head to the last row, over the columns of all tables. */
function extentOf({ first, last }: Block, aligned: AlignedTables): Block {
  const blocks = blocksOnSheet({ first, last }, aligned);
  const columns = blocks.flatMap((block) => [block.first.column, block.last.column]);
  return { first: { row: first.row, column: smallest(columns) }, last: { row: last.row, column: largest(columns) } };
}

/** A block of the layout on the real sheet: a part for each table, without titles, notes and all heads but the first. The column of titles has none. */
function blocksOnSheet({ first, last }: Block, { tables, tablesIn, titlePlace }: AlignedTables): readonly Block[] {
  return tablesIn(first.row, last.row).flatMap((table) => {
    const { top, from, to, columns } = table;
    const rows = { from: Math.max(first.row, table === tables[0] ? top : from), to: Math.min(last.row, to) };
    if (rows.from > rows.to) return [];
    const parts: Block[] = [];
    for (let column = first.column; column <= last.column; column++) {
      const real = column === titlePlace ? -1 : (columns[column] ?? -1);
      const before = parts.at(-1);
      if (real < 0) continue;
      if (before?.last.column === real - 1) parts[parts.length - 1] = { first: before.first, last: { row: rows.to, column: real } };
      else parts.push({ first: { row: rows.from, column: real }, last: { row: rows.to, column: real } });
    }
    return parts;
  });
}

/** A title that was put together from several cells, or read without its mark, is never written. */
function findingOnSheet(finding: Finding, { real, tablesIn, titlePlace, realOf }: AlignedTables): Finding {
  const facts = Object.fromEntries(Object.entries(finding.facts).map(([name, fact]) => [name, "cell" in fact ? { cell: realOf(fact.cell) } : fact]));
  const isWritable = finding.at.column !== titlePlace || tablesIn(finding.at.row, finding.at.row).some(({ from, title }) => from === finding.at.row && title?.isWhole === true);
  const [own, ...others] = (isWritable ? finding.fix?.edits : undefined) ?? [];
  const edits = own && ([{ ...own, at: realOf(own.at) }, ...others.map((edit) => ({ ...edit, at: realOf(edit.at) }))] as const);
  const at = realOf(finding.at);
  const value = finding.at.column === titlePlace ? real.value(at.row, at.column) : finding.value;
  return { ...finding, facts, at, value, related: finding.related.map(realOf), fix: finding.fix && edits ? { ...finding.fix, edits: [...edits] } : null };
}

function markOnSheet(mark: ReviewMark, aligned: AlignedTables): ReviewMark {
  return { ...mark, at: aligned.realOf(mark.at), cells: mark.cells.flatMap((block) => blocksOnSheet(block, aligned)), reasons: mark.reasons.map((reason) => ({ ...reason, at: aligned.realOf(reason.at) })) };
}

function outlineOnSheet(outline: Outline, { realOf }: AlignedTables): Outline {
  const places = Array.from(outline.codeRows, (row, node) => realOf({ row, column: outline.codeColumns[node] ?? 0 }));
  return {
    ...outline,
    codeRows: Int32Array.from(places, ({ row }) => row),
    codeColumns: Int32Array.from(places, ({ column }) => column),
    columns: outline.columns.map((column) => ({ ...column, places: column.places.map((place, node) => (place < 0 ? place : realOf({ row: outline.firstRows[node] ?? 0, column: place }).column)) })),
  };
}

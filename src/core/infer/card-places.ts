import type { Block, CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { choicesIn } from "./card.ts";
import type { Finding, FullInspection, Inspection, Outline, ReviewMark } from "../model/finding.ts";

type RealOf = (place: CellPlace) => CellPlace;

/** The sheet of a card, and where the cells of its table stand there. */
export interface CardCells {
  readonly sheet: Grid;
  readonly realOf: RealOf;
}

/** What a check of a card laid out as a table says, at the cells where the card has them. */
export function onCard(inspection: Inspection, card: CardCells): Inspection {
  const { realOf } = card;
  const { table, tally, findings, marks } = inspection;
  const cells = Object.values(table.columns).map((column) => realOf({ row: 1, column }));
  return {
    ...inspection,
    table: { ...table, ...extentOf([...cells, ...Object.values(table.columns).map((column) => realOf({ row: 0, column }))]), isCard: true },
    tally: { ...tally, columns: tally.columns.map((column) => ({ ...column, leftOut: column.leftOut.map((left) => ({ ...left, at: realOf(left.at) })) })) },
    findings: findings.map((finding) => onCardFinding(finding, card)).sort((one, other) => one.at.row - other.at.row || one.at.column - other.at.column),
    marks: marks.map((mark) => onCardMark(mark, realOf)),
  };
}

/** The same with what is shown besides. A card has no column of sections, and gets no input rules. */
export function fullyOnCard(inspection: FullInspection, card: CardCells): FullInspection {
  const { overview } = inspection;
  return { ...onCard(inspection, card), overview: { outline: onCardOutline(overview.outline, card.realOf), sections: null, inputRules: { header: undefined, lists: [], texts: [] } } };
}

function extentOf(places: readonly CellPlace[]): Block {
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  return { first: { row: Math.min(...rows), column: Math.min(...columns) }, last: { row: Math.max(...rows), column: Math.max(...columns) } };
}

/** A cell that offers choices is never written: the others would be lost. */
function onCardFinding(finding: Finding, { sheet, realOf }: CardCells): Finding {
  const { fix } = finding;
  const facts = Object.fromEntries(Object.entries(finding.facts).map(([name, fact]) => [name, "cell" in fact ? { cell: realOf(fact.cell) } : fact]));
  const [own, ...others] = fix?.edits ?? [];
  const edits = own && ([{ ...own, at: realOf(own.at) }, ...others.map((edit) => ({ ...edit, at: realOf(edit.at) }))] as const);
  const at = realOf(finding.at);
  const value = sheet.value(at.row, at.column);
  if (choicesIn(value).length > 0) return { ...finding, facts, at, value, related: finding.related.map(realOf), fix: null };
  return { ...finding, facts, at, related: finding.related.map(realOf), fix: fix && edits ? { ...fix, edits: [...edits] } : null };
}

/** A mark covers the item's own cells, wherever they stand. */
function onCardMark(mark: ReviewMark, realOf: RealOf): ReviewMark {
  const at = realOf(mark.at);
  const cells = mark.cells.flatMap(({ first, last }) => {
    const found: Block[] = [];
    for (let row = first.row; row <= Math.min(last.row, mark.firstRow); row++) {
      for (let column = first.column; column <= last.column; column++) {
        const place = realOf({ row, column });
        found.push({ first: place, last: place });
      }
    }
    return found;
  });
  return { ...mark, at, firstRow: at.row, lastRow: at.row, cells, reasons: mark.reasons.map((reason) => ({ ...reason, at: realOf(reason.at) })) };
}

function onCardOutline(outline: Outline, realOf: RealOf): Outline {
  const places = Array.from(outline.codeRows, (row, node) => realOf({ row, column: outline.codeColumns[node] ?? 0 }));
  const rows = Int32Array.from(places, ({ row }) => row);
  return {
    ...outline,
    firstRows: rows,
    lastRows: rows,
    codeRows: rows,
    codeColumns: Int32Array.from(places, ({ column }) => column),
    columns: outline.columns.map((column) => {
      const cells = Array.from(column.places, (place, node) => (place < 0 ? undefined : realOf({ row: outline.firstRows[node] ?? 1, column: place })));
      return { ...column, places: Int32Array.from(cells, (cell) => cell?.column ?? -1), rows: Int32Array.from(cells, (cell) => cell?.row ?? -1) };
    }),
  };
}

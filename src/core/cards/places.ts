import { largest, smallest } from "../model/many.ts";
import { a1, type Block, type CellPlace } from "../model/address.ts";
import type { Finding, FullInspection, Inspection, Outline, ReviewMark } from "../model/finding.ts";
import type { Question } from "../model/question.ts";
import { isBlank } from "../form/reader.ts";
import type { CardBook } from "./book.ts";
import { cardInputRules } from "./input-rules.ts";
import { cellText } from "../wording/phrase.ts";

/** Moves the result of a check of cards laid out as a table to their cells. */
export function onCards(inspection: Inspection, book: CardBook): Inspection {
  const { table, tally, findings, marks, questions, waiting, answered } = inspection;
  const places = new Places(book);
  const asked = <Some extends Question>(question: Some): Some => ({ ...question, cells: question.cells.map(places.of) });
  return {
    ...inspection,
    questions: questions.map(asked),
    waiting: waiting.map(asked),
    answered: answered.map(asked),
    table: { ...table, ...places.extent() },
    tally: { ...tally, columns: tally.columns.map((column) => ({ ...column, leftOut: column.leftOut.map((left) => ({ ...left, at: places.of(left.at) })) })) },
    findings: places.sorted(findings.flatMap((finding) => places.finding(finding) ?? [])),
    marks: marks.map((mark) => places.mark(mark)),
  };
}

/** The same with what is shown besides. */
export function fullyOnCards(inspection: Inspection, outline: Outline, book: CardBook): FullInspection {
  return { ...onCards(inspection, book), overview: { outline: new Places(book).outline(outline), sections: sectionsOf(inspection, book), inputRules: cardInputRules(book, inspection.form.form) } };
}

/** The section of each card by sheet id, from the form's first column of sections. */
function sectionsOf({ form: { form }, table }: Inspection, book: CardBook): ReadonlyMap<string, string> | null {
  const column = table.columns[form.columns.find(({ holds }) => holds === "section")?.id ?? ""];
  if (column === undefined) return null;
  const sections = new Map<string, string>();
  for (let row = 1; row <= book.rowCount; row++) {
    const value = book.grid.value(row, column);
    if (book.begins(row) && !isBlank(value)) sections.set(book.sheetAt(row).sheet.id, cellText(value).trim());
  }
  return sections;
}

class Places {
  readonly #order: ReadonlyMap<string, number>;

  constructor(readonly book: CardBook) {
    this.#order = new Map(book.cards.map(({ grid, order }) => [grid.sheet.id, order]));
  }

  /** The place of a table cell; the card's first cell if the card lacks its label. */
  readonly of = (place: CellPlace): CellPlace => this.book.realOf(place) ?? this.book.firstCell(place.row);

  /** From the first cell of the first card to its last one. */
  extent(): Block {
    const cells = this.book.columns.flatMap((_, column) => [0, 1].flatMap((row) => this.book.realOf({ row, column }) ?? []));
    const rows = cells.map(({ row }) => row);
    const columns = cells.map(({ column }) => column);
    return { first: { row: smallest(rows), column: smallest(columns) }, last: { row: largest(rows), column: largest(columns) } };
  }

  /** Sorted by the order of the sheets, then by row and column. */
  sorted(findings: readonly Finding[]): readonly Finding[] {
    const orderOf = ({ at: { sheet } }: Finding) => this.#order.get(sheet?.id ?? "") ?? 0;
    return [...findings].sort((one, other) => orderOf(one) - orderOf(other) || one.at.row - other.at.row || one.at.column - other.at.column);
  }

  /** Undefined for a cell that the card lacks. A cell that holds more than its value is never written, since the rest would be lost. */
  finding(finding: Finding): Finding | undefined {
    if (finding.at.sheet) return finding;
    const { fix } = finding;
    const at = this.book.realOf(finding.at);
    if (!at) return undefined;
    const facts = Object.fromEntries(Object.entries(finding.facts).map(([name, fact]) => [name, "cell" in fact ? { cell: this.of(fact.cell) } : fact]));
    const [own, ...others] = fix?.edits ?? [];
    const edits = own && ([{ ...own, at: this.of(own.at) }, ...others.map((edit) => ({ ...edit, at: this.of(edit.at) }))] as const);
    const held = this.book.sheetAt(finding.at.row).value(at.row, at.column);
    const isWhole = finding.at.row === 0 || held === finding.value;
    const related = finding.related.map(this.of);
    const isOneCard = !edits || edits.every((edit) => edit.at.sheet?.id === at.sheet?.id);
    const message = finding.rule === "status-missing" && !isBlank(held) ? "unmarked" : finding.message;
    if (!isWhole || !isOneCard) return { ...finding, message, facts, at, value: held, related, fix: null };
    return { ...finding, facts, at, related, fix: fix && edits ? { ...fix, edits: [...edits] } : null };
  }

  /** A mark covers the item's own cells, wherever they are. */
  mark(mark: ReviewMark): ReviewMark {
    const at = this.of(mark.at);
    const cells = new Map<string, Block>();
    for (const { first, last } of mark.cells) {
      for (let row = first.row; row <= Math.min(last.row, mark.firstRow); row++) {
        for (let column = first.column; column <= last.column; column++) {
          const place = this.book.realOf({ row, column });
          if (place) cells.set(a1(place), { first: place, last: place });
        }
      }
    }
    return { ...mark, at, firstRow: at.row, lastRow: at.row, cells: [...cells.values()], reasons: mark.reasons.map((reason) => ({ ...reason, at: this.of(reason.at) })) };
  }

  outline(outline: Outline): Outline {
    const places = Array.from(outline.codeRows, (row, node) => this.of({ row, column: outline.codeColumns[node] ?? 0 }));
    const rows = Int32Array.from(places, ({ row }) => row);
    return {
      ...outline,
      firstRows: rows,
      lastRows: rows,
      codeRows: rows,
      codeColumns: Int32Array.from(places, ({ column }) => column),
      sheets: places.map(({ sheet }) => sheet ?? this.book.grid.sheet),
      columns: outline.columns.map((column) => {
        const cells = Array.from(column.places, (place, node) => (place < 0 ? undefined : this.of({ row: outline.firstRows[node] ?? 1, column: place })));
        return { ...column, places: Int32Array.from(cells, (cell) => cell?.column ?? -1), rows: Int32Array.from(cells, (cell) => cell?.row ?? -1) };
      }),
    };
  }
}

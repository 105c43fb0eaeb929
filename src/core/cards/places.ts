import { a1, type Block, type CellPlace } from "../model/address.ts";
import type { FullInspection, Inspection, ReviewMark } from "../model/finding.ts";
import type { Outline } from "../model/outline.ts";
import type { InCharge, Sections } from "../model/sections.ts";
import { isBlank } from "../form/reader.ts";
import { largest, smallest } from "../model/many.ts";
import { byCell, ledBack, outlineBack, type WayBack } from "../table/way-back.ts";
import type { CardBook } from "./book.ts";
import { choicesIn } from "./choices.ts";
import { cardInputRules } from "./input-rules.ts";
import { cellText } from "../wording/phrase.ts";

/** Moves the result of a check of cards laid out as a table to their cells. */
export function onCards(inspection: Inspection, book: CardBook): Inspection {
  return ledBack(inspection, wayBack(book));
}

/** The same with what is shown besides. */
export function fullyOnCards(inspection: Inspection, outline: Outline, book: CardBook): FullInspection {
  const led = outlineBack(outline, wayBack(book));
  const sheets = Array.from(outline.codeRows, (row) => book.sheetAt(row).sheet).map(({ id, name }) => ({ id, name }));
  const overview = { outline: { ...led, firstRows: led.codeRows, lastRows: led.codeRows, sheets }, sections: sectionsOf(inspection, book), inputRules: cardInputRules(book, inspection.form.form) };
  return { ...onCards(inspection, book), overview };
}

/** The section of each card by sheet id, from the form's first column of sections. */
function sectionsOf({ form: { form }, table }: Inspection, book: CardBook): Sections | null {
  const column = table.columns.get(form.columns.find(({ holds }) => holds === "section")?.id ?? "");
  if (column === undefined) return null;
  const sections = new Map<string, readonly InCharge[]>();
  for (let row = 1; row <= book.rowCount; row++) {
    const value = book.grid.value(row, column);
    if (book.begins(row) && !isBlank(value)) sections.set(book.sheetAt(row).sheet.id, [{ from: 0, name: cellText(value).trim() }]);
  }
  return sections;
}

/** The card's first cell stands for one that it lacks. A cell that holds more than its value is never written, since the rest would be lost. */
function wayBack(book: CardBook): WayBack {
  const orders = new Map(book.cards.map(({ grid, order }) => [grid.sheet.id, order]));
  const orderOf = ({ sheet }: CellPlace) => orders.get(sheet?.id ?? "") ?? 0;
  const placeOf = (place: CellPlace) => book.realOf(place) ?? book.firstCell(place.row);
  return {
    placeOf,
    extentOf: () => extentOf(book),
    marked: (mark, { row }) => ({ cells: markedCells(mark, book), firstRow: row, lastRow: row }),
    compare: (one, other) => orderOf(one) - orderOf(other) || byCell(one, other),
    cellOf: ({ at: place, value, rule, message, fix }) => {
      const at = book.realOf(place);
      if (!at) return undefined;
      const held = book.sheetAt(place.row).value(at.row, at.column);
      const isWhole = place.row === 0 || held === value;
      const isOneCard = fix?.edits.every((edit) => placeOf(edit.at).sheet?.id === at.sheet?.id) ?? true;
      const isMarked = place.row > 0 && (book.fieldAt(place)?.boxes !== undefined || choicesIn(held).length > 0);
      const told = rule === "status-missing" && (isMarked || !isBlank(held)) ? "unmarked" : rule === "status-unknown" && isMarked ? "marks" : message;
      return { at, value: held, message: told, isWritable: isWhole && isOneCard && !isMarked };
    },
  };
}

/** From the first cell of the first card to its last one. */
function extentOf(book: CardBook): Block {
  const cells = book.columns.flatMap((_, column) => [0, 1].flatMap((row) => book.realOf({ row, column }) ?? []));
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return { first: { row: smallest(rows), column: smallest(columns) }, last: { row: largest(rows), column: largest(columns) } };
}

/** A mark covers the item's own cells, wherever they are. */
function markedCells({ cells, firstRow }: ReviewMark, book: CardBook): readonly Block[] {
  const found = new Map<string, Block>();
  for (const { first, last } of cells) {
    for (let row = first.row; row <= Math.min(last.row, firstRow); row++) {
      for (let column = first.column; column <= last.column; column++) {
        const place = book.realOf({ row, column });
        if (place) found.set(a1(place), { first: place, last: place });
      }
    }
  }
  return [...found.values()];
}

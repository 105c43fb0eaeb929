import type { Block, CellPlace } from "../model/address.ts";
import type { InputRules } from "../model/term-lists.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import { choicesIn } from "./choices.ts";
import type { CardBook } from "./book.ts";

/** The input rules of cards: terms in cells where one is written, not marked, and the text format for codes that are alone. */
export function cardInputRules(book: CardBook, form: Form): InputRules {
  const vocabularies = new Map(Object.entries(form.vocabularies));
  const cellsOf = (column: number): readonly Block[] => {
    const blocks: Block[] = [];
    for (let row = 1; row <= book.rowCount; row++) {
      const at = cellOf(book, { row, column });
      if (at) blocks.push({ first: at, last: at });
    }
    return blocks;
  };
  const termsOf = ({ holds, vocabulary }: FormColumn) => (holds === "status" ? (vocabularies.get(vocabulary ?? "") ?? []).map(({ text }) => text) : []);
  const lists = form.columns.map((column, place) => ({ terms: termsOf(column), place }));
  return {
    header: undefined,
    lists: lists.filter(({ terms }) => terms.length > 0).map(({ terms, place }) => ({ terms, blocks: cellsOf(place) })).filter(({ blocks }) => blocks.length > 0),
    texts: form.columns.flatMap(({ holds }, place) => (holds === "code" || holds === "label" ? cellsOf(place) : [])),
  };
}

/** The cell of a value that fills it; undefined for one that shares its cell with its label, or is marked among others. */
function cellOf(book: CardBook, place: CellPlace): CellPlace | undefined {
  const field = book.fieldAt(place);
  const at = book.realOf(place);
  if (!field || !at || field.before !== undefined || field.boxes) return undefined;
  return choicesIn(book.sheetAt(place.row).value(at.row, at.column)).length > 0 ? undefined : at;
}

import { writeCode } from "../../core/form/code.ts";
import type { Form, FormColumn, FormLevel, Term } from "../../core/form/schema.ts";
import { columnLetters } from "../../core/model/address.ts";
import type { Language } from "../../core/wording/language.ts";

/** A shown column of the form. Its letters on the sheet are undefined if the sheet has no such column. */
export interface ShownColumn {
  readonly id: string;
  readonly letters: string | undefined;
  readonly name: string;
  readonly holds: FormColumn["holds"];
  /** How pages are written in the column. */
  readonly page: string;
  readonly optional: boolean;
}

/** A level with its first code, "" if it has none. */
export interface ShownLevel {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly columns: readonly ShownColumn[];
}

/** A vocabulary and the columns that use it. */
export interface ShownScale {
  readonly vocabulary: string;
  readonly columns: readonly ShownColumn[];
  readonly terms: readonly Term[];
}

/** The form's levels with their columns. @param places by column id, zero-based; empty if no sheet was read by the form */
export function shownLevels(form: Form, places: ReadonlyMap<string, number>, language: Language): readonly ShownLevel[] {
  const page = form.page?.write.replace("{n}", "1") ?? "";
  const shown = ({ id, name, holds, optional = false }: FormColumn): ShownColumn => {
    const place = places.get(id);
    return { id, letters: place === undefined ? undefined : columnLetters(place), name: name[language], holds, page, optional };
  };
  return form.levels.map((level) => ({ id: level.id, name: level.name[language], code: firstCode(level), columns: form.columns.filter((column) => column.level === level.id).map(shown) }));
}

function firstCode({ code = "" }: FormLevel): string {
  return writeCode([1, 1, 1, 1, 1, 1], code);
}

/** The vocabularies that columns use. */
export function shownScales(form: Form, levels: readonly ShownLevel[]): readonly ShownScale[] {
  const columns = levels.flatMap((level) => level.columns);
  const vocabularyOf = new Map(form.columns.map(({ id, vocabulary }) => [id, vocabulary]));
  const scales = Object.entries(form.vocabularies).map(([vocabulary, terms]) => ({ vocabulary, terms, columns: columns.filter(({ id }) => vocabularyOf.get(id) === vocabulary) }));
  return scales.filter((scale) => scale.columns.length > 0);
}

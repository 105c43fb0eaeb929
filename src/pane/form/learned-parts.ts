import { writeCode } from "../../core/form/code.ts";
import type { FormColumn, Term } from "../../core/form/schema.ts";
import { columnLetters, type CellPlace } from "../../core/model/address.ts";
import type { Language } from "../../core/wording/language.ts";
import type { Proposed } from "../state/inference.ts";

/** A column of the form as it is shown: its letters on the sheet, undefined where a check would not find it. */
export interface InferredColumn {
  readonly id: string;
  readonly letters: string | undefined;
  readonly name: string;
  /** "out" where a check leaves it alone. */
  readonly holds: FormColumn["holds"] | "out";
  /** How a page is written there. */
  readonly page: string;
  readonly optional: boolean;
}

/** A level, with its code as the sheet's first one shows it; undefined where no column holds its codes. */
export interface InferredLevel {
  readonly level: string;
  readonly name: string;
  readonly code: { readonly text: string; readonly at: CellPlace } | undefined;
  readonly columns: readonly InferredColumn[];
}

/** A vocabulary, and the columns that use it. */
export interface InferredScale {
  readonly columns: readonly InferredColumn[];
  readonly terms: readonly Term[];
}

/** What was recognised, by level. Names are the sheet's own words where it has a header. */
export function inferredLevels({ proposal: { form, evidence }, inspection }: Proposed, language: Language): readonly InferredLevel[] {
  return form.levels.map(({ id: level, name: levelName, code }) => {
    const met = [...evidence.codes].find(([own]) => own === level)?.[1].patterns.find(({ pattern }) => pattern === code)?.example;
    const own = form.columns.filter((column) => column.level === level);
    const columns = own.map(({ id, holds, header, name, optional = false }): InferredColumn => {
      const place = inspection?.table.columns[id];
      return { id, letters: place === undefined ? undefined : columnLetters(place), name: header.length > 0 ? name.ja : name[language], holds, page: form.page?.write.replace("{n}", "1") ?? "", optional };
    });
    return { level, name: levelName.ja, code: met && code !== undefined ? { text: writeCode(met.code, code), at: met.at } : undefined, columns };
  });
}

/** The vocabularies with the columns that use them. */
export function inferredScales({ proposal: { form } }: Proposed, shown: readonly InferredLevel[]): readonly InferredScale[] {
  const columns = shown.flatMap((level) => level.columns);
  const vocabularyOf = new Map(form.columns.map(({ id, vocabulary }) => [id, vocabulary]));
  return Object.entries(form.vocabularies).map(([name, terms]) => ({ terms, columns: columns.filter(({ id }) => vocabularyOf.get(id) === name) }));
}

/** The filled columns of the sheet that a check by the form leaves alone; none where no check is possible. */
export function leftOutColumns({ proposal: { evidence }, inspection }: Proposed): readonly InferredColumn[] {
  if (!inspection) return [];
  const used = new Set(Object.values(inspection.table.columns));
  const filled = evidence.columns.filter(({ place, strings, numbers, others }) => strings + numbers + others > 0 && !used.has(place));
  return filled.map(({ place, header }) => ({ id: String(place), letters: columnLetters(place), name: header.at(-1) ?? "", holds: "out", page: "", optional: false }));
}

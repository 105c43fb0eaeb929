import type { FormChoice, KnownForm } from "../form/known.ts";
import { readerOf } from "../form/reader.ts";
import type { Form } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { atOnce } from "../model/pace.ts";
import { choicesOn, type GatheredChoices } from "./choices.ts";
import { mostFit } from "./columns.ts";
import { headsFor, locate, tableOf, type Located, type Table } from "./find.ts";
import { FirstLook } from "./first-look.ts";
import { foldHeader, headerPaths, headerWordsOf } from "./header.ts";
import { headsIn } from "./heads.ts";
import { readsCells } from "./reads-cells.ts";
import { patience } from "./sample.ts";
import { inYearsOf } from "./years.ts";

/** A table, and the form that found it. */
export interface KnownTable {
  readonly table: Table;
  readonly known: KnownForm;
  /** Set for a sheet with a column for each grade of a status. */
  readonly choices?: GatheredChoices | undefined;
}

/** A table under one of the forms, before all rows are read. */
interface Candidate extends Pick<KnownTable, "known" | "choices"> {
  readonly grid: Grid;
  readonly located: Located;
}

/** The table under the form that fits the sheet best, or under the one forced form. Undefined where there is none. */
export function findBestTable(grid: Grid, forms: FormChoice): KnownTable | undefined {
  return atOnce(bestTableInSteps(grid, forms));
}

/** The same in steps: a form each, then the rows. */
export function* bestTableInSteps(sheet: Grid, forms: FormChoice): Generator<void, KnownTable | undefined> {
  const best = "id" in forms ? yield* located(sheet, { form: forms, from: "file" }, true) : yield* bestOf(sheet, forms);
  if (!best) return undefined;
  const { known: { form, from }, choices, grid } = best;
  const table = yield* tableOf(grid, readerOf(form), best.located);
  return { known: { form: inYears(form, grid, table), from }, table, choices };
}

function* bestOf(sheet: Grid, forms: readonly KnownForm[]): Generator<void, Candidate | undefined> {
  const look = new FirstLook(sheet);
  let best: (Candidate & { readonly header: ReadonlySet<string> }) | undefined;
  for (const known of forms) {
    yield;
    if (best && mostFit(known.form, best.header) <= best.located.fit) continue;
    const own = yield* located(sheet, known, false, look);
    if (own && own.located.fit > (best?.located.fit ?? -Infinity)) best = { ...own, header: wordsIn(own) };
  }
  return best;
}

/** @param look given where the form need not be tried on a sheet that cannot hold it */
function* located(sheet: Grid, known: KnownForm, isForced: boolean, look?: FirstLook): Generator<void, Candidate | undefined> {
  const reader = readerOf(known.form);
  const heads = headsIn(sheet);
  const choices = yield* choicesOn(sheet, reader);
  const mayHold = !look || choices || look.mayHold(reader, headerWordsOf(known.form)) || headsFor(reader, heads).some(({ row }) => row >= patience.rows);
  const grid = choices?.grid ?? sheet;
  const found = mayHold ? locate(grid, heads, reader, isForced) : undefined;
  if (!found || (known.from === "built-in" && !readsCells(grid, found, reader))) return undefined;
  // Under one header with the first of its columns, the others may fit as well.
  return { known, choices, grid, located: choices ? { ...found, columns: new Map([...found.columns].map(([id, place]) => [id, choices.firstOf(place)])) } : found };
}

/** The form with this sheet's years in the names of its columns. */
function inYears(form: Form, grid: Grid, { first, last, columns, rows }: Table): Form {
  return inYearsOf(form, headerPaths(grid, first.row, (rows[0]?.row ?? last.row + 1) - 1, last.column + 1), columns);
}

/** The words of a table's header, folded. */
function wordsIn({ grid, located: { top, firstData } }: Candidate): ReadonlySet<string> {
  const words = new Set<string>();
  for (let row = top; row < firstData; row++) for (const value of grid.row(row)) if (typeof value === "string") words.add(foldHeader(value));
  return words;
}

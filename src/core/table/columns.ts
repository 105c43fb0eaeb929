import { isBlank, type FormReader } from "../form/reader.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { headerWordsOf, namesAmounts, noPath, type HeaderPath, type HeaderWords } from "./header.ts";
import { placeYears } from "./years.ts";

/** The place of each form column found, by its id and in the form's order: zero-based, on a block's first row. */
export type ColumnPlaces = ReadonlyMap<string, number>;

/** A header word is enough, even over content that does not fit; so is content that mostly fits. */
const enough = 1.5;
/** Content that does not fit counts against a column, but less than an empty column without a header of its own. */
const misfit = -0.3;
const emptyUnderOther = -0.4;

/**
 * Finds the form's columns by their content and their headers. Content counts more, because the header of a
 * text copied from a page is no longer above its columns; the form's order decides between similar columns.
 */
export function findColumns(grid: Grid, rows: readonly number[], top: number, paths: readonly HeaderPath[], reader: FormReader, words: HeaderWords): FoundColumns {
  const wanted = reader.form.columns;
  const shares = sharesOf(grid, rows, paths.length, reader);
  const scores = wanted.map((column) => paths.map((path, place) => {
    const named = words.score(column, path);
    const holdsOthers = named === 0 && column.holds === "code" && namesAmounts(path);
    return holdsOthers ? misfit : contentScore(column, path, shares.get(reader.alike(column))?.[place]) + named;
  }));
  const places = new Map<string, number>();
  for (const [index, place] of inOrder(scores)) places.set(wanted[index]?.id ?? "", place);
  placeOutOfOrder(wanted, paths, words, scores, places);
  placeYears(grid, rows, top, paths, wanted, words, places);
  const found = wanted.flatMap(({ id }) => (places.has(id) ? [[id, places.get(id) ?? 0] as const] : []));
  const rivals = findRivals(wanted, paths, words, scores, places);
  const missing = wanted.filter(({ id, optional }) => !optional && !places.has(id)).length;
  const fit = wanted.reduce((sum, { id }, index) => sum + (scores[index]?.[places.get(id) ?? -1] ?? 0), -missingColumn * missing);
  return { places: new Map(found), fit, rivals };
}

/** Tolerance for blank or misspelled cells between two columns with the same content. */
const alike = 0.5;

/** The price of a missing column for the fit of the form. */
const missingColumn = 3;

/** The positions of the columns, and how well the form fits by headers and content. */
export interface FoundColumns {
  readonly places: ColumnPlaces;
  readonly fit: number;
  /** Another place that fits as well, by the column's id. */
  readonly rivals: ReadonlyMap<string, number>;
}

/** Upper bound for the fit of a form to a table with these words in its header: the form need not be tried where another one fits better. */
export function mostFit(form: Form, words: ReadonlySet<string>): number {
  const named = headerWordsOf(form).columnsWith(words);
  return form.columns.reduce((sum, { holds }) => sum + mostContent(holds), 3 * named);
}

function mostContent(holds: FormColumn["holds"]): number {
  return holds === "number" || holds === "section" || holds === "note" ? 0 : holds === "text" ? 2 : 4;
}

/** For each kind of column: the share of fitting content in every place; undefined for empty places. */
function sharesOf(grid: Grid, rows: readonly number[], width: number, reader: FormReader): ReadonlyMap<FormColumn, readonly (number | undefined)[]> {
  const held = Array.from({ length: width }, (_, place) => rows.map((row) => grid.value(row, place)).filter((value) => !isBlank(value)));
  const share = (column: FormColumn, values: readonly CellValue[]) => values.filter((value) => reader.fits(column, value, grid)).length / values.length;
  return new Map(reader.kinds.map((column) => [column, held.map((values) => (values.length === 0 ? undefined : share(column, values)))]));
}

/** @param share undefined for an empty place */
function contentScore(column: FormColumn, path: HeaderPath, share: number | undefined): number {
  if (share === undefined) return path.own ? 0 : emptyUnderOther;
  const most = mostContent(column.holds);
  return most === 4 && share < 0.3 ? misfit : most * share;
}

/** The best choice of places in the form's order; the leftmost of several. */
function inOrder(scores: readonly (readonly number[])[]): readonly (readonly [column: number, place: number])[] {
  const width = scores[0]?.length ?? 0;
  const best = Array.from({ length: scores.length + 1 }, () => new Array<number>(width + 1).fill(0));
  const at = (column: number, place: number) => best[column]?.[place] ?? 0;
  const taken = (column: number, place: number) => {
    const score = scores[column]?.[place] ?? 0;
    return score >= enough ? score + at(column + 1, place + 1) : -1;
  };
  for (let column = scores.length - 1; column >= 0; column--) {
    for (let place = width - 1; place >= 0; place--) {
      const row = best[column];
      if (row) row[place] = Math.max(taken(column, place), at(column + 1, place), at(column, place + 1));
    }
  }
  const chosen: (readonly [number, number])[] = [];
  let column = 0;
  let place = 0;
  while (column < scores.length && place < width) {
    const here = at(column, place);
    if (taken(column, place) === here) chosen.push([column++, place++]);
    else if (at(column, place + 1) === here) place++;
    else column++;
  }
  return chosen;
}

/** A column out of the form's order is found by its header. */
function placeOutOfOrder(
  wanted: readonly FormColumn[],
  paths: readonly HeaderPath[],
  words: HeaderWords,
  scores: readonly (readonly number[])[],
  places: Map<string, number>,
): void {
  const used = new Set(places.values());
  wanted.forEach((column, index) => {
    if (places.has(column.id)) return;
    const free = paths.map((_, place) => place).filter((place) => !used.has(place) && (scores[index]?.[place] ?? 0) >= enough);
    const named = free.find((place) => words.score(column, paths[place] ?? noPath) === 3);
    if (named === undefined) return;
    places.set(column.id, named);
    used.add(named);
  });
}

/** For each column the first unused place that fits as well as its own. Years tell their columns apart. */
function findRivals(
  wanted: readonly FormColumn[],
  paths: readonly HeaderPath[],
  words: HeaderWords,
  scores: readonly (readonly number[])[],
  places: ColumnPlaces,
): ReadonlyMap<string, number> {
  const used = new Set(places.values());
  const rivals = new Map<string, number>();
  wanted.forEach((column, index) => {
    const place = places.get(column.id);
    if (place === undefined || column.year !== undefined) return;
    const named = words.score(column, paths[place] ?? noPath);
    const least = (scores[index]?.[place] ?? 0) - alike;
    const rival = named === 0 ? -1 : paths.findIndex((path, other) => path.own && !used.has(other) && words.score(column, path) === named && (scores[index]?.[other] ?? 0) >= least);
    if (rival >= 0) rivals.set(column.id, rival);
  });
  return rivals;
}

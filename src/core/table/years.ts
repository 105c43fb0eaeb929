import type { Form, FormColumn } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { foldWidth } from "../form/fold.ts";
import { isBlank } from "../form/reader.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { yearOfEra } from "../wording/era.ts";
import { noPath, type HeaderPath, type HeaderWords } from "./header.ts";

const eraYear = /(令和|平成|昭和|[RHS])\.?(元|[0-9]{1,2})(?![0-9])/;
const westernYear = /(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])/;

/** A year as written, with its place in the folded text. */
interface WrittenYear {
  readonly year: number;
  readonly written: string;
  readonly folded: string;
}

function writtenYear(text: string): WrittenYear | undefined {
  if (text.length > 200) return undefined;
  const folded = withoutSpace(foldWidth(text));
  const [ofEra, era, number] = eraYear.exec(folded) ?? [];
  if (era !== undefined) return { year: yearOfEra(era, number === "元" ? 1 : Number(number)), written: ofEra ?? "", folded };
  const western = westernYear.exec(folded)?.[1];
  return western === undefined ? undefined : { year: Number(western), written: western, folded };
}

/** The Gregorian year in a header or a title: 令和5年度, R5, 2023年度. Undefined where there is none. */
export function yearIn(text: string): number | undefined {
  return writtenYear(text)?.year;
}

/** The year in a column's header: in its last text, otherwise in those above. */
export function headerYear({ text, above }: HeaderPath): number | undefined {
  return yearIn(text) ?? yearIn(above);
}

/** The Gregorian year in the first text above the row `top` (zero-based) that has one; undefined where none has. */
export function titleYear(grid: Grid, top: number): number | undefined {
  for (let row = 0; row < top; row++) {
    for (const value of grid.row(row)) {
      const year = typeof value === "string" ? yearIn(value) : undefined;
      if (year !== undefined) return year;
    }
  }
  return undefined;
}

interface YearColumn {
  readonly place: number;
  readonly year: number;
  readonly filled: number;
}

/**
 * Places the columns of a form that differ by the year in their header. This year's has the year of the title, otherwise it
 * is the latest filled one; the earlier ones follow, the latest first. Removes their former places from `places` if these do
 * not belong to them.
 */
export function placeYears(grid: Grid, rows: readonly number[], top: number, paths: readonly HeaderPath[], wanted: readonly FormColumn[], words: HeaderWords, places: Map<string, number>): void {
  const ofYears = wanted.filter(({ year }) => year !== undefined);
  const own = ofYears.find(({ year }) => year === "this");
  if (!own) return;
  const dated = paths.flatMap((path, place): YearColumn[] => {
    const year = words.score(own, path) > 0 ? headerYear(path) : undefined;
    return year === undefined ? [] : [{ place, year, filled: rows.filter((row) => !isBlank(grid.value(row, place))).length }];
  });
  if (new Set(dated.map(({ year }) => year)).size < 2) return;
  const sorted = [...dated].sort((one, other) => other.year - one.year);
  const titled = titleYear(grid, top);
  const filled = sorted.find((column) => column.filled >= rows.length / 4);
  const current = sorted.find(({ year }) => year === titled) ?? filled ?? sorted[0];
  if (!current) return;
  for (const { id } of ofYears) places.delete(id);
  places.set(own.id, current.place);
  const before = sorted.filter(({ year }) => year < current.year);
  ofYears.filter(({ year }) => year === "earlier").reverse().forEach(({ id }, index) => {
    const column = before[index];
    if (column) places.set(id, column.place);
  });
}

/**
 * The form with the years of this sheet's headers in the names of its columns: what was 令和6年度評価 on the sheet of which it
 * was made is 令和7年度評価 on the next. @param paths the headers of all columns of the sheet
 */
export function inYearsOf(form: Form, paths: readonly HeaderPath[], places: ReadonlyMap<string, number>): Form {
  const columns = form.columns.map((column) => {
    const { text, above } = paths[places.get(column.id) ?? -1] ?? noPath;
    const here = writtenYear(text) ?? writtenYear(above);
    return here ? withYear(column, here) : column;
  });
  return columns.every((column, index) => column === form.columns[index]) ? form : { ...form, columns };
}

function withYear(column: FormColumn, { year, written }: WrittenYear): FormColumn {
  const inYear = (name: string) => {
    const own = writtenYear(name);
    // Of a span, 令和4年度から令和6年度, it cannot be told which year is meant.
    if (!own || own.year === year || writtenYear(own.folded.replace(own.written, ""))) return name;
    return (name.includes(own.written) ? name : own.folded).replace(own.written, /^[0-9]/.test(own.written) ? `${year}` : written);
  };
  const { ja, en } = column.name;
  const name = { ja: inYear(ja), en: inYear(en) };
  return name.ja === ja && name.en === en ? column : { ...column, name };
}

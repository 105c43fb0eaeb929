import { CodeScanner } from "../form/code-scanner.ts";
import { leadingCode } from "../form/leading-code.ts";
import type { FormReader } from "../form/reader.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { bandAt } from "./bands.ts";
import type { ColumnPlaces } from "./columns.ts";
import { findNestedBands } from "./nested-bands.ts";

const withoutShared = new WeakMap<Form, Form>();

/** The form without the levels that stand in columns of its innermost level, as 政策 and 施策 do in bands above their projects. */
export function withoutStacked(reader: FormReader): Form {
  const { form } = reader;
  let without = withoutShared.get(form);
  if (!without) {
    const last = form.levels[reader.innermost]?.id;
    const headers = new Set(form.columns.flatMap((column) => (column.level === last ? [headerOf(column)] : [])));
    const areTold = toldByCode(reader) !== undefined;
    const others = form.columns.filter((column) => column.level === last || !(areTold || isName(column)) || !headers.has(headerOf(column)));
    // Grades of a level above in a column of their own are found like those of the innermost one.
    const columns = areTold && last !== undefined ? others.map((column) => (column.level === last ? column : { ...column, level: last, optional: true })) : others;
    without = columns.length === form.columns.length && !areTold ? form : { ...form, columns, levels: form.levels.filter(({ id }) => id === last || columns.some(({ level }) => level === id)) };
    withoutShared.set(form, without);
  }
  return without;
}

function isName({ holds }: FormColumn): boolean {
  return holds === "code" || holds === "label" || holds === "text";
}

function headerOf({ header }: FormColumn): string {
  return header.join("\u0000");
}

/** The places of all columns, given those of the form without the levels that share some. */
export function placesOfStacked({ form }: FormReader, own: ColumnPlaces): ColumnPlaces {
  const shared = new Map<string, number>();
  for (const column of form.columns) {
    const place = own.get(column.id);
    if (place !== undefined && !shared.has(headerOf(column))) shared.set(headerOf(column), place);
  }
  return new Map(form.columns.flatMap((column) => {
    const place = own.get(column.id) ?? shared.get(headerOf(column));
    return place === undefined ? [] : [[column.id, place] as const];
  }));
}

/** Where a table is: its columns, and the first rows of its header and data. */
interface Place {
  readonly columns: ColumnPlaces;
  readonly top: number;
  readonly firstData: number;
}

/** The first row of data and the level of each row. */
interface StackedRows {
  readonly firstData: number;
  readonly depths: ReadonlyMap<number, number>;
}

/**
 * The levels of rows by how their codes are written, where the form says so, otherwise by the kinds of bands above the rows of data. Undefined where
 * all rows are of the innermost level, or bands are of more or fewer kinds than the form has levels above it. @param rowsOf finds rows of data
 */
export function rowsOfStacked(grid: Grid, reader: FormReader, { columns, top, firstData }: Place, rowsOf: () => readonly number[]): StackedRows | undefined {
  const code = columns.get(toldByCode(reader)?.id ?? "");
  if (code !== undefined) return { firstData, depths: depthsByCode(grid, reader, code, firstData) };
  if (reader.innermost === 0 || !bandAt(grid, firstData) || !bandAt(grid, firstData + 1)) return undefined;
  const bands = findNestedBands(grid, { top, rows: rowsOf() }, new CodeScanner());
  return bands?.innermost === reader.innermost ? bands : undefined;
}

/** The innermost level's column of codes or labels, if those of all levels stand under its header and are written differently, and no level has a name beside them. */
function toldByCode(reader: FormReader): FormColumn | undefined {
  const { codes, innermost, form } = reader;
  const columns = codes.map((_, depth) => reader.codeColumn(depth));
  const own = columns[innermost];
  const areAlike = own !== undefined && columns.every((column) => column !== undefined && column.holds === own.holds && headerOf(column) === headerOf(own));
  const headers = new Set(reader.columnsOf(innermost).map(headerOf));
  const hasOwnName = form.columns.some((column) => column.holds === "text" && !headers.has(headerOf(column)));
  return innermost > 0 && areAlike && !hasOwnName && new Set(codes.map(({ template }) => template)).size === codes.length ? own : undefined;
}

/** The innermost level where no level writes a code so. Linear in the rows. */
function depthsByCode(grid: Grid, reader: FormReader, place: number, firstData: number): ReadonlyMap<number, number> {
  const isLabel = reader.codeColumn(reader.innermost)?.holds === "label";
  const writings = reader.codes.map(({ template }) => template.replace("{n", "{1"));
  const depths = new Map<number, number>();
  for (let row = firstData; row < grid.rowCount; row++) {
    const code = leadingCode(cellText(grid.value(row, place)));
    const depth = code && (isLabel || code.rest === "") ? writings.indexOf(code.writing.trimEnd()) : -1;
    depths.set(row, depth < 0 ? reader.innermost : depth);
  }
  return depths;
}

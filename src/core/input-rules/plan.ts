import type { InputRules, TermList } from "../model/term-lists.ts";
import { isBlank } from "../form/reader.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import { maxRows, type Block } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";

/**
 * A form gets input rules for at least this many rows, if they are empty. The cells of a blank form do not tell how far its borders
 * reach; a city ward's filled form has some 60 rows, and inserted rows copy the rules of the rows around them.
 */
const leastRows = 200;

/** First and last of adjacent rows; zero-based. */
type Run = readonly [first: number, last: number];

/**
 * The input rules of a form: for every status column in which they are written its terms, for every column of codes, alone or before a title, the text
 * format, on all rows of the table and on the empty ones below it.
 */
export function inputRulesOf(grid: Grid, table: Table, form: Form): InputRules {
  const runs = runsOf(grid, table);
  const blocksOf = ({ id }: FormColumn): readonly Block[] => {
    const column = table.columns.get(id);
    return column === undefined ? [] : runs.map(([first, last]) => ({ first: { row: first, column }, last: { row: last, column } }));
  };
  const vocabularies = new Map(Object.entries(form.vocabularies));
  const lists = form.columns.flatMap((column): readonly TermList[] => {
    const terms = column.holds === "status" && !column.choice ? (vocabularies.get(column.vocabulary ?? "") ?? []).map(({ text }) => text) : [];
    const blocks = blocksOf(column);
    return terms.length === 0 || blocks.length === 0 ? [] : [{ blocks, terms }];
  });
  // Levels below each other share a column.
  const codes = new Map(form.columns.filter(({ holds }) => holds === "code" || holds === "label").map((column) => [table.columns.get(column.id), column]));
  const texts = [...codes.values()].flatMap(blocksOf);
  return { header: headerOf(table), lists, texts };
}

function firstDataOf({ rows, last }: Table): number {
  return rows[0]?.row ?? last.row + 1;
}

function headerOf(table: Table): Block | undefined {
  const { first, last } = table;
  const bottom = firstDataOf(table) - 1;
  return bottom < first.row ? undefined : { first, last: { row: bottom, column: last.column } };
}

/** The rows of data and the empty ones among and below them, without totals, notes and repeated headers. */
function runsOf(grid: Grid, table: Table): readonly Run[] {
  const from = firstDataOf(table);
  const data = new Set(table.rows.map(({ row }) => row));
  const runs: Run[] = [];
  const add = (row: number) => {
    const last = runs.at(-1);
    if (last?.[1] === row - 1) runs[runs.length - 1] = [last[0], row];
    else runs.push([row, row]);
  };
  for (let row = from; row <= table.last.row; row++) if (data.has(row) || isEmpty(grid, table, row)) add(row);
  const end = Math.min(from + leastRows, maxRows);
  for (let row = Math.max(from, table.last.row + 1); row < end && isEmpty(grid, table, row); row++) add(row);
  return runs;
}

function isEmpty(grid: Grid, { first, last }: Table, row: number): boolean {
  return grid.row(row).slice(first.column, last.column + 1).every(isBlank);
}

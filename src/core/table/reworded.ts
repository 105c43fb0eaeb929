import { isBlank } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { sameForm } from "./heads.ts";
import { foldHeader } from "./header.ts";
import { isNoteRow } from "./lone-rows.ts";
import { columnWordOf, meansTheSame, namesGrades } from "./same-column.ts";
import type { StackedTable, TableStack } from "./stack.ts";
import { cellText } from "../wording/phrase.ts";

/**
 * The stacks with lists as one whose heads say the same in other words, 番号 評価 and No 判定, in the same columns and above the same grades. The
 * others stay as they are. Linear in the cells.
 */
export function withReworded(grid: Grid, stacks: readonly TableStack[]): readonly TableStack[] {
  const [first, ...others] = stacks;
  const [list] = first?.tables ?? [];
  if (!first || !list || first.tables.length > 1) return stacks;
  const same = others.filter(({ tables: [other] }) => other && isReworded(grid, list, other));
  if (same.length === 0) return stacks;
  const tables = [first, ...same].flatMap((stack) => stack.tables).map((table) => ({ ...table, columns: list.columns })).sort((one, other) => one.top - other.top);
  const inAll = [...first.apart].filter((row) => same.every(({ apart }) => apart.has(row)));
  const between = tables.flatMap(({ from }, index) => {
    const after = (tables[index - 1]?.to ?? from) + 1;
    return Array.from({ length: Math.max(0, from - after) }, (_, step) => after + step);
  });
  const isRead = (row: number) => tables.some(({ top, to }) => row >= top && row <= to);
  return [{ ...first, tables, apart: new Set([...inAll, ...between]), others: first.others.filter((other) => !isRead(other.first.row)) }, ...others.filter((other) => !same.includes(other))];
}

/** The stack without titles that are the numbers of printed pages. */
export function withoutPageTitles(stack: TableStack): TableStack {
  return stack.tables.every(({ title }) => !title || isNoteRow([title.text])) ? { ...stack, titleWord: undefined } : stack;
}

function isReworded(grid: Grid, one: StackedTable, other: StackedTable): boolean {
  const wordsOf = ({ top }: StackedTable) => Array.from(grid.row(top), (value) => columnWordOf(isBlank(value) ? "" : foldHeader(cellText(value))));
  const [own, its] = [wordsOf(one), wordsOf(other)];
  if (own.length !== its.length || own.some(({ word }, column) => (word === "") !== (its[column]?.word === ""))) return false;
  const pairs = own.flatMap((word, column) => (word.word === "" ? [] : [{ column, word, other: its[column] ?? word }]));
  const alike = pairs.filter((pair) => meansTheSame(pair.word, pair.other));
  const graded = alike.find((pair) => namesGrades(pair.word.word) && namesGrades(pair.other.word));
  if (!graded || alike.length < sameForm * pairs.length) return false;
  const [known, texts] = [one, other].map((table) => gradesOf(grid, table, graded.column));
  const both = [...(texts ?? [])].filter((text) => known?.has(text)).length;
  return both > 0 && 2 * both >= Math.min(known?.size ?? 0, texts?.size ?? 0);
}

function gradesOf(grid: Grid, { from, to }: StackedTable, column: number): ReadonlySet<string> {
  const texts = new Set<string>();
  for (let row = from; row <= to; row++) if (!isBlank(grid.value(row, column))) texts.add(cellText(grid.value(row, column)));
  return texts;
}

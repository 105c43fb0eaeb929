import { cleanRows } from "../core/sheet.ts";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { inspectBook } from "../../src/core/inspect.ts";
import { GridBuilder, type CellValue, type Grid } from "../../src/core/model/grid.ts";

type Row = readonly CellValue[];

interface Shape {
  readonly name: string;
  /** Number of rows, of the smaller sheet and of the larger one. */
  readonly sizes: readonly [number, number];
  readonly make: (rows: number) => readonly Grid[];
}

const header = cleanRows.slice(0, 3);
const [first = []] = cleanRows.slice(3);
const own = first.slice(7, 11);
const grades = ["評価", "担当課"];

/** A row of the evaluation. */
const row = (issue: string, strategy: string, outcome: string, initiative: string, page: string): Row => [issue, strategy, ...first.slice(2, 3), outcome, ...first.slice(4, 6), initiative, ...own, page];
const word = (number: number) => String(number).replace(/\d/g, (digit) => "あいうえおかきくけこ".charAt(Number(digit)));
const many = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, index) => make(index));

function gridOf(rows: Iterable<Row>, id = "1"): Grid {
  const builder = new GridBuilder();
  let at = 0;
  for (const cells of rows) {
    for (let column = 0; column < cells.length; column++) builder.set(at, column, cells[column]);
    at++;
  }
  return builder.build({ id, name: `評価${id}`, hidden: false }, false);
}

const evaluation = (make: (index: number) => Row) => (rows: number) => [gridOf([...header, ...many(rows, make)])];
const strategy = (index: number, outcome: string) => row("1 課題", "1-1", outcome, `1-1-${index + 1}`, "p.1");
/** A clean row of five strategies an issue, four initiatives a strategy. */
function cleanRow(index: number): Row {
  const [issue, strategy, initiative] = [Math.floor(index / 20) + 1, (Math.floor(index / 4) % 5) + 1, (index % 4) + 1];
  const page = index + Math.floor(index / 4) + 1;
  const outer = initiative === 1 ? [strategy === 1 ? `${issue} 課題` : "", `${issue}-${strategy}`, `【成果${index}】 内容`, "順調", first[4], `p.${page + 4}`] : many(6, () => "");
  return [...outer, `${issue}-${strategy}-${initiative}`, ...own, `p.${page}`];
}

/** The same graded by other words, under a header that no built-in form has. */
function unknownRow(index: number): Row {
  const cells = cleanRow(index);
  return [...cells.slice(0, 3), cells[3] === "" ? "" : "ABC".charAt(index % 3), "", "", ...cells.slice(6, 8), "◎○△".charAt((index * 7) % 5 % 3), ["計画どおり", "遅れ"][index % 2], "", cells[11]];
}
const unknownHeader: readonly Row[] = [["政策", "番号", "施策", "施策評価", "", "", "番号", "事業", "事業評価", "進み方", "", "備考"]];

const shapes: readonly Shape[] = [
  { name: "a clean evaluation", sizes: [2_000, 20_000], make: evaluation(cleanRow) },
  { name: "a large clean evaluation", sizes: [20_000, 200_000], make: evaluation(cleanRow) },
  { name: "an unknown form", sizes: [2_000, 20_000], make: (rows) => [gridOf([...unknownHeader, ...many(rows, unknownRow)])] },
  { name: "a large unknown form", sizes: [20_000, 200_000], make: (rows) => [gridOf([...unknownHeader, ...many(rows, unknownRow)])] },
  { name: "one strategy with all initiatives", sizes: [2_000, 20_000], make: evaluation((index) => (index === 0 ? strategy(0, "順調") : [...many(6, () => ""), `1-1-${index + 1}`, ...own, `p.${index + 1}`])) },
  { name: "a strategy that is filled down", sizes: [2_000, 20_000], make: evaluation((index) => strategy(index, "順調")) },
  { name: "the same, with a fault on every row", sizes: [2_000, 20_000], make: evaluation((index) => strategy(index, index === 0 ? "順調" : "順調 ")) },
  { name: "rows with a label alone", sizes: [2_000, 20_000], make: evaluation((index) => (index === 0 ? strategy(0, "順調") : [`${index + 1} 課題`])) },
  { name: "one code on all rows", sizes: [2_000, 20_000], make: evaluation(() => strategy(0, "順調")) },
  { name: "a status of its own on every row", sizes: [10_000, 100_000], make: evaluation((index) => [...strategy(index, "順調").slice(0, 8), `状況${word(index)}`, ...own.slice(2), "p.1"]) },
  { name: "sheets of plain text, 200 rows each", sizes: [2_000, 40_000], make: (rows) => many(rows / 200, (id) => gridOf(many(200, (index) => many(8, (column) => `説明の文${word(id * 1600 + index * 8 + column)}`)), String(id))) },
  { name: "16,384 columns of words under an evaluation's header", sizes: [20, 100], make: (rows) => [gridOf([...header, ...many(rows, (index) => [...strategy(index, "順調"), ...many(16_372, (column) => `語${word(column)}`)])])] },
  { name: "heads of 2,000 columns, half of them worded otherwise", sizes: [30, 150], make: (rows) => [gridOf(many(rows / 2, (table) => [many(2_000, (column) => (column % 2 === 0 ? `項目${word(column)}名` : `別${word(column * 7 + table)}の率`)), []]).flat())] },
  { name: "tables of 193 columns, each with some heads of its own", sizes: [80, 800], make: (rows) => [gridOf(many(rows / 4, (table) => [many(193, (column) => (column < 2 ? (grades[column] ?? "") : column % 3 === 0 ? `独自${word(column * 211 + table)}の率` : `項目${word(column)}名`)), many(193, (column) => (column === 0 ? "A" : column)), many(193, (column) => (column === 0 ? "B" : column)), []]).flat())] },
];

/** The names and sizes of all shapes, to measure each in a process of its own. */
export const sizes = shapes.map(({ name, sizes: [small, large] }) => ({ name, small, large }));

/** Makes the sheets of a shape; the result checks them by all built-in forms, as a file is checked in the terminal. */
export function checkOf(name: string, rows: number): () => unknown {
  const grids = shapes.find((shape) => shape.name === name)?.make(rows) ?? [];
  return () => inspectBook(grids, builtInForms, new Map());
}

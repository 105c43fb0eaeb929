import { describe, expect, it, vi } from "vitest";
import { fixGroupsOf } from "../../src/core/fixes/fix-groups.ts";
import { builtInForms, osakaWard } from "../../src/core/form/built-in.ts";
import { readerOf } from "../../src/core/form/reader.ts";
import { GridBuilder, type CellValue, type Grid } from "../../src/core/model/grid.ts";
import type { Finding } from "../../src/core/model/finding.ts";
import { fullyInSteps, inspect } from "../../src/core/inspect.ts";
import { misnumbered } from "../../src/core/rules/misnumbered.ts";
import { findBestTable } from "../../src/core/table/best-table.ts";
import { blocksByCells } from "../../src/core/tree/blocks.ts";
import { Evaluation, type TreeNode } from "../../src/core/tree/evaluation.ts";
import { CodeKeys } from "../../src/core/tree/keys.ts";
import { blocksByLabels } from "../../src/core/tree/labels.ts";
import { LevelCells } from "../../src/core/tree/level-cells.ts";
import type { Unit } from "../../src/core/tree/unit.ts";
import { cleanRows, gridOf } from "./sheet.ts";

type Row = readonly CellValue[];
type Counter = { steps: number };

const header = cleanRows.slice(0, 3);
const first = cleanRows[3] ?? [];
/** A row of a filled-down block, with the initiative's number from 1 and the given outcome. */
const filledDown = (number: number, outcome: string): Row => [...first.slice(0, 3), outcome, ...first.slice(4, 6), `1-1-${number}`, ...first.slice(7)];
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const block = (count: number, outcome: (number: number) => string): readonly Row[] => [...header, ...numbers(count).map((number) => filledDown(number, outcome(number)))];

/** A row of the evaluation, rows with only an issue's label, and a last row of the evaluation. */
const labelsAlone = (count: number): readonly Row[] => [...header, first, ...numbers(count).map((number) => [`${number + 1} 課題`]), ["", ...first.slice(1)]];

/** A list that counts the reads of its places. */
function counted<Item>(list: readonly Item[], counter: Counter): readonly Item[] {
  return new Proxy(list, {
    get(target, key, receiver): unknown {
      counter.steps++;
      return Reflect.get(target, key, receiver);
    },
  });
}

/** A grid that counts the reads of its cells and rows. */
function countedGrid(grid: Grid, counter: Counter): Grid {
  const count = <Result>(result: Result): Result => (counter.steps++, result);
  return { ...grid, row: (row) => count(grid.row(row)), value: (row, column) => count(grid.value(row, column)) };
}

/** Does the work to be measured on a sheet of so many rows. */
type Measure = (count: number, counter: Counter) => void;

function parts(rows: readonly Row[]) {
  const grid = gridOf(rows);
  const reader = readerOf(osakaWard);
  const table = findBestTable(grid, builtInForms)?.table;
  if (!table) throw new Error("no table found");
  return { grid, table, reader, cells: (depth: number) => new LevelCells(grid, table, reader, depth) };
}

const checked = (rows: (count: number) => readonly Row[]): Measure => (count, counter) => {
  inspect(countedGrid(gridOf(rows(count)), counter), osakaWard);
};

const spaced = (number: number) => (number === 1 ? "順調" : "順調  ");

const measures: readonly (readonly [string, Measure])[] = [
  ["a block that is filled down", checked((count) => block(count, () => "順調"))],
  ["a fault on every row of a block", checked((count) => block(count, () => "順調 "))],
  ["a block whose rows all differ from the first", checked((count) => block(count, spaced))],
  ["rows with a label alone", checked((count) => labelsAlone(count))],
  [
    "the initiatives of a block",
    (count, counter) => {
      const { cells, table } = parts(block(count, () => "順調"));
      const codes = new CodeKeys();
      const parent = codes.of([1, 1]);
      const units = table.rows.map((_, index): Unit => ({ from: index, to: index + 1, named: parent, number: index + 1, total: 1, gains: null }));
      const filled = new Uint8Array(table.rows.length).fill(1);
      const marks = { own: filled, below: filled, above: new Uint8Array(table.rows.length) };
      blocksByCells(cells(1), counted(units, counter), (unit) => codes.child(parent, unit + 1), marks, codes);
    },
  ],
  [
    "where labels belong that stand alone",
    (count, counter) => {
      const { cells, table } = parts(labelsAlone(count));
      blocksByLabels(cells(0), [], new CodeKeys(), (index) => (counter.steps++, index === table.rows.length - 1));
    },
  ],
  [
    "edits of a fault on rows that differ from the first",
    (count, counter) => {
      const found = inspect(gridOf(block(count, spaced)), osakaWard)?.findings ?? [];
      counter.steps = found.reduce((sum, { fix }) => sum + (fix?.edits.length ?? 0), 0);
    },
  ],
  [
    "fixes that share cells, one with the next",
    (count, counter) => {
      const place = (row: number) => ({ at: { row, column: 0 }, from: "1", to: "2" });
      fixGroupsOf(numbers(count).map((row): Finding => ({ ...plain, get fix() {
        counter.steps++;
        return { safety: "safe", edits: [place(row), place(row + 1)] } as const;
      } })));
    },
  ],
  [
    "strategies of an issue whose codes their initiatives contradict",
    (count, counter) => {
      const { grid, table, reader } = parts([...header, ...numbers(count).map((number) => [number === 1 ? "1 課題" : "", `1-${number + 3}`, ...first.slice(2, 6), `1-${number}-1`, ...first.slice(7)])]);
      const Counting = class extends Evaluation {
        override isContradicted(node: TreeNode): boolean {
          counter.steps++;
          return super.isContradicted(node);
        }
      };
      misnumbered(new Counting(grid, table, reader));
    },
  ],
];

const plain: Finding = { rule: "", severity: "info", message: "", facts: {}, at: { row: 0, column: 0 }, code: null, title: "", value: "", present: { text: "" }, related: [], fix: null };

describe("twice the rows are at most twice the steps", () => {
  it.each(measures)("%s", (_, measure) => {
    const [once, twice] = [150, 300].map((count) => {
      const counter = { steps: 0 };
      measure(count, counter);
      return counter.steps;
    });
    expect(once).toBeGreaterThan(100);
    expect(twice).toBeLessThan(2.2 * (once ?? 0));
  });
});

describe("a long sheet of an unknown form", () => {
  const rows = numbers(6_000).map((number): Row => [number % 3 === 1 ? `施策の名称${number}` : "", `1-${number}`, `催しの名称${number}`, number % 4 === 0 ? "B" : "A", `p.${number}`]);

  it("is read in steps, none of which looks at each of its cells", () => {
    const counter = { steps: 0 };
    const grid = countedGrid(gridOf([["施策", "番号", "催し", "評価", "資料"], ...rows]), counter);
    const steps = fullyInSteps([grid], grid, builtInForms, new Map());
    let most = 0;
    for (let isDone = false; !isDone; ) {
      const before = counter.steps;
      isDone = steps.next().done === true;
      most = Math.max(most, counter.steps - before);
    }
    expect(most).toBeLessThan(5 * rows.length);
  });
});

describe("a sheet that is no evaluation", () => {
  /** How often text is folded, for each cell, until a sheet of so many different texts is known to hold no table. */
  function folds(rows: number, check: (grid: Grid) => unknown): number {
    const builder = new GridBuilder();
    for (let row = 0; row < rows; row++) for (let column = 0; column < 10; column++) builder.set(row, column, `台帳の項目　${row}－${column}の内容`);
    const spy = vi.spyOn(String.prototype, "normalize");
    expect(check(builder.build({ id: "1", name: "台帳", hidden: false }, false))).toBeNull();
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length / (10 * rows);
  }

  const byOneForm = (grid: Grid) => inspect(grid, osakaWard);
  const byAnyForm = (grid: Grid) => inspect(grid, builtInForms, new Map());

  it("is told by folding each text once for each thing that it may be, however many columns and texts there are", () => {
    expect(folds(20, byOneForm)).toBeLessThan(16);
    expect(folds(2_000, byOneForm)).toBeLessThan(16);
  });

  it("is told by its first rows where it is long and says nothing twice, whatever forms are known", () => {
    expect(folds(2_000, byAnyForm)).toBeLessThan(1);
  });

  it("is looked at in full where a column says the same again, or where headers speak for a form", () => {
    const list = (grade: (number: number) => string) =>
      inspect(gridOf([["番号", "事業名", "評価"], ...numbers(90).map((number) => [String(number), `事業の名称${number}`, grade(number)])]), builtInForms, new Map());
    expect(list((number) => (number % 3 === 0 ? "B" : "A"))?.findings).toEqual([]);
    expect(list((number) => `語${number}`)).toBeNull();
    const blank = inspect(gridOf([...numbers(70).map((number) => [`記入の注意${number}`]), ...header]), builtInForms);
    expect(blank?.form.form.id).toBe(osakaWard.id);
  });
});

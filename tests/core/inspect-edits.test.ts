import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { inspect } from "../../src/core/inspect.ts";
import { editedInSteps } from "../../src/core/inspect-edits.ts";
import { inspectKnown, type KnownCheck } from "../../src/core/inspect-known.ts";
import { inspectSheet, LastCheck } from "../../src/core/inspect-sheet.ts";
import { maxColumns } from "../../src/core/model/address.ts";
import { GridBuilder, type CellValue, type Grid } from "../../src/core/model/grid.ts";
import { atOnce } from "../../src/core/model/pace.ts";
import { sampledRows } from "../../src/core/table/sample.ts";
import { cleanRows } from "./sheet.ts";

const E = "有効であり、継続して推進";

/** More rows than tell where a table is; every seventh strategy is not effective, and has a row without a page. */
function* largeRows(): Generator<readonly CellValue[]> {
  yield* cleanRows.slice(0, 3);
  let page = 0;
  for (let issue = 1; issue <= 165; issue++) {
    for (let strategy = 1; strategy <= 9; strategy++) {
      for (let initiative = 1; initiative <= 3; initiative++) {
        const isBad = strategy === 7;
        const own = [`${issue}-${strategy}-${initiative}`, `取組${issue * strategy}の${initiative}`, isBad ? "未達成" : "達成", "予定どおり実施", E, isBad && initiative === 2 ? "" : `p.${++page}`];
        const above = initiative > 1 ? ["", "", "", "", ""] : [`${issue}-${strategy}`, `【戦略${strategy}】 ・進める。`, "順調", isBad ? "有効でないため、戦略を見直す" : E, ""];
        yield [initiative + strategy === 2 ? `${issue} 課題${issue}` : "", ...above, ...own];
      }
    }
  }
}

const rows = [...largeRows()];

function gridWith(edits: ReadonlyMap<number, CellValue>): Grid {
  const builder = new GridBuilder();
  rows.forEach((cells, row) => cells.forEach((value, column) => builder.set(row, column, edits.has(row * maxColumns + column) ? edits.get(row * maxColumns + column) : value)));
  return builder.build({ id: "1", name: "評価シート", hidden: false }, false);
}

async function wholeOf(grid: Grid): Promise<KnownCheck> {
  const known = await inspectKnown(grid, builtInForms);
  if (!known) throw new Error("no table found");
  return known;
}

const values: readonly CellValue[] = ["達成", "未達成", "予定どおり実施", "予定通り実施", E, "有効でないため、取組を見直す", "順調", "順調でない", "順調 ", "", "〃", "同上", "目標", "具体的取組", "p.7", "ｐ．８", 7, "7月8日", "1-1-1", "9-9-9", "合計", "※注", "取組の名前", " 前に空白", { error: "#REF!" }];
const places = fc.record({ row: fc.integer({ min: sampledRows - 3, max: rows.length - 1 }), column: fc.integer({ min: 0, max: 11 }), value: fc.constantFrom(...values) });

it("after any edits tells what a check of the whole sheet tells", async () => {
  const first = await wholeOf(gridWith(new Map()));
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(places, { minLength: 1, maxLength: 3 }), async (edits) => {
      const made = new Map<number, CellValue>();
      let check = first;
      for (const { row, column, value } of edits) {
        made.set(row * maxColumns + column, value);
        const grid = gridWith(made);
        const after = atOnce(editedInSteps(check, grid));
        check = await wholeOf(grid);
        if (!after) continue;
        // Much faster than `toEqual`, which then tells the difference.
        if (!isDeepStrictEqual(after.inspection, check.inspection)) expect(after.inspection).toEqual(check.inspection);
        check = after;
        followed++;
      }
    }),
    { numRuns: 20 },
  );
  expect(followed).toBeGreaterThan(5);
});

it.each([
  { column: 8, value: "未達成", what: "a status of an initiative" },
  { column: 8, value: "", what: "a status that is emptied" },
  { column: 7, value: "別の名前", what: "a name" },
  { column: 11, value: "p.1", what: "a page" },
])("goes on from the check before after the edit of $what", async ({ column, value }) => {
  const last = new LastCheck();
  const row = rows.length - 3;
  await inspectSheet(gridWith(new Map()), noCards, by, {}, last);
  const grid = gridWith(new Map([[row * maxColumns + column, value]]));
  const told = await inspectSheet(grid, noCards, by, {}, last);
  const known = await inspectKnown(gridWith(new Map()), builtInForms);
  expect(known && atOnce(editedInSteps(known, grid))).toBeDefined();
  expect(told).toEqual(await inspectSheet(grid, noCards, by, {}));
});

it.each([
  { column: 6, value: "165-9-9", what: "a code" },
  { column: 8, value: "目標", what: "a word of the header" },
  { column: 8, value: "〃", what: "a ditto" },
  { column: 3, value: "順調でない", what: "a status of a strategy" },
])("checks the whole sheet after the edit of $what", async ({ column, value }) => {
  const known = await wholeOf(gridWith(new Map()));
  expect(atOnce(editedInSteps(known, gridWith(new Map([[(rows.length - 3) * maxColumns + column, value]]))))).toBeUndefined();
});

const strategy = rows.length - 9;

it.each([
  { what: "the text that tells a strategy from the one above, whose code it has", former: [[3, 1, "165-7"], [3, 2, "別の戦略"], [3, 3, "順調"], [3, 4, "有効でないため、戦略を見直す"]], edit: [3, 2, "【戦略7】 ・進める。"] },
  { what: "a status below a wrong code in the middle of a strategy", former: [[2, 1, "165-8"], [2, 3, "順調でない"]], edit: [2, 3, ""] },
  { what: "the status that differs there", former: [[2, 1, "165-8"], [2, 3, "順調でない"]], edit: [2, 3, "順調"] },
] as const)("checks the whole sheet after the edit of $what", async ({ former, edit }) => {
  const made = new Map(former.map(([below, column, value]): [number, CellValue] => [(strategy + below) * maxColumns + column, value]));
  const known = await wholeOf(gridWith(made));
  const grid = gridWith(made.set((strategy + edit[0]) * maxColumns + edit[1], edit[2]));
  expect(atOnce(editedInSteps(known, grid))).toBeUndefined();
});

it("checks the whole sheet where a small table counts the grades, which an edit makes to items, or items to such a table", async () => {
  const name = (text: string) => ({ ja: text, en: text });
  const column = (id: string, holds: "code" | "text" | "status", header: string) => ({ id, level: "project", holds, name: name(header), header: [header], ...(holds === "status" && { vocabulary: "grade" }) });
  const vocabularies = { grade: [{ text: "継続", meaning: "good" as const }, { text: "縮小", meaning: "bad" as const }] };
  const form = { id: "projects", name: name("事務事業評価"), levels: [{ id: "project", name: name("事務事業"), key: "running" as const, code: "{n}" }], columns: [column("number", "code", "番号"), column("name", "text", "事業名"), column("grade", "status", "評価")], vocabularies, spellings: [] };
  const items = Array.from({ length: sampledRows + 100 }, (_, index) => [`${index + 1}`, `事業その${index}`, "継続"]);
  const gradedGrid = (grade: string) => {
    const builder = new GridBuilder();
    const cells = [["番号", "事業名", "評価"], ...items.slice(0, -2), [`${items.length - 1}`, "事業の名", grade], ...items.slice(-1), [], ["", "", "継続", items.length - 1], ["", "", "縮小", 1]];
    cells.forEach((values, row) => values.forEach((value, place) => builder.set(row, place, value)));
    return builder.build({ id: "1", name: "評価シート", hidden: false }, false);
  };
  const known = await inspectKnown(gradedGrid("縮小"), form);
  const whole = await inspectKnown(gradedGrid("継続"), form);
  expect(known?.inspection.counts).not.toEqual(whole?.inspection.counts);
  expect(known && atOnce(editedInSteps(known, gradedGrid("継続")))).toBeUndefined();
  expect(whole && atOnce(editedInSteps(whole, gradedGrid("縮小")))).toBeUndefined();
});

it("tells after any edits of marks below grades what a check of the whole sheet tells", async () => {
  const grades = [0, 0, 1, 2, 0, 0, 2, 0, 0, 1];
  const marked = [["番号", "事業名", "進捗", "", ""], ["", "", "順調", "やや遅れ", "遅れ"], ...Array.from({ length: sampledRows + 40 }, (_, index) => [`${index + 1}`, `事業その${index}`, ...[0, 1, 2].map((column) => (column === grades[index % 10] ? "○" : ""))])];
  const markedWith = (edits: ReadonlyMap<number, CellValue>) => {
    const builder = new GridBuilder();
    marked.forEach((cells, row) => cells.forEach((value, column) => builder.set(row, column, edits.has(row * maxColumns + column) ? edits.get(row * maxColumns + column) : value)));
    return builder.build({ id: "1", name: "評価シート", hidden: false }, false);
  };
  const form = inspect(markedWith(new Map()), builtInForms, new Map())?.form.form;
  if (!form) throw new Error("no form");
  const own = { forms: [{ form, from: "document" as const }, ...builtInForms], answers: new Map<string, string>() };
  const last = new LastCheck();
  await inspectSheet(markedWith(new Map()), noCards, own, {}, last);
  const edit = fc.record({ row: fc.integer({ min: marked.length - 12, max: marked.length - 1 }), column: fc.integer({ min: 1, max: 4 }), value: fc.constantFrom("○", "●", "", "□", "遅れ", "〃", "－", "対象外") });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
      const made = new Map(edits.map(({ row, column, value }) => [row * maxColumns + column, value]));
      const grid = markedWith(made);
      const [told, whole] = [await inspectSheet(grid, noCards, own, {}, last), await inspectSheet(grid, noCards, own, {})];
      if (!isDeepStrictEqual(told, whole)) expect(told).toEqual(whole);
    }),
    { numRuns: 8 },
  );
});

const by = { forms: builtInForms, answers: new Map<string, string>() };
const noCards = { sheets: () => Promise.resolve([]), read: () => Promise.reject(new Error("no other sheet")) };

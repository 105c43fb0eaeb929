import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInForms, osakaWard } from "../../../src/core/form/built-in.ts";
import type { KnownForm } from "../../../src/core/form/known.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { inspect, inspectFully, type Inspection } from "../../../src/core/inspect.ts";
import { a1, type CellPlace } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { sheetReport } from "../../../src/core/report.ts";
import { describeBeside } from "../../../src/core/wording/beside.ts";
import { faultsOf } from "../faults.ts";
import { layOut, layouts, shapes } from "../random-sheet.ts";
import { cleanRows, gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const head = ["No.", "事業名", "担当課", "評価", "理由"];
const names = ["道路の補修", "公園の美化", "ごみの減量", "窓口の改善", "広報紙の発行", "図書館の利用", "学校給食", "子育て相談", "見守り活動", "防災訓練", "商店街の支援", "観光案内"];
const grades = ["順調", "やや遅れている", "順調", "おおむね順調"];
const item = (number: CellValue, index: number): readonly CellValue[] => [number, names[index % names.length], "企画課", grades[index % grades.length], `第${index + 1}回会議を開催した`];
const items = (count: number, from: number, firstNumber = 1): Rows => Array.from({ length: count }, (_, index) => item(firstNumber + index, from + index));
const right = (columns: number, rows: Rows): Rows => rows.map((row) => [...new Array<CellValue>(columns).fill(undefined), ...row]);

function found(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  return { counts: inspection?.counts, serious: (inspection?.findings ?? []).filter(({ severity }) => severity !== "info").map((one) => note(one).replace(/ (?:safe|suggested) .*/, "")), range: inspection && rangeOf(inspection) };
}

const rangeOf = ({ table }: Inspection) => `${a1(table.first)}:${a1(table.last)}`;

/** A table with a title for each measure. The second is further right, a note and a total are between, the money and the legend below. */
const measures: Rows = [
  ["令和6年度　内部評価"],
  ["施策1　福祉"], head, ...items(4, 0),
  ["※ 4は令和5年度からの継続である。"],
  [],
  ...right(2, [["施策2　安全安心"], head, ...items(3, 4), ["合計", "3件"]]),
  [],
  ["施策3　環境"], head, ...items(5, 7),
  [],
  ["予算の状況"], ["科目", "予算額", "決算額", "執行率"], ["総務費", 1200, 1100, "91.7%"], ["民生費", 3400, 3300, "97.1%"], ["土木費", 800, 640, "80.0%"],
];

/** Numbers that run on over the tables, with one blank row between and no titles. */
const running: Rows = [["事務事業評価一覧"], head, ...items(5, 0), [], head, ...items(4, 5, 6), [], head, ...items(3, 9, 10)];

/** The second table has its columns in another order. */
const reordered: Rows = [
  ["施策1　福祉"], head, ...items(4, 0), [],
  ["施策2　環境"], ["No.", "担当課", "事業名", "理由", "評価"], ...items(4, 4).map(([number, name, office, grade, reason]) => [number, office, name, reason, grade]),
];

/** The built-in form with a table for each issue, the second one further right. */
const wards: Rows = [...cleanRows.slice(0, 6), [], ...right(2, [...cleanRows.slice(0, 3), ...cleanRows.slice(6)])];

/** A table on each of two printed pages, whose numbers stand above them. */
const pages: (says: (page: number) => string) => Rows = (says) => [["事務事業評価一覧"], [says(1)], head, ...items(5, 0), [says(2)], head, ...items(4, 5, 6)];

describe("several tables of one form on a sheet", () => {
  it.each([(page: number) => `${page}/2ページ`, (page: number) => `- ${page} -`, (page: number) => `${page}頁`, (page: number) => `（${page}／2）`, (page: number) => `${page}/2`])("are no items of the pages that they are printed on", (says) => {
    expect(found(pages(says))).toEqual({ counts: [9], serious: [], range: "A3:E14" });
  });

  it.each([
    ["a table for each measure, with titles, notes, totals and lists of another form", measures, [3, 12], "A3:G23"],
    ["tables without titles, their numbers running on", running, [12], "A2:E18"],
    ["tables whose columns stand in another order", reordered, [2, 8], "A2:E13"],
    ["the tables of a built-in form", wards, [2, 4, 8], "A1:N15"],
  ] as const)("are one evaluation without a finding: %s", (_, rows, counts, range) => {
    expect(found(rows)).toEqual({ counts, serious: [], range });
  });

  it.each([
    ["a number that stands twice in the second table", measures, { C14: 2 }, ["code-duplicate C14"]],
    ["a misspelled grade, in the third", measures, { D21: "やや遅れている。" }, ["status-spelling D21"]],
    ["a grade that is missing, in the shifted one", measures, { F12: undefined }, ["status-missing F12"]],
    ["a number that stands in two tables though it runs over all", running, { A10: 3 }, ["code-duplicate A10"]],
    ["a number left out at the end of a table", running, { A7: 15 }, ["code-sequence A7"]],
    ["a grade in the moved column", reordered, { E11: undefined }, ["status-missing E11"]],
    ["a misspelled status of a built-in form", wards, { L13: "予定通り実施" }, ["status-spelling L13"]],
    ["a code of another issue", wards, { I13: "1-1-1" }, ["code-parent I13"]],
  ] as const satisfies readonly (readonly [string, Rows, Cells, readonly string[]])[])("tell a fault at its own cell: %s", (_, rows, put, serious) => {
    expect(found(rows, put).serious).toEqual(serious);
  });

  it("may number their appendices differently in each header", () => {
    const withAppendix = (name: string): Rows => [[...head.slice(0, 4), name]];
    const rows = [["施策1　福祉"], ...withAppendix("資料1"), ...items(4, 0), [], ["施策2　環境"], ...withAppendix("資料2"), ...items(4, 4)];
    expect(found(rows)).toEqual({ counts: [2, 8], serious: [], range: "A2:E13" });
  });

  it("are not seen in items whose names only differ in their numbers", () => {
    const rows: Rows = [
      ["基本政策", "分野", "政策", "施策名", "事務事業", "指標名", "指標の評価"],
      ...Array.from({ length: 12 }, (_, index) => {
        const [policy, measure] = [Math.floor(index / 6) + 1, Math.floor(index / 3) + 1];
        const above = [`${policy} 基本政策の取組${policy}`, `${policy}-1 分野の取組${policy}`, `${policy}-1-1 政策の取組${policy}`].map((name) => (index % 6 === 0 ? name : undefined));
        const own = [`施策の取組${measure}`, `1 事務事業の取組${measure}`].map((name) => (index % 3 === 0 ? name : undefined));
        return [...above, ...own, `指標の取組${index + 1}`, index % 5 === 3 ? "遅れ" : "順調"];
      }),
    ];
    expect(found(rows)).toEqual({ counts: [2, 2, 2, 4, 4, 12], serious: [], range: "A1:G13" });
  });

  it.each([
    ["with titles and a list of another form", measures, { F12: undefined }, "status-missing F12"],
    ["whose numbers run on", running, { A10: 3 }, "code-duplicate A10"],
    ["with moved columns", reordered, { E11: undefined }, "status-missing E11"],
  ] as const satisfies readonly (readonly [string, Rows, Cells, string])[])("are read by the form that was kept of them: %s", (_, rows, put, fault) => {
    const first = inspect(gridOf(rows), builtInForms, new Map());
    if (!first) throw new Error("no form");
    const forms: KnownForm[] = [{ form: parseForm(JSON.stringify(first.form.form)), from: "document" }, ...builtInForms];
    const again = inspect(gridOf(rows, put), forms, new Map());
    expect([again?.form.from, again?.counts, again && rangeOf(again), again?.otherTables]).toEqual(["document", first.counts, rangeOf(first), first.otherTables]);
    expect((again?.findings ?? []).filter(({ severity }) => severity !== "info").map(({ rule, at }) => `${rule} ${a1(at)}`)).toEqual([fault]);
  });

  it("say which tables of another form are not checked, in the list and in the report", () => {
    const inspection = inspect(gridOf(measures), builtInForms, new Map());
    expect(inspection && describeBeside(inspection, "ja")).toEqual(["様式の異なる表は点検に含めません：A26:D29。"]);
    expect(inspection && describeBeside(inspection, "en")).toEqual(["Tables of another form are not in the check: A26:D29."]);
    expect(inspection && sheetReport(inspection, [], "ja").otherTables).toEqual(["A26:D29"]);
    const alone = inspect(gridOf(running), builtInForms, new Map());
    expect(alone && [describeBeside(alone, "ja"), "otherTables" in sheetReport(alone, [], "ja")]).toEqual([[], false]);
  });

  it("put marks, outline and input rules where the cells stand", () => {
    const inspection = inspectFully(gridOf(measures), builtInForms, new Map());
    const isData = (row: number) => (row >= 3 && row <= 6) || (row >= 11 && row <= 13) || (row >= 18 && row <= 22) || [1, 9, 16].includes(row);
    expect(inspection?.marks.map(({ at }) => a1(at))).toEqual(["A5", "C13", "A21"]);
    expect(Array.from(inspection?.overview.outline.codeRows ?? []).every(isData)).toBe(true);
    const blocks = inspection?.overview.inputRules.lists.flatMap(({ blocks }) => blocks.map(({ first, last }) => `${a1(first)}:${a1(last)}`)) ?? [];
    expect(blocks).toEqual(["D4:D7", "F12:F14", "D19:D23"]);
  });
});

describe("a sheet cut into tables with the header repeated", () => {
  /** Cuts the rows below the header before some of them. Each part gets its own header and moves so many columns to the right. */
  function cut(rows: Rows, headRows: number, before: readonly number[], shifts: readonly number[]) {
    const cutRows: (readonly CellValue[])[] = [];
    const moved = new Map<number, CellPlace>();
    let part = 0;
    rows.forEach((row, index) => {
      if (before.includes(index)) {
        part++;
        cutRows.push([], ...right(shifts[part] ?? 0, rows.slice(0, headRows)));
      }
      const shift = part === 0 ? 0 : (shifts[part] ?? 0);
      moved.set(index, { row: cutRows.length, column: shift });
      cutRows.push(...right(shift, [row]));
    });
    return { rows: cutRows, place: ({ row, column }: CellPlace) => ({ row: moved.get(row)?.row ?? row, column: column + (moved.get(row)?.column ?? 0) }) };
  }

  const serious = (inspection: Inspection | null, place = (at: CellPlace) => at) => (inspection?.findings ?? []).filter(({ severity }) => severity !== "info").map(({ rule, at }) => `${rule} ${a1(place(at))}`);

  it.each([
    ["the last row", 2, "B3"],
    ["the only row", 1, "B2"],
  ] as const)("takes %s of a table, a strategy without an initiative, for data and no title", (_, count, at) => {
    const strategy = (issue: number, number: number) => [`${issue} 課題その${issue}`, `${issue}-${number}`, `【戦略${number}】 ・進める。`, "順調", "有効であり、継続して推進", "p.1"];
    const initiative = (code: string) => [code, "取組", "達成", "予定どおり実施", "有効であり、継続して推進", "p.1"];
    const heads = ["経営課題", "戦略番号", "めざす成果及び戦略", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "資料１", "取組番号", "具体的取組", "プロセス指標の達成状況（目標）", "プロセス指標の達成状況（取組）", "戦略に対する取組の有効性", "資料１"];
    const first = count === 1 ? [strategy(1, 1)] : [[...strategy(1, 1), ...initiative("1-1-1")], [undefined, ...strategy(1, 2).slice(1)]];
    const rows = [heads, ...first, ...[2, 3].map((issue) => [...strategy(issue, 1), ...initiative(`${issue}-1-1`)])];
    const several = cut(rows, 1, [1 + count, 2 + count], [0, 1, 2]);
    const expected = serious(inspect(gridOf(rows), osakaWard), several.place);
    expect(expected).toEqual([`children-missing ${at}`]);
    expect(serious(inspect(gridOf(several.rows), osakaWard))).toEqual(expected);
  });

  it("gives the findings of the one table, moved, also with a planted fault", () => {
    const plain = layouts.map((layout) => ({ ...layout, titleRows: 0, headerEvery: 0, blankEvery: 0, notes: 0 }));
    const sheets = fc.tuple(shapes, plain, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 })).chain(([shape, layout, shifts]) => {
      const sheet = layOut(shape, layout);
      return fc.option(faultsOf(sheet)).map((fault) => ({ sheet, layout, shifts, fault }));
    });
    fc.assert(
      fc.property(sheets, ({ sheet, layout, shifts, fault }) => {
        const rows = sheet.rows.map((row) => [...row]);
        for (const { at, value } of fault?.put ?? []) {
          const row = rows[at.row];
          if (row) row[at.column] = value;
        }
        const starts = sheet.initiatives.filter(({ numbers: [issue, strategy, initiative] }) => issue > 1 && strategy === 1 && initiative === 1).map(({ row }) => row);
        const one = inspect(gridOf(rows), osakaWard);
        const several = cut(rows, layout.header === "flat" ? 1 : 3, starts, shifts);
        const other = inspect(gridOf(several.rows), osakaWard);
        expect(serious(other)).toEqual(serious(one, several.place));
        expect(other?.counts).toEqual(one?.counts);
      }),
      { numRuns: 80 },
    );
  });
});

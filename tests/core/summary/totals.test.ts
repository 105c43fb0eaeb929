import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import type { Office } from "../../../src/core/summary/offices.ts";
import { layOut, layouts, shapes } from "../random-sheet.ts";
import { cleanRows, inspectRows, type Cells } from "../sheet.ts";
import { calculate } from "./calculate.ts";
import { fourStatuses, plansOf, seed, shown, tableBelow } from "./plan.ts";

const office = (file: string, put: Cells = {}): Office => ({ file, inspection: inspectRows(cleanRows, put) });
const totals = (offices: readonly Office[]) => plansOf(offices).totals;
const bad: Cells = { D4: "順調でない", E6: "", I5: "未達成", I7: "そこそこ" };

/** Expects every formula to give its kept value. */
function expectRightFormulas(plan: SheetPlan): void {
  const at = calculate(plan);
  plan.rows.forEach((row, index) =>
    row.forEach((cell, column) => {
      if (cell?.formula === undefined) return;
      const value = at(index, column);
      if (typeof value === "number") expect(cell.value).toBeCloseTo(value, 12);
      else expect(cell.value).toBe(value);
    }),
  );
}

describe("「集計」 of one office", () => {
  const plan = totals([office("緑区.xlsx", bad)]);

  it("says whose it is, of which day, and what was read", () => {
    expect(plan.rows.slice(0, 7).map(shown)).toEqual([
      "評価の集計",
      "このままでは提出できません：誤り2件",
      "所属：緑区.xlsx / 評価シート",
      "作成日：令和8年（2026年）11月24日",
      "読んだ範囲：シート「評価シート」のA1:L11（経営課題 2・戦略 4・具体的取組 8）",
      "「未記入・不明」は、空欄、エラー、様式にない語です。割合の分母は、判定のある件数です。",
      "",
    ]);
  });

  it("counts each issue, in groups that add up to its strategies and initiatives", () => {
    const [header = "", ...rows] = tableBelow(plan, "表1　経営課題ごとの件数");
    expect(header.split(" | ").slice(0, 7)).toEqual([
      "番号", "経営課題", "戦略", "具体的取組",
      "アウトカム指標の達成状況\n順調", "アウトカム指標の達成状況\n順調でない", "アウトカム指標の達成状況\n未記入・不明",
    ]);
    expect(rows).toEqual([
      "1 | 緑のまち | 2 | 3 | 1 | 1 | 0 | 1 | 0 | 1 | 2 | 1 | 0 | 3 | 0 | 0 | 3 | 0 | 0",
      "2 | 学びのまち | 2 | 5 | 2 | 0 | 0 | 2 | 0 | 0 | 4 | 0 | 1 | 5 | 0 | 0 | 5 | 0 | 0",
      " | 合計 | 4 | 8 | 3 | 1 | 0 | 3 | 0 | 1 | 6 | 1 | 1 | 8 | 0 | 0 | 8 | 0 | 0",
      " | 割合 |  |  | 75.0% | 25.0% |  | 100.0% | 0.0% |  | 85.7% | 14.3% |  | 100.0% | 0.0% |  | 100.0% | 0.0% |",
    ]);
  });

  it("shows numerator and denominator of each share beside its words", () => {
    const [header, ...rows] = tableBelow(plan, "表2　評価の内訳");
    expect(header).toBe("階層 | 評価の項目 | 対象 | 判定あり | 良い評価 | 良くない評価 | 未記入・不明 | 良い評価の割合 | 用語（棒の左から順に）");
    expect(rows.slice(1, 3)).toEqual([
      "戦略 | 戦略のアウトカム指標に対する有効性 | 4 | 3 | 3 | 0 | 1 | 100.0% | 有効であり、継続して推進 / 有効でないため、戦略を見直す",
      "具体的取組 | プロセス指標の達成状況（目標） | 8 | 7 | 6 | 1 | 1 | 85.7% | 達成 / 未達成",
    ]);
  });

  it("names what no share counts", () => {
    expect(tableBelow(plan, "割合から除いたもの")).toEqual([
      "戦略のアウトカム指標に対する有効性：戦略4件のうち判定あり3件、除いたもの1件",
      "　未記入・不明 1件：1-2",
      "プロセス指標の達成状況（目標）：具体的取組8件のうち判定あり7件、除いたもの1件",
      "　未記入・不明 1件：2-1-1",
    ]);
    expect(tableBelow(totals([office("緑区.xlsx")]), "割合から除いたもの")).toEqual(["ありません。すべて判定されています。"]);
  });

  it("says of a column that the sheet lacks", () => {
    const without = inspectRows(cleanRows.map((row) => row.filter((_, column) => column !== 10)));
    expect(tableBelow(totals([{ file: "", inspection: without }]), "割合から除いたもの")).toEqual([
      "戦略に対する取組の有効性：具体的取組8件のうち判定あり0件、除いたもの8件",
      "　8件　シートにこの列がありません",
    ]);
  });

  it("has a chart whose bars are the status columns, each piece its own term, named after the table", () => {
    const [chart] = plan.charts;
    const at = (row: number, column: number) => plan.rows[row]?.[column]?.value;
    if (!chart) throw new Error("no chart");
    expect(chart.title).toContain("表2「評価の内訳」");
    const bars = Array.from({ length: 5 }, (_, index) => at(chart.categories.first.row + index, chart.categories.first.column));
    expect(bars[0]).toBe("アウトカム指標の達成状況");
    expect(chart.series.map(({ name, values, color }) => [at(name.row, name.column), values.first.column === name.column, at(values.first.row + 2, values.first.column), color])).toEqual([
      ["良い評価", true, 6, "#0B4F8A"],
      ["良くない評価", true, 1, "#F5A742"],
      ["未記入・不明", true, 1, "#D5D9DE"],
    ]);
    expect(chart.alternative).toContain("プロセス指標の達成状況（目標）（対象8件）：達成6件、未達成1件、未記入・不明1件。");
    for (let row = chart.place.first.row; row <= chart.place.last.row; row++) expect(plan.rows[row]).toEqual([]);
  });

  it("gives each of several good words a piece of its own", () => {
    const rows = [
      ["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"],
      ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "S", "", "3頁"],
      ["", "", "", "", "1(1)-2", "橋の補修", "−", "", "4頁"],
    ];
    const other = plansOf([{ file: "a.csv", inspection: inspectRows(rows, {}, fourStatuses) }], "ja", fourStatuses).totals;
    const [header, ...bars] = tableBelow(other, "表2　評価の内訳");
    expect(header).toBe("階層 | 評価の項目 | 対象 | 判定あり | 良い評価1 | 良い評価2 | 良くない評価1 | 良くない評価2 | 判定しない語 | 未記入・不明 | 良い評価の割合 | 用語（棒の左から順に）");
    expect(bars).toEqual(["施策 | 施策の評価 | 1 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 100.0% | S / A / B / C / −", "事業 | 事業の評価 | 2 | 1 | 1 | 0 | 0 | 0 | 1 | 0 | 100.0% | S / A / B / C / −"]);
    expect(tableBelow(other, "割合から除いたもの").at(-1)).toBe("　− 1件：1(1)-2");
    expectRightFormulas(other);
  });

  it.skipIf(!seed)("of the real evaluation", () => {
    const real = totals([{ file: "asahi.xlsx", inspection: inspectRows(seed ?? []) }]);
    expect(tableBelow(real, "表1　経営課題ごとの件数").at(-2)).toBe(" | 合計 | 8 | 15 | 6 | 2 | 0 | 7 | 1 | 0 | 13 | 2 | 0 | 14 | 1 | 0 | 15 | 0 | 0");
    expectRightFormulas(real);
  });
});

describe("「集計」 of many offices", () => {
  const unread: Office = { file: "東区.xls", refusal: { code: "not-xlsx", detail: "xls" } };
  const plan = totals([office("緑区.xlsx", bad), office("南区.xlsx"), unread]);

  it("has a row for each office, also one that could not be read", () => {
    const rows = tableBelow(plan, "表1　所属ごとの件数").slice(1);
    expect(rows.map((row) => row.split(" | ").slice(0, 8).join(" | ").trimEnd())).toEqual([
      "緑区.xlsx / 評価シート |  | 経営課題 2件 | 4 | 8 | 3 | 1 | 0",
      "南区.xlsx / 評価シート |  | 経営課題 2件 | 4 | 8 | 4 | 0 | 0",
      "東区.xls |  | 読めませんでした（表3） |  |  |  |  |",
      "全体 |  | 合計 | 8 | 16 | 7 | 1 | 0",
      "全体 |  | 割合 |  |  | 87.5% | 12.5% |",
    ]);
  });

  it("has a block for each office, and says what was read and why not", () => {
    const blocks = tableBelow(plan, "表4　所属と経営課題ごとの件数").slice(1);
    expect(blocks.map((row) => row.split(" | ").slice(0, 4).join(" | ").trimEnd())).toEqual([
      "緑区.xlsx / 評価シート | 1 | 緑のまち | 2",
      "緑区.xlsx / 評価シート | 2 | 学びのまち | 2",
      "緑区.xlsx / 評価シート |  | 合計 | 4",
      "緑区.xlsx / 評価シート |  | 割合 |",
      "南区.xlsx / 評価シート | 1 | 緑のまち | 2",
      "南区.xlsx / 評価シート | 2 | 学びのまち | 2",
      "南区.xlsx / 評価シート |  | 合計 | 4",
      "南区.xlsx / 評価シート |  | 割合 |",
    ]);
    expect(shown(plan.rows[3])).toBe("3か所のうち2か所を集計しました。読めなかった1か所の理由は表3にあります。");
    expect(tableBelow(plan, "表3　読んだ評価シート").slice(1)).toEqual([
      "緑区.xlsx / 評価シート | 2 | A1:L11 | 4 | 8",
      "南区.xlsx / 評価シート | 2 | A1:L11 | 4 | 8",
      "東区.xls |  |  |  |  | Excelのブック（.xlsx）ではありません（旧形式のブック .xls）。Excelで開き、「Excelブック」として保存し直してください。",
    ]);
  });

  it("says whose codes are left out, and tells offices of one name apart", () => {
    const twins = totals([office("緑区.xlsx"), office("緑区.xlsx", { D10: "" })]);
    expect(tableBelow(twins, "割合から除いたもの").at(-1)).toBe("　緑区.xlsx / 評価シート (2)　未記入・不明 1件：2-2");
  });

  it("is made where none could be read", () => {
    const none = plansOf([unread]);
    expect(tableBelow(none.totals, "表3　読んだ評価シート")).toHaveLength(2);
    expect([none.totals.charts, none.review.filter, none.findings.rows.some((row) => shown(row).includes("読めなかった1か所"))]).toEqual([[], null, true]);
  });

  it("fits one page across", () => {
    const ward = (_: unknown, index: number) => office(`第${index + 1}区.xlsx`, bad);
    for (const plans of [plansOf([office("緑区.xlsx")]), plansOf(Array.from({ length: 24 }, ward)), plansOf(Array.from({ length: 24 }, ward), "en")]) {
      for (const { widths } of Object.values(plans)) expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(140);
    }
  });
});

describe("formulas and cells", () => {
  it("every formula gives what is kept beside it, in any evaluation", () => {
    const offices = fc.array(fc.tuple(shapes, layouts), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(offices, fc.constantFrom("順調でない", "", "？"), (sheets, word) => {
        const all = sheets.map(([shape, layout], index) => {
          const sheet = layOut(shape, layout);
          const rows = sheet.rows.map((row) => [...row]);
          const { row, column } = sheet.at(sheet.initiatives[0]?.row ?? 0, "outcome");
          (rows[row] ??= [])[column] = word;
          return { file: `${index}.xlsx`, inspection: inspectRows(rows) };
        });
        expectRightFormulas(totals(all));
      }),
      { numRuns: 60 },
    );
  });

  it("a group without any judged cell has empty shares", () => {
    const none = inspectRows(cleanRows, { D4: "", D6: "", D7: "", D10: "" });
    const plan = totals([{ file: "", inspection: none }]);
    expect(tableBelow(plan, "表1　経営課題ごとの件数").at(-1)?.split(" | ").slice(0, 8)).toEqual(["", "割合", "", "", "", "", "", "100.0%"]);
    expectRightFormulas(plan);
  });

  it("names offices by sheet and file in English too", () => {
    const { totals: english } = plansOf([office("midori.xlsx", bad)], "en");
    expect(english.name).toBe("Totals");
    expect(english.rows.slice(0, 5).map(shown)).toEqual(["Totals of the evaluation", "Not ready to hand in: 2 errors", "Office: midori.xlsx / 評価シート", "Made on 2026-11-24", "Read: sheet “評価シート”, A1:L11 (management issue 2, strategy 4, initiative 8)"]);
    expect(tableBelow(english, "Left out of the shares").slice(0, 2)).toEqual(["strategy effectiveness: of 4 (strategy) 3 are judged, 1 left out", "　Blank or unknown, 1: 1-2"]);
  });
});

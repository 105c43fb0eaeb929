import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Office } from "../../../src/core/summary/offices.ts";
import { layOut, layouts, shapes } from "../random-sheet.ts";
import { cleanRows, inspectRows, type Cells } from "../sheet.ts";
import { expectRightFormulas } from "./expect-formulas.ts";
import { fourStatuses, plansOf, seed, shown, tableBelow } from "./plan.ts";

const office = (file: string, put: Cells = {}): Office => ({ file, inspection: inspectRows(cleanRows, put) });
const totals = (offices: readonly Office[]) => plansOf(offices).totals;
const bad: Cells = { D4: "順調でない", E6: "", I5: "未達成", I7: "そこそこ" };

describe("「課題別」 of one office", () => {
  const plan = totals([office("緑区.xlsx", bad)]);

  it("says whose it is, of which day, what was read, and which columns are left out", () => {
    expect(plan.name).toBe("課題別");
    expect(plan.rows.slice(0, 8).map(shown)).toEqual([
      "評価の集計",
      "所属：緑区.xlsx / 評価シート",
      "作成日：令和8年（2026年）11月24日",
      "読んだ範囲：シート「評価シート」のA1:L11（経営課題 2・戦略 4・具体的取組 8）",
      "「未記入・不明」は、空欄、エラー、様式にない語です。割合の分母は、判定のある件数です。",
      "どの行も0件の列は省きました：アウトカム指標の達成状況の「未記入・不明」、",
      "　戦略のアウトカム指標に対する有効性の「有効でないため、戦略を見直す」、",
      "　プロセス指標の達成状況（取組）の「予定どおり実施しなかった」、プロセス指標の達成状況（取組）の「未記入・不明」、",
    ]);
  });

  it("has each column's name once over its terms, in pieces that fit over them, and is named after the outermost level", () => {
    const group = plan.rows.filter((row) => row.some((cell) => cell?.role === "group"));
    const terms = plan.rows[plan.repeatedRows?.last ?? 0]?.map((cell) => cell?.value);
    const over = (term: string) => group.map((row) => row[terms?.indexOf(term) ?? 0]?.value).join("");
    expect(["順調", "有効であり、継続して推進", "達成", "予定どおり実施", "番号", "順調でない"].map(over)).toEqual(["アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "プロセス指標の達成状況（目標）", "プロセス指標の達成状況（取組）", "", ""]);
    expect(terms).toEqual(["番号", "経営課題", "戦略", "具体的取組", "順調", "順調でない", "有効であり、継続して推進", "未記入・不明", "達成", "未達成", "未記入・不明", "予定どおり実施", "有効であり、継続して推進"]);
    const others = plansOf([{ file: "a.csv", inspection: inspectRows([["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"], ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "S", "", "3頁"]], {}, fourStatuses) }], "ja", fourStatuses);
    expect(others.totals.name).toBe("基本目標別");
  });

  it("counts each issue, in groups that add up to its strategies and initiatives", () => {
    expect(tableBelow(plan, "経営課題ごとの件数").slice(-4)).toEqual([
      "1 | 緑のまち | 2 | 3 | 1 | 1 | 1 | 1 | 2 | 1 | 0 | 3 | 3",
      "2 | 学びのまち | 2 | 5 | 2 | 0 | 2 | 0 | 4 | 0 | 1 | 5 | 5",
      " | 合計 | 4 | 8 | 3 | 1 | 3 | 1 | 6 | 1 | 1 | 8 | 8",
      " | 割合 |  |  | 75.0% | 25.0% | 100.0% |  | 85.7% | 14.3% |  | 100.0% | 100.0%",
    ]);
    expectRightFormulas(plan);
    expect(plan.rows.slice(-2).flat().filter((cell) => cell?.formula !== undefined)).toHaveLength(18);
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

  it.skipIf(!seed)("of the real evaluation", () => {
    const real = totals([{ file: "asahi.xlsx", inspection: inspectRows(seed ?? []) }]);
    expect(real.rows.slice(-2, -1).map(shown)).toEqual([" | 合計 | 8 | 15 | 6 | 2 | 7 | 1 | 13 | 2 | 14 | 1 | 15"]);
    expectRightFormulas(real);
  });
});

describe("「課題別」 of many offices", () => {
  const unread: Office = { file: "東区.xls", refusal: { code: "not-xlsx", detail: "xls" } };
  const plan = totals([office("緑区.xlsx", bad), office("南区.xlsx"), unread]);

  it("has the items of each office with their sum, and a sum of all that counts each item once", () => {
    const rows = tableBelow(plan, "経営課題ごとの件数").filter((row) => /緑区|南区|東区|全体/.test(row));
    expect(rows.map((row) => row.split(" | ").slice(0, 7).join(" | ").trimEnd())).toEqual([
      "緑区.xlsx / 評価シート | 1 | 緑のまち | 2 | 3 | 1 | 1",
      "緑区.xlsx / 評価シート | 2 | 学びのまち | 2 | 5 | 2 | 0",
      "緑区.xlsx / 評価シート |  | 合計 | 4 | 8 | 3 | 1",
      "南区.xlsx / 評価シート | 1 | 緑のまち | 2 | 3 | 2 | 0",
      "南区.xlsx / 評価シート | 2 | 学びのまち | 2 | 5 | 2 | 0",
      "南区.xlsx / 評価シート |  | 合計 | 4 | 8 | 4 | 0",
      "全体 |  | 合計 | 8 | 16 | 7 | 1",
      "全体 |  | 割合 |  |  | 87.5% | 12.5%",
    ]);
    expectRightFormulas(plan);
    expect(plan.rows.map(shown).filter((row) => row.includes("集計できなかった"))).toEqual(["3か所のうち2か所を集計しました。集計できなかった1か所の理由は「総括」の「所属ごとの評価」にあります。"]);
  });

  it("says whose codes are left out, and tells offices of one name apart", () => {
    const twins = totals([office("緑区.xlsx"), office("緑区.xlsx", { D10: "" })]);
    expect(tableBelow(twins, "割合から除いたもの").at(-1)).toBe("　未記入・不明 1件：緑区.xlsx / 評価シート (2) 2-2");
  });

  it("is made where none could be read", () => {
    const none = plansOf([unread]);
    expect([none.digest.charts, none.review.filter, none.findings.rows.some((row) => shown(row).includes("集計できなかった1か所"))]).toEqual([[], null, true]);
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
        const { digest, totals: counts } = plansOf(all);
        expectRightFormulas(digest);
        expectRightFormulas(counts);
      }),
      { numRuns: 60 },
    );
  });

  it("a group without any judged cell has no shares", () => {
    const none = inspectRows(cleanRows, { D4: "", D6: "", D7: "", D10: "" });
    const plan = totals([{ file: "", inspection: none }]);
    expect(shown(plan.rows.at(-1)).split(" | ").slice(0, 6)).toEqual(["", "割合", "", "", "", "100.0%"]);
    expectRightFormulas(plan);
  });

  it("names offices by sheet and file in English too", () => {
    const { totals: english } = plansOf([office("midori.xlsx", bad)], "en");
    expect(english.name).toBe("By management issue");
    expect(english.rows.slice(0, 4).map(shown)).toEqual(["Totals of the evaluation", "Office: midori.xlsx / 評価シート", "Made on 2026-11-24", "Read: sheet “評価シート”, A1:L11 (management issue 2, strategy 4, initiative 8)"]);
    expect(tableBelow(english, "Left out of the shares").slice(0, 2)).toEqual(["strategy effectiveness: of 4 (strategy) 3 are judged, 1 left out", "　Blank or unknown, 1: 1-2"]);
  });
});

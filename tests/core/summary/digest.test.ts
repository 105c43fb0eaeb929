import { describe, expect, it } from "vitest";
import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import type { Office } from "../../../src/core/summary/offices.ts";
import { cleanRows, inspectRows, type Cells } from "../sheet.ts";
import { expectRightFormulas } from "./expect-formulas.ts";
import { fourStatuses, plansOf, shown, tableBelow } from "./plan.ts";

const bad: Cells = { D4: "順調でない", E6: "", I5: "未達成", I7: "そこそこ", K8: "有効でないため、取組を見直す" };
const titled = (title: string) => [[title], [], ...cleanRows];
const moved = (put: Cells) => Object.fromEntries(Object.entries(put).map(([at, value]) => [at.replace(/\d+/, (row) => String(Number(row) + 2)), value]));
const office = (title: string, put: Cells = {}, file = "a.xlsx"): Office => ({ file, inspection: inspectRows(titled(title), moved(put)) });
const at = ({ rows }: SheetPlan, row: number, column: number) => rows[row]?.[column]?.value;

describe("「総括」 of one office", () => {
  const one = office("令和6年度　緑区運営方針　自己評価　総括表", bad);
  const { digest } = plansOf([one]);

  it("opens with the year and the office from the sheet's title, the verdict, and three sentences of the numbers", () => {
    expect(digest.rows.slice(0, 7).map(shown)).toEqual([
      "令和6年度　緑区　評価の総括",
      "このままでは提出できません：誤り2件",
      "所属：緑区",
      "作成日：令和8年（2026年）11月24日",
      "経営課題 2・戦略 4・具体的取組 8を点検し、誤りが2件、注意が0件ありました。",
      "良い評価の割合は、最も低い「アウトカム指標の達成状況」で75.0%（4件のうち3件）、最も高い「プロセス指標の達成状況（取組）」で100.0%（8件のうち8件）です。",
      "見直しが要る項目は、要見直しが1件、要注意が2件です。評価が未記入か不明のところが2件あります。",
    ]);
  });

  it("shows numerator, denominator and what is left out of each share", () => {
    expect(tableBelow(digest, "評価の内訳")).toEqual([
      "評価の項目 | 良い評価とする語 | 対象 | 良い評価 | 良くない評価 | 未記入・不明 | 判定あり | 割合から除いた数 | 良い評価の割合",
      "アウトカム指標の達成状況 | 順調 | 4 | 3 | 1 | 0 | 4 | 0 | 75.0%",
      "戦略のアウトカム指標に対する有効性 | 有効であり、継続して推進 | 4 | 3 | 0 | 1 | 3 | 1 | 100.0%",
      "プロセス指標の達成状況（目標） | 達成 | 8 | 6 | 1 | 1 | 7 | 1 | 85.7%",
      "プロセス指標の達成状況（取組） | 予定どおり実施 | 8 | 8 | 0 | 0 | 8 | 0 | 100.0%",
      "戦略に対する取組の有効性 | 有効であり、継続して推進 | 8 | 7 | 1 | 0 | 8 | 0 | 87.5%",
    ]);
    expectRightFormulas(digest);
  });

  it("has a chart beside it whose bars are the status columns, each piece its own term", () => {
    const [chart] = digest.charts;
    if (!chart) throw new Error("no chart");
    const bars = Array.from({ length: 5 }, (_, index) => at(digest, chart.categories.first.row + index, chart.categories.first.column));
    expect([bars[0], bars[4]]).toEqual(["アウトカム指標の達成状況", "戦略に対する取組の有効性"]);
    expect(chart.series.map(({ name, values, color, font }) => [at(digest, name.row, name.column), values.first.column === name.column, at(digest, values.first.row + 2, values.first.column), color, font])).toEqual([
      ["良い評価", true, 6, "#0B4F8A", "#FFFFFF"],
      ["良くない評価", true, 1, "#F5A742", "#1F1F1F"],
      ["未記入・不明", true, 1, "#D5D9DE", "#1F1F1F"],
    ]);
    expect(chart.alternative).toContain("プロセス指標の達成状況（目標）（対象8件）：達成6件、未達成1件、未記入・不明1件。");
    const covered = digest.rows.slice(chart.place.first.row, chart.place.last.row + 1).flatMap((row) => row.slice(chart.place.first.column, chart.place.last.column + 1));
    expect(covered.filter((cell) => cell !== null)).toEqual([]);
  });

  it("lists what must be looked at again, required first, with its owner where a column names it", () => {
    expect(tableBelow(digest, "見直しが要る項目").map((row) => row.split(" | "))).toEqual([
      ["項目", "見直し", "理由"],
      ["2-1-2 読書会の開催", "要見直し", "戦略に対する取組の有効性：有効でないため、取組を見直す"],
      ["1-1 公園", "要注意", "アウトカム指標の達成状況：順調でない"],
      ["1-1-2 花壇の手入れ", "要注意", "プロセス指標の達成状況（目標）：未達成"],
    ]);
    if (!("inspection" in one)) throw new Error("read");
    const first = one.inspection.marks.find(({ level }) => level === "required");
    const owned = plansOf([{ ...one, sections: new Map([[first?.at.row ?? 0, [{ from: 0, name: "教育課" }]]]) }]).digest;
    expect(tableBelow(owned, "見直しが要る項目").slice(0, 2)).toEqual(["項目 | 担当 | 見直し | 理由", "2-1-2 読書会の開催 | 教育課 | 要見直し | 戦略に対する取組の有効性：有効でないため、取組を見直す"]);
  });

  it("names items and files as they are written: only contents have signs for what is not seen", () => {
    if (!("inspection" in one)) throw new Error("read");
    const marks = one.inspection.marks.map((mark) => ({ ...mark, title: "花壇　5か所" }));
    const { digest } = plansOf([{ ...one, file: "05　緑区.xlsx", inspection: { ...one.inspection, title: { office: null, year: null }, marks } }, one]);
    const texts = [digest, plansOf([{ ...one, inspection: { ...one.inspection, marks } }]).digest].flatMap(({ rows }) => rows.map(shown)).join("\n");
    expect(["05　緑区.xlsx / 評価シート", "1-1 花壇　5か所", "□"].map((text) => texts.includes(text))).toEqual([true, true, false]);
  });

  it("stays on one page: what there is no room for is counted, and stands on its own list", () => {
    if (!("inspection" in one)) throw new Error("read");
    const [mark] = one.inspection.marks;
    if (!mark) throw new Error("marked");
    const many = plansOf([{ ...one, inspection: { ...one.inspection, marks: Array.from({ length: 500 }, () => mark) } }]).digest;
    expect([many.isOnePage, many.pageBreaks, many.rows.length < 60, shown(many.rows.at(-1))]).toEqual([true, [], true, expect.stringMatching(/^ほか4\d\d件は「要見直し一覧」にあります。$/)]);
  });

  it("gives each of several good words a piece of its own, named by the term where all columns have it", () => {
    const rows = [
      ["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"],
      ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "S", "", "3頁"],
      ["", "", "", "", "1(1)-2", "橋の補修", "−", "", "4頁"],
    ];
    const other = plansOf([{ file: "a.csv", inspection: inspectRows(rows, {}, fourStatuses) }], "ja", fourStatuses).digest;
    expect(tableBelow(other, "評価の内訳")).toEqual([
      "評価の項目 | 良い評価とする語 | 対象 | S | A | − | 判定あり | 割合から除いた数 | 良い評価の割合",
      "施策の評価 | S／A | 1 | 0 | 1 | 0 | 1 | 0 | 100.0%",
      "事業の評価 | S／A | 2 | 1 | 0 | 1 | 1 | 1 | 100.0%",
    ]);
    expectRightFormulas(other);
  });
});

describe("「総括」 of many offices", () => {
  const unread: Office = { file: "東区.xls", refusal: { code: "not-xlsx", detail: "xls" } };
  const { digest } = plansOf([office("令和6年度　緑区運営方針", bad), office("令和6年度　南区運営方針"), unread]);

  it("has a matrix of symbols with the numbers beside them, the sum, and the reason of each that could not be read", () => {
    const rows = tableBelow(digest, "所属ごとの評価").slice(1);
    expect(rows.map((row) => row.split(" | ").slice(0, 7))).toEqual([
      ["所属", "提出", "要見直し", "要注意", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "プロセス指標の達成状況（目標）"],
      ["緑区", "× 誤り2件", "1", "2", "○ 3/4", "◎ 3/3", "○ 6/7"],
      ["南区", "○ 提出できます", "0", "0", "◎ 4/4", "◎ 4/4", "◎ 8/8"],
      ["東区.xls", "集計できませんでした", expect.stringMatching(/^Excelのブック（.xlsx）ではありません/)],
      ["合計", "", "1", "2", "○ 7/8", "◎ 7/7", "○ 14/15"],
    ]);
    expect(shown(digest.rows[0])).toBe("令和6年度　3か所　評価の総括");
    expect(digest.rows.map(shown)).toContain("3か所のうち2か所を集計しました。集計できなかった1か所の理由は「総括」の「所属ごとの評価」にあります。");
    expectRightFormulas(digest);
  });

  it("calls a sheet of another form left out, never unreadable", () => {
    const other: Office = { file: "西区.xlsx", refusal: { code: "other-form", detail: "施策一覧" } };
    const texts = plansOf([office("令和6年度　緑区運営方針"), other]).digest.rows.map(shown);
    expect(texts).toContain("2か所のうち1か所を集計しました。集計できなかった1か所の理由は「総括」の「所属ごとの評価」にあります。");
    expect(texts.filter((text) => text.includes("読め"))).toEqual([]);
  });

  it("tells each grade of a column apart by its symbol", () => {
    const none: Cells = { D4: "順調でない", D6: "順調でない", D7: "順調でない", D10: "順調でない" };
    const less: Cells = { D4: "順調でない", D6: "順調でない", D7: "順調でない" };
    const nothing: Cells = { D4: "", D6: "", D7: "", D10: "" };
    const rows = tableBelow(plansOf([none, less, nothing].map((put, index) => office("", put, `${index}.xlsx`))).digest, "所属ごとの評価");
    expect(rows.slice(2, 5).map((row) => row.split(" | ")[4])).toEqual(["× 0/4", "△ 1/4", "－"]);
  });

  it("tells offices of one name apart by their files, and names no year where the sheets differ", () => {
    const twins = plansOf([office("令和6年度　緑区運営方針", {}, "東/a.xlsx"), office("令和5年度　緑区運営方針", {}, "西/a.xlsx")]).digest;
    expect(shown(twins.rows[0])).toBe("2か所　評価の総括");
    expect(tableBelow(twins, "所属ごとの評価").slice(2, 4).map((row) => row.split(" | ")[0])).toEqual(["緑区（東/a.xlsx / 評価シート）", "緑区（西/a.xlsx / 評価シート）"]);
  });
});

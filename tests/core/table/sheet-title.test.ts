import { expect, test } from "vitest";
import { inspect } from "../../../src/core/inspect.ts";
import { sheetTitleOf } from "../../../src/core/table/sheet-title.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { cleanRows, gridOf } from "../sheet.ts";

const titled = (...lines: readonly (readonly string[])[]) => sheetTitleOf(gridOf([...lines, ...cleanRows]), lines.length);

test.each([
  [[["令和6年度 さくら台区運営方針 自己評価総括表"], ["みどり野市 さくら台区役所", "評価対象期間：令和6年4月1日～令和7年3月31日"]], "さくら台区", 2024],
  [[["令和２年度　○○区運営方針　自己評価　総括表"], ["（担当：○○区役所総務課）"]], "○○区", 2020],
  [[["事務事業評価シート〈令和6年度実施事業〉"], ["旭市 福祉部", ""]], "福祉部", 2024],
  [[["2023年度 行政評価"], ["評価者：みどり区長"]], "みどり区", 2023],
  [[["令和5年度旭町総合計画の進捗"]], "旭町", 2023],
  [[["担当課", "総務課"]], "総務課", null],
  [[["東京都 生活文化局"]], "生活文化局", null],
])("%j names the office %s and the year %s", (lines, office, year) => {
  expect(titled(...lines)).toEqual({ office, year });
});

test.each(["都市計画道路の事業評価", "各部局の自己評価", "地区計画の一覧", "上水道事業の経営", "様式1-1-3 令和5年度評価 項目別評定総括表", "第9次総合計画 数値目標の進捗状況（令和元年度）", "内部評価 外部評価", "経営課題の一覧"])("%s names no office", (line) => {
  expect(titled([line]).office).toBeNull();
});

test("nothing far above the table, no number and no long text is a title", () => {
  const far = [["旭区"], ...Array.from({ length: 12 }, () => ["注"])];
  expect([titled(...far), titled([`旭区${"あ".repeat(200)}`]), titled()]).toEqual([{ office: null, year: null }, { office: null, year: null }, { office: null, year: null }]);
});

test("a check tells the title of its sheet", () => {
  expect(inspect(gridOf([["令和6年度 旭区運営方針"], ...cleanRows]), osakaWard)?.title).toEqual({ office: "旭区", year: 2024 });
});

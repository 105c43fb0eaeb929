import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { inspectFully } from "../../../src/core/inspect.ts";
import { describeAlike } from "../../../src/core/summary/alike.ts";
import { alikeOffices, officeFacts, type ReadOffice } from "../../../src/core/summary/offices.ts";
import { cleanRows, gridOf, type Cells } from "../sheet.ts";
import { plansOf, shown } from "./plan.ts";

const sent = (file: string, put: Cells = {}, title = ""): ReadOffice => {
  const inspection = inspectFully(gridOf([[title], [], ...cleanRows], put), osakaWard);
  if (!inspection) throw new Error("no table");
  return { file, inspection, ...officeFacts(inspection.overview) };
};
const north = "令和6年度　北区運営方針　自己評価　総括表";
const place = (file: string) => `${file} / 評価シート`;
const texts = ["D", "A6", "C6", "H6", "H7", "C8", "H8", "A9", "C9", "H9", "H10", "H11", "C12", "H12", "H13"];
/** Every text of an item in other words. */
const reworded = Object.fromEntries(texts.map((at) => [at, `別の${at}の文`]));

it("names a file under another name, one with fixes, and one that came again with some texts changed", () => {
  const fixed = { G6: "1-1-9", D6: "未達成", I6: "達成 ", H6: "公園　の整備" };
  const resubmitted = { H7: "花壇の手入れと清掃", H8: "植樹", I9: "未達成" };
  const places = alikeOffices([sent("a.xlsx"), sent("写し.xlsx"), sent("b.xlsx", fixed), sent("c.xlsx", resubmitted)]);
  expect(places).toEqual([["a.xlsx", "b.xlsx", "c.xlsx", "写し.xlsx"].map(place)]);
});

it("tells them in the same order in whatever order the sheets come, the shorter name first", () => {
  const files = ["a - コピー.xlsx", "b.xlsx", "a.xlsx", "a.fixed.xlsx"].map((file) => sent(file));
  expect([alikeOffices(files), alikeOffices(files.toReversed())]).toEqual([0, 1].map(() => [["a.xlsx", "b.xlsx", "a - コピー.xlsx", "a.fixed.xlsx"].map(place)]));
});

it("names the first of many copies and of many groups, and counts the rest", () => {
  const groups = Array.from({ length: 5 }, (_, group) => Array.from({ length: 100 }, (__, copy) => `${group}-${copy}.xlsx`));
  expect(describeAlike(groups, "en")).toEqual([
    ...[0, 1, 2].map((group) => `These look like copies of one sheet, and a summary counts each of them: ${group}-0.xlsx, ${group}-1.xlsx, ${group}-2.xlsx and 97 more.`),
    "Of 2 more sheets there seem to be copies, too.",
    "To count it once, leave the others out and sum up again.",
  ]);
});

it("tells offices apart that have the same codes, or the outer items of which a city gave them all", () => {
  const own = Object.fromEntries(texts.filter((at) => at.startsWith("H")).map((at) => [at, `別の${at}`]));
  expect(alikeOffices([sent("a.xlsx"), sent("b.xlsx", reworded), sent("c.xlsx", own)])).toEqual([]);
});

it("tells sheets apart that are of other offices or other years, whatever their items say", () => {
  expect(alikeOffices([sent("a.xlsx", {}, north), sent("b.xlsx", {}, north.replace("北区", "南区")), sent("c.xlsx", {}, north.replace("6", "5"))])).toEqual([]);
  expect(alikeOffices([sent("a.xlsx", {}, north), sent("b.xlsx")])).toEqual([["a.xlsx", "b.xlsx"].map(place)]);
});

it("tells offices apart by the names of their files where the sheets do not say whose they are", () => {
  const files = ["01_若草区.xlsx", "茜区_R6.xlsx", "令和6年度（緑区）.xlsx", "若草区 - コピー.xlsx", "東/若草区役所.fixed.xlsx"];
  expect(alikeOffices(files.map((file) => sent(file)))).toEqual([[0, 3, 4].map((index) => place(files[index] ?? ""))]);
});

it("takes sheets of an office for copies only where their texts agree: its sections share title and codes", () => {
  expect(alikeOffices([sent("a.xlsx", {}, north), sent("b.xlsx", reworded, north)])).toEqual([]);
});

it("does not take one or two texts in common for a copy, unless the office is named", () => {
  const few = (file: string, title: string): ReadOffice => ({ ...sent(file, {}, title), items: new Set(["一", "二"]) });
  expect(alikeOffices([few("a.xlsx", ""), few("b.xlsx", "")])).toEqual([]);
  expect(alikeOffices([few("a.xlsx", north), few("b.xlsx", north)])).toEqual([["a.xlsx", "b.xlsx"].map(place)]);
});

it("is said at the top of 「総括」 and 「課題別」, with both files and what to do", () => {
  const { digest, totals } = plansOf([sent("a.xlsx"), sent("a.fixed.xlsx"), sent("b.xlsx", reworded)]);
  for (const { rows } of [digest, totals]) {
    const lines = rows.slice(0, 8).map((row) => shown(row.slice(0, 1)));
    expect(lines).toContain("同じ評価シートの写しとみられますが、集計ではどれも数えます：a.xlsx / 評価シート、a.fixed.xlsx / 評価シート。");
    expect(lines).toContain("一つだけを数えるには、要らないファイルやシートを外してから集計してください。");
  }
  expect(plansOf([sent("a.xlsx"), sent("b.xlsx", reworded)]).digest.rows.flatMap(shown).join("")).not.toContain("写し");
});

import { expect, test } from "vitest";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";
import { parseArea } from "./model/area.ts";
import { copySheet, reopened } from "./model/copy.ts";
import type { Rule, Sheet } from "./model/sheet.ts";

const open = blankPanes();

function userRule(sheet: Sheet, id: string, address: string, type = "Custom"): Rule {
  const area = parseArea(address);
  const rule: Rule = { id, type, areas: area === undefined ? [] : [area], formula: type === "Custom" ? "=$A1>1" : undefined, stopIfTrue: true, fill: "#00FF00", font: undefined };
  sheet.rules = [...sheet.rules, rule];
  return rule;
}

test("a rule on several areas is on top, is found again by its formula and leaves the workbook as it was", async () => {
  const { book, sheet } = bookOf([["a"], ["b"], ["c"]]);
  userRule(sheet, "user-1", "A1:C9");
  userRule(sheet, "user-2", "A2", "CellValue");
  const excel = await open(book);
  const before = excel.snapshot();
  await excel.evaluate(() =>
    attempt(async (context) => {
      const areas = context.workbook.worksheets.getActiveWorksheet().getRanges("A2:F2,A5:F5");
      const rule = areas.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      rule.custom.rule.formula = '=OR(TRUE,"tenken:required"="")';
      rule.custom.format.fill.color = "#ffcc00";
      rule.custom.format.font.color = "#000000";
      rule.stopIfTrue = false;
      rule.priority = 0;
      await context.sync();
    }),
  );
  expect(sheet.rules.map(({ fill, formula }) => [fill, formula])).toEqual([
    ["#FFCC00", '=OR(TRUE,"tenken:required"="")'],
    ["#00FF00", "=$A1>1"],
    ["#00FF00", undefined],
  ]);
  const found = await excel.evaluate(() =>
    attempt(async (context) => {
      const rules = context.workbook.worksheets.getActiveWorksheet().getRange().conditionalFormats;
      rules.load("items/id, items/type, items/priority, items/stopIfTrue");
      await context.sync();
      const custom = rules.items.filter(({ type }) => type === "Custom");
      const areas = custom.map((rule) => rule.getRanges());
      const single = custom.map((rule) => rule.getRangeOrNullObject());
      custom.forEach((rule) => rule.load("custom/rule/formula, custom/format/fill/color"));
      [...areas, ...single].forEach((range) => range.load("address"));
      await context.sync();
      const all = custom.map((rule, index) => [rule.priority, rule.custom.rule.formula, rule.custom.format.fill.color, areas[index]?.address, single[index]?.isNullObject]);
      custom.filter((rule) => rule.custom.rule.formula.includes("tenken:")).forEach((rule) => rule.delete());
      const count = rules.getCount();
      await context.sync();
      return [all, count.value];
    }),
  );
  expect(found.value).toEqual([
    [
      [0, '=OR(TRUE,"tenken:required"="")', "#FFCC00", "評価表!A2:F2,評価表!A5:F5", true],
      [1, "=$A1>1", "#00FF00", "評価表!A1:C9", false],
    ],
    2,
  ]);
  expect(excel.snapshot()).toEqual(before);
  expect(excel.log.rules.map(({ what }) => what).filter((what) => what !== "changed")).toEqual(["added", "removed"]);
});

test("the custom part of another kind is a null object", async () => {
  const { book, sheet } = bookOf();
  userRule(sheet, "user", "A1", "ColorScale");
  const excel = await open(book);
  const found = await excel.evaluate(() =>
    attempt(async (context) => {
      const rules = context.workbook.worksheets.getActiveWorksheet().getRange("A1").conditionalFormats;
      rules.load("items/type, items/customOrNullObject/rule/formula");
      await context.sync();
      return rules.items.map((rule) => [rule.type, rule.customOrNullObject.isNullObject]);
    }),
  );
  expect(found.value).toEqual([["ColorScale", true]]);
});

test("rules move and grow with inserted rows, and are there after copying the sheet and opening again", () => {
  const { book, sheet } = bookOf([["a"], ["b"]]);
  userRule(sheet, "user", "A2:B3");
  book.insertRows(sheet, 0, 1);
  book.insertRows(sheet, 3, 2);
  expect(sheet.rules[0]?.areas).toEqual([parseArea("A3:B6")]);
  const copy = copySheet(book, sheet);
  const again = reopened(book);
  expect([copy, again.sheets[0], again.sheets[1]].map((each) => each?.rules[0]?.formula)).toEqual(Array(3).fill("=$A1>1"));
  expect(new Set([sheet, copy, ...again.sheets].map((each) => each.rules[0]?.id)).size).toBe(4);
});

test("an address of more than 8,192 characters is refused", async () => {
  const excel = await open(bookOf().book);
  const codes = await excel.evaluate(async () => {
    const areas = (count: number) => Array.from({ length: count }, (_, index) => `A${2 * index + 1000}`).join(",");
    const get = (address: string) =>
      attempt(async (context) => {
        const ranges = context.workbook.worksheets.getActiveWorksheet().getRanges(address);
        ranges.load("areaCount");
        await context.sync();
        return ranges.areaCount;
      });
    return [await get(areas(1300)), await get(areas(1600))];
  });
  expect(codes).toEqual([{ value: 1300 }, { code: "InvalidArgument" }]);
  expect(excel.log.takeViolations()).toHaveLength(1);
});

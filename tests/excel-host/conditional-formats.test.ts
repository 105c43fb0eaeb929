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

test("a rule whose deletion was undone answers ItemNotFound for all that it is asked; the others can be read one by one", async () => {
  const { book, sheet } = bookOf([["a"]]);
  userRule(sheet, "user-1", "A1");
  userRule(sheet, "undone", "A2").isBroken = true;
  const excel = await open(book);
  const read = await excel.evaluate(async () => {
    const rules = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet().getRange().conditionalFormats;
    const all = await attempt(async (context) => {
      rules(context).load("items/id");
      await context.sync();
    });
    const count = await attempt(async (context) => {
      const counted = rules(context).getCount();
      await context.sync();
      return counted.value;
    });
    const one = (index: number) =>
      attempt(async (context) => {
        const rule = rules(context).getItemAt(index).load("id,type");
        await context.sync();
        return rule.id;
      });
    return [all.code, count.value, await one(0), await one(1)];
  });
  expect(read).toEqual(["ItemNotFound", 2, { value: "user-1" }, { code: "ItemNotFound" }]);
});

test("a rule without a colour tells null, addresses and names are told in R1C1, and General in Japanese, where Excel does so", async () => {
  const { book, sheet } = bookOf([[1]]);
  userRule(sheet, "user", "B2:C3");
  for (const [name, formula] of [["place", "=評価表!$B$2"], ["text", '="A1"']] as const) book.addName(name, formula);
  const excel = await open(book);
  Object.assign(excel.host.spelling, { references: "R1C1", general: "G/標準" });
  const told = await excel.evaluate(() =>
    attempt(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      const rule = active.getRange().conditionalFormats.getItemAt(0);
      const names = context.workbook.names.load("items/formula,items/value");
      const [font, areas, cell] = [rule.custom.format.font.load("color"), rule.getRanges().load("address"), active.getRange("A1").load("address,numberFormat")];
      await context.sync();
      cell.numberFormat = [["G/標準"]];
      await context.sync();
      return [font.color, areas.address, cell.address, cell.numberFormat, ...names.items.map((name): unknown[] => [name.formula, name.value])];
    }),
  );
  expect([told.value, sheet.cell(0, 0).format]).toEqual([[null, "評価表!R2C2:R3C3", "評価表!R1C1", [["G/標準"]], ["=評価表!R2C2", "評価表!R2C2"], ['="A1"', "A1"]], "General"]);
});

test.each([
  ["1.18", true, 2],
  ["1.19", true, 0],
  ["1.19", false, 2],
])("ExcelApi %s, pane shown: %s: %i of two writes empty the undo list", async (api, isShown, losses) => {
  const { book } = bookOf([["a"]]);
  const excel = await open(book, { api });
  const write = () =>
    excel.evaluate(() =>
      attempt(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("B1").values = [["x"]];
        await context.sync();
      }),
    );
  const modes = await excel.evaluate(async () => {
    const told: string[] = [];
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => told.push(visibilityMode));
    excel.host.showPane(isShown);
    return told;
  });
  excel.type("A1", "b");
  await write();
  await write();
  await expect.poll(() => modes).toEqual([isShown ? "Taskpane" : "Hidden"]);
  expect([excel.log.undoLosses, book.undo]).toEqual([losses, losses === 0 ? ["edit"] : []]);
});

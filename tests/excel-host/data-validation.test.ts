import { expect, test } from "vitest";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";
import { snapshot } from "./model/snapshot.ts";

const open = blankPanes();

test("a list from the cells of another sheet is set, read and taken away, and follows the sheet's name and rows", async () => {
  const { book, sheet } = bookOf([["a"], ["b"], ["c"]]);
  book.addSheet("My terms");
  const excel = await open(book);
  const before = excel.snapshot();
  await excel.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("B1:B9");
      const source = context.workbook.worksheets.getItem("My terms").getRange("A4:A6");
      range.dataValidation.rule = { list: { inCellDropDown: true, source } };
      range.dataValidation.ignoreBlanks = true;
      range.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "title", message: "message" };
      await context.sync();
    }),
  );
  book.rename(book.sheet("My terms"), "Other's");
  book.insertRows(book.sheet("Other's"), 0, 2);
  const read = () =>
    excel.evaluate(() =>
      attempt(async (context) => {
        const active = context.workbook.worksheets.getActiveWorksheet();
        const found = ["B2:B3", "A1", "A1:B2"].map((address) => active.getRange(address).dataValidation.load("type,rule,errorAlert,ignoreBlanks"));
        await context.sync();
        return found.map(({ type, rule, errorAlert, ignoreBlanks }) => ({ type, rule, errorAlert, ignoreBlanks }));
      }),
    );
  expect((await read()).value).toEqual([
    { type: "List", rule: { list: { inCellDropDown: true, source: "='Other''s'!$A$6:$A$8" } }, errorAlert: { showAlert: true, style: "Stop", title: "title", message: "message" }, ignoreBlanks: true },
    { type: "None", rule: null, errorAlert: null, ignoreBlanks: null },
    { type: "MixedCriteria", rule: null, errorAlert: null, ignoreBlanks: null },
  ]);
  book.deleteSheet(book.sheet("Other's"));
  expect(sheet.validations[0]?.content).toContain("#REF!");
  await excel.evaluate(() =>
    attempt(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("B:B").dataValidation.clear();
      await context.sync();
    }),
  );
  expect(snapshot(book).sheets).toEqual(before.sheets.slice(0, 1));
});

test("a range that takes a part of a rule leaves the rest, and rules of other kinds differ from it", async () => {
  const { book, sheet } = bookOf([["a"]]);
  sheet.validations = [{ areas: [{ row: 0, column: 0, rows: 10, columns: 2 }], content: "a whole number" }];
  const excel = await open(book);
  const types = await excel.evaluate(() =>
    attempt(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange("A3:A4").dataValidation.clear();
      active.getRange("B10").dataValidation.rule = { list: { inCellDropDown: true, source: active.getRange("D1:D2") } };
      const found = ["A1:A2", "A3:A4", "A4:A5", "B9:B10", "B10"].map((address) => active.getRange(address).dataValidation.load("type"));
      await context.sync();
      return found.map(({ type }) => type);
    }),
  );
  expect(types.value).toEqual(["Custom", "None", "MixedCriteria", "Inconsistent", "List"]);
  expect(sheet.validations.flatMap(({ areas }) => areas).reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(18);
});

test("lists of texts, an alert that is too long and a protected sheet are refused", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const excel = await open(book);
  const tried = (what: "text" | "alert" | "list") =>
    excel.evaluate(() =>
      attempt(async (context) => {
        const { dataValidation } = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
        if (what === "alert") dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "long ".repeat(20), message: "" };
        else dataValidation.rule = { list: { inCellDropDown: true, source: what === "text" ? "a,b" : context.workbook.worksheets.getActiveWorksheet().getRange("D1:D2") } };
        await context.sync();
      }),
    );
  expect((await tried("text")).code).toBe("InvalidArgument");
  expect((await tried("list")).code).toBeUndefined();
  expect((await tried("alert")).code).toBe("InvalidArgument");
  sheet.protection = { password: "" };
  expect((await tried("list")).code).toBe("AccessDenied");
  expect(excel.log.takeViolations().map(({ kind }) => kind)).toEqual(["wrong-argument", "wrong-argument"]);
});

import { expect, test } from "vitest";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";

const open = blankPanes();

test("a text is read as Excel reads it: formula, date, number, unless the format is @ or an apostrophe stands before it", async () => {
  const { book, sheet } = bookOf();
  const excel = await open(book);
  const written = await excel.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A6");
      context.workbook.worksheets.getActiveWorksheet().getRange("A5").numberFormat = [["@"]];
      range.values = [["=1"], ["1-1"], ["2001/1/1"], ["12"], ["1-1"], ["'1-1"]];
      range.load("values, valueTypes, numberFormat, formulas");
      await context.sync();
      const columns: unknown[][][] = [range.values, range.formulas, range.numberFormat];
      return columns.map((column) => column.flat());
    }),
  );
  expect(written.value).toEqual([
    [1, 46_023, 36_892, 12, "1-1", "1-1"],
    ["=1", 46_023, 36_892, 12, "1-1", "1-1"],
    ["General", 'm"月"d"日"', "yyyy/m/d", "General", "@", "General"],
  ]);
  expect(sheet.cell(5, 0).quotePrefix).toBe(true);
  expect(excel.log.cells).toHaveLength(7);
  expect(excel.log.cells[1]).toEqual({ sheet: "評価表", address: "A1", what: "value", from: undefined, to: "=1" });
});

test("null leaves a cell, an empty text empties it, one value fills the range", async () => {
  const { book, sheet } = bookOf([["a", "b"], ["c", "d"]]);
  const excel = await open(book);
  await excel.evaluate(() =>
    attempt((context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange("A1:B1").values = [[null, ""]];
      active.getRange("A3:B3").values = [["x", "x"]];
      // The types want an array here, but Office.js also takes one value for all cells.
      Reflect.set(active.getRange("A2:B2"), "values", "同じ");
      return context.sync();
    }),
  );
  const row = (index: number) => [sheet.cell(index, 0).value, sheet.cell(index, 1).value];
  expect([row(0), row(1), row(2)]).toEqual([["a", undefined], ["同じ", "同じ"], ["x", "x"]]);
});

test("an array of another shape is refused and nothing of it is written", async () => {
  const { book, sheet } = bookOf([["a", "b"]]);
  const excel = await open(book);
  const written = await excel.evaluate(() =>
    attempt((context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:B1").values = [["x"]];
      return context.sync();
    }),
  );
  expect(written.code).toBe("InvalidArgument");
  expect(sheet.cell(0, 0).value).toBe("a");
  expect(excel.log.takeViolations()).toMatchObject([{ kind: "wrong-argument" }]);
});

test("what was done before a failing write stays done", async () => {
  const { book, sheet } = bookOf();
  const excel = await open(book);
  excel.host.faults.failWrite(3, "GeneralException");
  const written = await excel.evaluate(() =>
    attempt((context) => {
      for (const row of [1, 2, 3, 4]) context.workbook.worksheets.getActiveWorksheet().getRange(`A${row}`).values = [[`行${row}`]];
      return context.sync();
    }),
  );
  expect(written.code).toBe("GeneralException");
  expect([0, 1, 2, 3].map((row) => sheet.cell(row, 0).value)).toEqual(["行1", "行2", undefined, undefined]);
  expect(excel.log.cells.map(({ address }) => address)).toEqual(["A1", "A2"]);
});

test("a large array, which the client sends in pieces, is one write and one event", async () => {
  const { book, sheet } = bookOf();
  const excel = await open(book);
  const heard = await excel.evaluate(async () => {
    const addresses: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().onChanged.add(async ({ address }) => void addresses.push(address));
      await context.sync();
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:L500").values = Array.from({ length: 500 }, (_, row) => Array<string>(12).fill(`行${row}`));
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return addresses;
  });
  expect(heard).toEqual(["A1:L500"]);
  expect(sheet.cell(499, 11).value).toBe("行499");
  expect(excel.log.roundTrips).toHaveLength(2);
});

test.each([
  ["a protected sheet", { password: "" }, false],
  ["a read-only workbook", undefined, true],
] as const)("%s refuses values, formats, fills and conditional formats", async (_name, protection, readOnly) => {
  const { book, sheet } = bookOf([["a"]]);
  sheet.protection = protection;
  book.readOnly = readOnly;
  const excel = await open(book);
  const before = excel.snapshot();
  const codes = await excel.evaluate(async () => {
    const cell = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    const works: ((context: Excel.RequestContext) => void)[] = [
      (context) => void (cell(context).values = [["x"]]),
      (context) => void (cell(context).numberFormat = [["@"]]),
      (context) => void (cell(context).format.fill.color = "#FF0000"),
      (context) => void cell(context).conditionalFormats.add("Custom"),
    ];
    const all = [];
    for (const work of works) all.push((await attempt((context) => (work(context), context.sync()))).code);
    return all;
  });
  expect(codes).toEqual(Array(4).fill("AccessDenied"));
  expect(excel.snapshot()).toEqual(before);
});

test("a bulk write over rows that a filter hides is a violation; single cells are not", async () => {
  const { book, sheet } = bookOf([["h"], ["a"], ["b"], ["c"]]);
  sheet.filter = { row: 0, column: 0, rows: 4, columns: 1 };
  sheet.hiddenRows.add(2);
  const excel = await open(book);
  await excel.evaluate(() =>
    attempt(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange("A2").values = [["x"]];
      await context.sync();
      active.getRange("A2:A4").values = [["x"], ["y"], ["z"]];
      await context.sync();
    }),
  );
  expect(excel.log.takeViolations()).toEqual([{ kind: "filtered-write", detail: "A2:A4" }]);
});

test("sheets are added, renamed, deleted; names are checked; a protected structure refuses", async () => {
  const { book } = bookOf();
  const excel = await open(book);
  const codes = await excel.evaluate(async () => {
    const add = (name: string) => attempt(async (context) => (context.workbook.worksheets.add(name), context.sync()));
    return [(await add("総括シート")).code, (await add("総括シート")).code, (await add("a/b")).code];
  });
  expect(codes).toEqual([undefined, "ItemAlreadyExists", "InvalidArgument"]);
  expect(book.sheets.map(({ name }) => name)).toEqual(["評価表", "総括シート"]);
  await excel.evaluate(() =>
    attempt(async (context) => {
      const sheet = context.workbook.worksheets.getItem("総括シート");
      sheet.name = "別名";
      await context.sync();
      sheet.delete();
      await context.sync();
    }),
  );
  book.structureProtected = true;
  const refused = await excel.evaluate(() => attempt(async (context) => (context.workbook.worksheets.add("x"), context.sync())));
  expect([book.sheets.length, refused.code]).toEqual([1, "AccessDenied"]);
  excel.log.takeViolations();
});

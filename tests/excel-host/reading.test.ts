import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";
import { plainValue } from "./model/cell.ts";
import { bookFromFile } from "./model/from-file.ts";

const open = blankPanes();

test("reads values, value types, number formats and shown texts in one round trip and leaves no trace", async () => {
  const { book, sheet } = bookOf([["コード", 1.5, true, undefined]]);
  sheet.put(1, 0, { value: 46_024, format: 'm"月"d"日"' });
  sheet.put(1, 1, { value: { error: "#REF!" } });
  sheet.put(1, 2, { value: "#REF!" });
  sheet.put(1, 3, { value: 7, formula: "=B1+5.5" });
  const excel = await open(book);
  const before = excel.snapshot();
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getUsedRange(true);
      range.load("address, values, valueTypes, numberFormat, text, formulas");
      await context.sync();
      return range.toJSON();
    }),
  );
  expect(read.value).toEqual({
    address: "評価表!A1:D2",
    values: [
      ["コード", 1.5, true, ""],
      [46_024, "#REF!", "#REF!", 7],
    ],
    valueTypes: [
      ["String", "Double", "Boolean", "Empty"],
      ["Double", "Error", "String", "Double"],
    ],
    numberFormat: [
      ["General", "General", "General", "General"],
      ['m"月"d"日"', "General", "General", "General"],
    ],
    text: [
      ["コード", "1.5", "TRUE", ""],
      ["1月2日", "#REF!", "#REF!", "7"],
    ],
    formulas: [
      ["コード", 1.5, true, ""],
      [46_024, "#REF!", "#REF!", "=B1+5.5"],
    ],
  });
  expect(excel.log.roundTrips).toHaveLength(1);
  expect(excel.log.cells).toEqual([]);
  expect(excel.snapshot()).toEqual(before);
});

test("lists sheets by id with what is said about them", async () => {
  const { book, sheet } = bookOf([["a"]]);
  book.addSheet("かくし").visibility = "VeryHidden";
  sheet.protection = { password: "秘密" };
  const excel = await open(book);
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const { worksheets, protection, application } = context.workbook;
      worksheets.load("items/id, items/name, items/position, items/visibility, items/protection/protected");
      protection.load("protected");
      application.load("calculationMode");
      context.workbook.load("readOnly, name");
      await context.sync();
      const sheets = worksheets.items.map((each) => [each.id, each.name, each.position, each.visibility, each.protection.protected]);
      return [sheets, protection.protected, application.calculationMode, context.workbook.readOnly];
    }),
  );
  const [first, second] = book.sheets;
  const sheets = [
    [first?.id, "評価表", 0, "Visible", true],
    [second?.id, "かくし", 1, "VeryHidden", false],
  ];
  expect(read.value).toEqual([sheets, false, "Automatic", false]);
});

test("an unloaded property throws on the client", async () => {
  const excel = await open(bookOf([["a"]]).book);
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.load("text");
      await context.sync();
      return range.values;
    }),
  );
  expect(read.code).toBe("PropertyNotLoaded");
});

test("what is not there is a null object or an error, as asked for", async () => {
  const excel = await open(bookOf().book);
  const read = await excel.evaluate(async () => {
    const nulls = await attempt(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("なし");
      const below = sheet.getRange("A1");
      below.load("values");
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
      await context.sync();
      return [sheet.isNullObject, below.isNullObject, used.isNullObject];
    });
    const missing = await attempt((context) => {
      context.workbook.worksheets.getItem("なし").load("name");
      return context.sync();
    });
    return [nulls.value, missing.code];
  });
  expect(read).toEqual([[true, true, true], "ItemNotFound"]);
});

test("ranges are found by indexes, offset, intersection, bounding and whole rows", async () => {
  const excel = await open(bookOf([["a"]]).book);
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const block = sheet.getRangeByIndexes(1, 1, 3, 2);
      const ranges = [
        block,
        block.getOffsetRange(1, 0),
        block.getResizedRange(2, 1),
        block.getIntersectionOrNullObject("C1:E3"),
        block.getIntersectionOrNullObject("F1"),
        block.getCell(0, 1).getEntireRow(),
        block.getRow(2),
      ];
      ranges.forEach((range) => range.load("address"));
      await context.sync();
      return ranges.map((range) => (range.isNullObject ? null : range.address.replace("評価表!", "")));
    }),
  );
  expect(read.value).toEqual(["B2:C4", "B3:C5", "B2:D6", "C2:C3", null, "2:2", "B4:C4"]);
});

test("a whole column reads as null and refuses a write", async () => {
  const excel = await open(bookOf([["a"]]).book);
  const read = await excel.evaluate(async () => {
    const values = await attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A:B");
      range.load("values");
      await context.sync();
      return range.values;
    });
    const written = await attempt((context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A:A").values = [["x"]];
      return context.sync();
    });
    return [values.value, written.code];
  });
  expect(read).toEqual([null, "InvalidArgument"]);
  expect(excel.log.takeViolations()).toHaveLength(1);
});

test("defined names, broken ones too, and the date system", async () => {
  const { book } = bookOf([["a"]]);
  book.names = [
    { name: "良い", formula: "=評価表!$A$1:$B$2", visible: true },
    { name: "壊れた", formula: "=#REF!$A$1", visible: true },
  ];
  book.date1904 = true;
  const excel = await open(book);
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const { names, functions } = context.workbook;
      names.load("items/name, items/formula, items/type");
      const date = functions.date(2001, 1, 1);
      date.load("value");
      await context.sync();
      const places = names.items.map((name) => name.getRangeOrNullObject());
      places.forEach((place) => place.load("address"));
      await context.sync();
      return [names.items.map(({ name, type }) => [name, type]), places.map((place) => (place.isNullObject ? null : place.address)), date.value];
    }),
  );
  expect(read.value).toEqual([
    [
      ["良い", "Range"],
      ["壊れた", "Error"],
    ],
    ["評価表!A1:B2", null],
    35_430,
  ]);
});

test("the sample workbook reads in the stand-in as it stands in its file", async () => {
  const file = await openFile("sample.xlsx", await readFile("assets/samples/sample.xlsx"), { inflate: inflateInNode });
  const [info] = await file.sheets();
  const look = await file.look(info?.id ?? "");
  const book = await bookFromFile(file);
  const excel = await open(book);
  const before = excel.snapshot();
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
      range.load("values, text, rowIndex, columnIndex");
      await context.sync();
      return { values: range.values, text: range.text, row: range.rowIndex, column: range.columnIndex };
    }),
  );
  const { values = [], text = [], row = 0, column = 0 } = read.value ?? {};
  expect(values.length + row).toBe(look.grid.rowCount);
  values.forEach((cells, down) => {
    expect(cells).toEqual(cells.map((_, right) => plainValue(look.grid.value(row + down, column + right))));
    expect(text[down]).toEqual(cells.map((_, right) => look.text(row + down, column + right)));
  });
  expect(excel.snapshot()).toEqual(before);
});

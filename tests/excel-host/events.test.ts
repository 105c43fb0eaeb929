import { expect, test } from "vitest";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";
import type { NodeExcel } from "./in-node/excel.ts";

const open = blankPanes();

const heard: unknown[] = [];
let firstChange: Excel.WorksheetChangedEventArgs | undefined;

/** Registers for all events and keeps them. */
async function listen(excel: NodeExcel): Promise<void> {
  await excel.evaluate(async () => {
    heard.length = 0;
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getActiveWorksheet();
      sheet.onChanged.add(async ({ changeType, address, source, details }) => void heard.push(["changed", changeType, address, source, details]));
      sheet.onSelectionChanged.add(async ({ address }) => void heard.push(["selected", address]));
      worksheets.onActivated.add(async ({ worksheetId }) => void heard.push(["activated", worksheetId]));
      worksheets.onDeactivated.add(async ({ worksheetId }) => void heard.push(["deactivated", worksheetId]));
      worksheets.onDeleted.add(async ({ source }) => void heard.push(["deleted", source]));
      context.workbook.onSelectionChanged.add(async () => void heard.push(["document selection"]));
      await context.sync();
    });
  });
}

async function heardBy(count: number): Promise<unknown[]> {
  await expect.poll(() => heard.length).toBeGreaterThanOrEqual(count);
  return heard.splice(0);
}

test("edits of the user, of others and of the add-in are told, with details of single cells only", async () => {
  const { book, sheet } = bookOf([["a", "b"]]);
  const excel = await open(book);
  await listen(excel);
  excel.type("A1", "新");
  excel.typeElsewhere("B1:B2", "別");
  await excel.evaluate(() => attempt((context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("C1").values = [[5]];
    return context.sync();
  }));
  expect(await heardBy(3)).toEqual([
    ["changed", "RangeEdited", "A1", "Local", { valueBefore: "a", valueAfter: "新", valueTypeBefore: "String", valueTypeAfter: "String" }],
    ["changed", "RangeEdited", "B1:B2", "Remote", undefined],
    ["changed", "RangeEdited", "C1", "Local", { valueBefore: "", valueAfter: 5, valueTypeBefore: "Empty", valueTypeAfter: "Double" }],
  ]);
  excel.host.as("user", (each) => each.insertRows(sheet, 0, 2));
  expect(await heardBy(1)).toEqual([["changed", "RowInserted", "1:2", "Local", undefined]]);
});

test("selections, sheets coming to the front and deleted sheets are told", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const other = book.addSheet("別");
  const excel = await open(book);
  await listen(excel);
  excel.select("B2:C3");
  expect(await heardBy(2)).toEqual(expect.arrayContaining([["selected", "B2:C3"], ["document selection"]]));
  excel.host.as("user", (each) => each.activate(other));
  excel.host.as("co-author", (each) => each.deleteSheet(other));
  // When the active sheet is deleted, the next one becomes active.
  expect(await heardBy(5)).toEqual([
    ["deactivated", sheet.id],
    ["activated", other.id],
    ["deactivated", other.id],
    ["activated", sheet.id],
    ["deleted", "Remote"],
  ]);
});

test("the range of an event moves with inserted rows", async () => {
  const { book, sheet } = bookOf([["a"], ["b"]]);
  const excel = await open(book);
  await excel.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => void (firstChange ??= event));
      await context.sync();
    }),
  );
  excel.type("A2", "c");
  await expect.poll(() => firstChange).toBeDefined();
  excel.host.as("user", (each) => each.insertRows(sheet, 0, 3));
  const address = await excel.evaluate(() =>
    attempt(async (context) => {
      const range = firstChange?.getRange(context);
      range?.load("address");
      await context.sync();
      return range?.address;
    }),
  );
  expect(address.value).toBe("評価表!A5");
});

test("a result that changes is calculated, not edited; once Excel forgot the handlers nothing is told, until they are registered anew", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const excel = await open(book);
  const calculated = () => excel.evaluate(() => attempt((context) => {
    context.workbook.worksheets.onCalculated.add(async ({ worksheetId }) => void heard.push(["calculated", worksheetId]));
    return context.sync();
  }));
  const result = (value: string) => excel.host.as("user", (each) => each.calculate(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, value));
  await listen(excel);
  await calculated();
  result("b");
  expect(await heardBy(1)).toEqual([["calculated", sheet.id]]);
  excel.host.forgetHandlers();
  result("c");
  excel.type("A1", "d");
  await calculated();
  result("e");
  // Office.js may tell its earlier handler as well.
  expect(new Set((await heardBy(1)).map(String))).toEqual(new Set([`calculated,${sheet.id}`]));
});

test("a handler that was removed hears nothing, and a pane opened anew has none", async () => {
  const { book } = bookOf([["a"]]);
  const excel = await open(book);
  const count = await excel.evaluate(async () => {
    heard.length = 0;
    await Excel.run(async (context) => {
      const handler = context.workbook.worksheets.getActiveWorksheet().onChanged.add(async () => void heard.push(1));
      await context.sync();
      handler.remove();
      await context.sync();
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["x"]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    return heard.length;
  });
  expect(count).toBe(0);
  await excel.openPane();
  excel.type("A1", "y");
  await excel.evaluate(() => Office.onReady());
});

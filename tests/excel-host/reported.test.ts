import { expect, test } from "vitest";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";

const open = blankPanes();

test("a chart alone in front: no worksheet is active (#2444)", async () => {
  const { book } = bookOf([["a"]]);
  book.isChartInFront = true;
  const excel = await open(book);
  expect(await excel.evaluate(() => attempt((context) => (context.workbook.worksheets.getActiveWorksheet().load("name"), context.sync())))).toEqual({ code: "ItemNotFound" });
});

test("freezing panes of a sheet behind may report that it became active, though it did not (#3148)", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const behind = book.addSheet("裏");
  book.freezingActivates = true;
  const excel = await open(book);
  const told: string[] = [];
  await excel.evaluate(() =>
    attempt(async (context) => {
      context.workbook.worksheets.onActivated.add(async ({ worksheetId }) => void told.push(worksheetId));
      await context.sync();
      context.workbook.worksheets.getItem("裏").freezePanes.freezeRows(1);
      await context.sync();
    }),
  );
  await expect.poll(() => told).toEqual([behind.id]);
  expect(book.active).toBe(sheet);
});

test("a protected sheet that lets cells be formatted takes formats and rules, and no value", async () => {
  const { book, sheet } = bookOf([["a"]]);
  sheet.protection = { password: "x", allowFormatCells: true };
  const excel = await open(book);
  const codes = await excel.evaluate(async () => {
    const cell = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    const works: ((context: Excel.RequestContext) => void)[] = [
      (context) => void (cell(context).format.fill.color = "#FF0000"),
      (context) => void cell(context).conditionalFormats.add("Custom"),
      (context) => void (cell(context).values = [["x"]]),
    ];
    const all = [];
    for (const work of works) all.push((await attempt((context) => (work(context), context.sync()))).code);
    return all;
  });
  expect([codes, sheet.cell(0, 0).value]).toEqual([[undefined, undefined, "AccessDenied"], "a"]);
});

test("a rich value reads as #VALUE! with a type and a text of its own", async () => {
  const { book, sheet } = bookOf([["x"]]);
  sheet.put(0, 0, { value: { error: "#VALUE!" }, rich: "公園" });
  const excel = await open(book);
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values,valueTypes,text");
      await context.sync();
      const told: unknown[] = [range.values, range.valueTypes, range.text];
      return told;
    }),
  );
  expect(read.value).toEqual([[["#VALUE!"]], [["RichValue"]], [["公園"]]]);
});

test("a member that a test lets fail fails each time, and with it its request: a function of the sheet (#6112), reads that are denied", async () => {
  const excel = await open(bookOf([["a"]]).book);
  excel.host.faults.failMember("Functions.Date", "GeneralException");
  excel.host.faults.failMember("Range.Values", "AccessDenied");
  const codes = await excel.evaluate(async () => [
    await attempt((context) => (context.workbook.functions.date(2001, 1, 1).load("value"), context.sync())),
    await attempt((context) => (context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values"), context.sync())),
    await attempt((context) => (context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("address"), context.sync())),
  ]);
  expect(codes.map(({ code }) => code)).toEqual(["GeneralException", "AccessDenied", undefined]);
});

test("settings that are read anew may come back empty (#594), and requests may get no answer (#4273)", async () => {
  const { book } = bookOf();
  const excel = await open(book);
  const read = () =>
    excel.evaluate(() => {
      const { settings } = Office.context.document;
      return new Promise((resolve) => settings.refreshAsync(() => resolve(settings.get("ours"))));
    });
  book.settings.set("ours", '"一"');
  expect(await read()).toBe("一");
  excel.host.faults.settingsVanish = true;
  expect([await read(), book.settings.size]).toEqual([null, 1]);
  excel.host.faults.silent = true;
  const asked = excel.evaluate(() => attempt((context) => (context.workbook.load("name"), context.sync())));
  expect(await Promise.race([asked, new Promise((resolve) => setTimeout(() => resolve("nothing"), 100))])).toBe("nothing");
  excel.host.faults.silent = false;
});

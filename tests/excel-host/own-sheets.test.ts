import { expect, test } from "vitest";
import { attempt, blankPanes, bookOf } from "./blank-pane.ts";
import { addressOf } from "./model/area.ts";

const open = blankPanes();

test("names: added, hidden, changed, deleted; they follow their sheet's name and break when it goes", async () => {
  const { book } = bookOf();
  const excel = await open(book);
  const codes = await excel.evaluate(async () => {
    const added = await attempt((context) => {
      context.workbook.worksheets.add("集計");
      context.workbook.names.add("_sign", "='集計'!$A$1").visible = false;
      context.workbook.names.add("_seal", '="a""b"').visible = false;
      return context.sync();
    });
    const add = (name: string, formula: string) => attempt(async (context) => (context.workbook.names.add(name, formula), context.sync()));
    return [added.code, (await add("_SIGN", '="x"')).code, (await add("A1", '="x"')).code, (await add("x", `="${"x".repeat(256)}"`)).code, (await add("x", "=なし!$A$1")).code];
  });
  expect(codes).toEqual([undefined, "ItemAlreadyExists", "InvalidArgument", "InvalidArgument", "ItemNotFound"]);
  expect(excel.log.takeViolations()).toHaveLength(2);
  book.rename(book.sheet("集計"), "集計 (2)");
  const read = () =>
    excel.evaluate(() =>
      attempt(async (context) => {
        const items = ["_sign", "_seal"].map((name) => context.workbook.names.getItemOrNullObject(name).load("formula,value,type,visible"));
        await context.sync();
        return items.map((item) => (item.isNullObject ? null : [String(item.formula), String(item.value), item.type, item.visible]));
      }),
    );
  expect((await read()).value).toEqual([["='集計 (2)'!$A$1", "'集計 (2)'!$A$1", "Range", false], ['="a""b"', 'a"b', "String", false]]);
  book.deleteSheet(book.sheet("集計 (2)"));
  await excel.evaluate(() =>
    attempt(async (context) => {
      context.workbook.names.getItem("_seal").formula = '="c"';
      await context.sync();
    }),
  );
  expect((await read()).value).toEqual([["=#REF!$A$1", "#REF!", "Error", false], ['="c"', "c", "String", false]]);
  await excel.evaluate(() => attempt(async (context) => (context.workbook.names.getItem("_sign").delete(), context.sync())));
  expect((await read()).value?.[0]).toBeNull();
});

test("looks, widths, heights, borders and links are set, logged by member, and seen in the snapshot", async () => {
  const { book, sheet } = bookOf([["a"], ["長い文".repeat(40)]]);
  sheet.put(2, 0, { format: "@" });
  const excel = await open(book);
  const before = excel.snapshot();
  await excel.evaluate(() =>
    attempt((context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange("A3").hyperlink = { documentReference: "'評価表'!A1", textToDisplay: "1-2" };
      active.getRange("B3").hyperlink = { documentReference: "'評価表'!A1", textToDisplay: "1-2" };
      const { format } = active.getRanges("A1:B2,D4");
      format.font.bold = true;
      format.wrapText = true;
      format.horizontalAlignment = "Center";
      format.borders.getItem("EdgeTop").style = "Continuous";
      format.borders.getItem("EdgeTop").color = "#ff0000";
      active.getRange("A:A").format.columnWidth = 100;
      active.getRange("1:2").format.autofitRows();
      return context.sync();
    }),
  );
  expect([sheet.cell(2, 0).value, sheet.cell(2, 1).value]).toEqual(["1-2", 46_024]);
  expect(sheet.cell(2, 0).look).toMatchObject({ underline: "Single", color: "#0563C1" });
  expect(sheet.cell(0, 1).look).toMatchObject({ bold: true, wrap: true, horizontal: "Center", borders: { top: "#FF0000" } });
  expect([sheet.cell(1, 1).look.borders, sheet.cell(3, 3).look.bold, sheet.columnWidths.get(0)]).toEqual([{}, true, 100]);
  expect((sheet.rowHeights.get(1) ?? 0) > 2 * (sheet.rowHeights.get(0) ?? 0)).toBe(true);
  expect(excel.log.arranged.map(({ what, address }) => `${what} ${address}`)).toContain("RangeFont.Bold A1:B2,D4");
  expect(excel.snapshot()).not.toEqual(before);
});

test("what Excel refuses, and what the stand-in does not know, fails loudly", async () => {
  const excel = await open(bookOf().book);
  const codes = await excel.evaluate(async () => {
    const works: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => void (sheet.getRange("A1:A3").format.borders.getItem("InsideVertical").style = "Continuous"),
      (sheet) => sheet.pageLayout.setPrintTitleRows("A1:B2"),
      (sheet) => void (sheet.pageLayout.headersFooters.defaultForAllPages.leftFooter = "A&区"),
      (sheet) => void (sheet.getRange("A1").hyperlink = { documentReference: "'なし'!A1" }),
      (sheet) => void sheet.charts.add("Pie", sheet.getRange("A1")),
      (sheet) => void (sheet.pageLayout.centerVertically = true),
    ];
    const all = [];
    for (const work of works) all.push((await attempt((context) => (work(context.workbook.worksheets.getActiveWorksheet()), context.sync()))).code);
    return all;
  });
  expect(codes).toEqual([...Array<string>(5).fill("InvalidArgument"), "ApiNotFound"]);
  expect(excel.log.takeViolations()).toHaveLength(6);
});

test("a chart has the series that it is given; its source is Excel's affair", async () => {
  const { book, sheet } = bookOf([["a", 1, 2], ["b", 3, 4]]);
  const excel = await open(book);
  const seen = await excel.evaluate(() =>
    attempt(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      const chart = active.charts.add("BarStacked100", active.getRange("B1:C2"));
      chart.name = "図";
      chart.title.text = "題";
      chart.legend.position = "Bottom";
      chart.setPosition("E2", "H9");
      const count = chart.series.getCount();
      await context.sync();
      const { series } = active.charts.getItem("図");
      const added = series.add("系");
      added.setValues(active.getRange("B1:B2"));
      added.setXAxisValues(active.getRange("A1:A2"));
      added.format.fill.setSolidColor("#123456");
      series.getItemAt(1).delete();
      series.getItemAt(0).delete();
      const { charts } = active.load("charts/items/name");
      await context.sync();
      return [count.value, charts.items.map(({ name }) => name)];
    }),
  );
  expect(seen).toEqual({ value: [2, ["図"]] });
  const [chart] = sheet.charts;
  expect(chart).toMatchObject({ title: "題", legend: "Bottom", series: [{ name: "系", color: "#123456" }] });
  expect([chart?.place, chart?.series[0]?.values, chart?.series[0]?.categories].map((area) => area && addressOf(area))).toEqual(["E2:H9", "B1:B2", "A1:A2"]);
  const code = await excel.evaluate(() => attempt(async (context) => (context.workbook.worksheets.getActiveWorksheet().charts.getItem("図").series.getItemAt(0).delete(), context.sync())));
  expect(code).toEqual({ code: "GeneralException" });
});

test("page, frozen rows, filter; another workbook in front refuses to freeze, and names", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const excel = await open(book);
  const run = () =>
    excel.evaluate(async () => {
      const page = await attempt((context) => {
        const active = context.workbook.worksheets.getActiveWorksheet();
        active.pageLayout.orientation = "Landscape";
        active.pageLayout.zoom = { horizontalFitToPages: 1 };
        active.pageLayout.setPrintTitleRows("$1:$2");
        active.pageLayout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
        active.autoFilter.apply(active.getRange("A1:C5"));
        return context.sync();
      });
      const freeze = await attempt(async (context) => (context.workbook.worksheets.getActiveWorksheet().freezePanes.freezeRows(2), context.sync()));
      const name = await attempt(async (context) => (context.workbook.names.add("x", '="x"'), context.sync()));
      return [page.code, freeze.code, name.code];
    });
  excel.host.otherWorkbookInFront = true;
  expect([await run(), sheet.frozenRows]).toEqual([[undefined, "GeneralException", "ItemNotFound"], 0]);
  excel.host.otherWorkbookInFront = false;
  expect([await run(), sheet.frozenRows]).toEqual([[undefined, undefined, undefined], 2]);
  expect([sheet.page.orientation, sheet.page.titleRows && addressOf(sheet.page.titleRows), sheet.page.parts, sheet.filter && addressOf(sheet.filter)]).toEqual(["Landscape", "1:2", { RightFooter: "&P / &N" }, "A1:C5"]);
  book.structureProtected = true;
  const read = await excel.evaluate(() =>
    attempt(async (context) => {
      const protection = context.workbook.protection.load("protected");
      await context.sync();
      return protection.protected;
    }),
  );
  expect(read.value).toBe(true);
});

test("a protected sheet takes no looks, links, charts, page or filter", async () => {
  const { book, sheet } = bookOf([["a"]]);
  sheet.protection = { password: "" };
  const excel = await open(book);
  const before = excel.snapshot();
  const codes = await excel.evaluate(async () => {
    const works: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => void (sheet.getRange("A1").format.font.bold = true),
      (sheet) => void (sheet.getRange("A1").hyperlink = { documentReference: "'評価表'!A1" }),
      (sheet) => void sheet.charts.add("BarStacked100", sheet.getRange("A1")),
      (sheet) => void (sheet.pageLayout.orientation = "Landscape"),
      (sheet) => sheet.autoFilter.apply(sheet.getRange("A1:B2")),
      (sheet) => sheet.freezePanes.freezeRows(1),
    ];
    const all = [];
    for (const work of works) all.push((await attempt((context) => (work(context.workbook.worksheets.getActiveWorksheet()), context.sync()))).code);
    return all;
  });
  expect(codes).toEqual(Array(6).fill("AccessDenied"));
  expect(excel.snapshot()).toEqual(before);
});

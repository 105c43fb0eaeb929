import { describe, expect, it } from "vitest";
import type { Book } from "../../excel-host/model/book.ts";
import { bookOf } from "../../excel-host/blank-pane.ts";
import { excelPanes, ExcelPane, refusalOf } from "./open-excel.ts";

const open = excelPanes();
const idOf = (book: Book) => book.active.id;

/** Rows of 12 columns, about as long as those of an evaluation sheet. */
function largeRows(rows: number): readonly (readonly (string | number)[])[] {
  return Array.from({ length: rows }, (_, row) => ["", `${row + 1}-1`, `【公園】・公園を増やす。${"緑".repeat(row % 40)}`, "順調", "有効であり、継続して推進", `p.${row}`, "1-1-1", "整備", "達成", "予定どおり実施", "有効", 7]);
}

const largeBook = (rows: number): Book => bookOf(largeRows(rows)).book;

describe("reading a sheet", () => {
  it("takes two round trips and leaves no trace", async () => {
    const { book } = bookOf([["1-1", "順調", 12], [], ["", true]]);
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const grid = await pane.read(idOf(book));
    expect([grid.rowCount, grid.row(0), grid.row(1), grid.value(2, 1)]).toEqual([3, ["1-1", "順調", 12], [], true]);
    expect(pane.log.roundTrips.map(({ writes }) => writes)).toEqual([false, false]);
    expect(pane.excel.snapshot()).toEqual(before);
    expect(pane.told.progress).toEqual([1, 1]);
  });

  it("single cells take one round trip, however far apart, and 500 go with one request", async () => {
    const { book } = bookOf([["順調", 12], ["1-1", true]]);
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const places = [[1, 0], [1_048_575, 16_383], [0, 1]].map(([row = 0, column = 0]) => ({ row, column }));
    expect(await pane.readCells(idOf(book), places)).toEqual(["1-1", undefined, 12]);
    expect([pane.log.roundTrips.map(({ writes }) => writes), pane.excel.snapshot()]).toEqual([[false], before]);
    expect(await pane.readCells(idOf(book), Array.from({ length: 501 }, () => ({ row: 0, column: 0 })))).toEqual(Array.from({ length: 501 }, () => "順調"));
    expect(pane.log.roundTrips).toHaveLength(3);
  });

  it("W2 sheets go by id; hidden ones are read and stay hidden", async () => {
    const { book } = bookOf([["a"]]);
    const hidden = book.addSheet("裏");
    hidden.put(1, 1, { value: "順調" });
    hidden.visibility = "VeryHidden";
    const pane = await open(book);
    const sheets = await pane.sheets();
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([["評価表", false], ["裏", true]]);
    expect((await pane.read(sheets[1]?.id ?? "")).value(1, 1)).toBe("順調");
    expect(hidden.visibility).toBe("VeryHidden");
  });

  it("W5 hidden rows cost one round trip more, wherever they are", async () => {
    const { book, sheet } = bookOf(Array.from({ length: 300 }, (_, row) => [`${row}`]));
    const hidden = [0, 7, 8, 250, 299];
    for (const row of hidden) sheet.hiddenRows.add(row);
    const pane = await open(book);
    expect([...(await pane.read(idOf(book))).hiddenRows]).toEqual(hidden);
    expect(pane.log.roundTrips).toHaveLength(3);
  });

  it("W11 formats down to the last row of the sheet are not read", async () => {
    const { book, sheet } = bookOf([["a"], ["b"]]);
    sheet.put(1_048_575, 0, { fill: "#FFFF00" });
    const pane = await open(book);
    expect((await pane.read(idOf(book))).rowCount).toBe(2);
    expect(pane.log.roundTrips).toHaveLength(2);
  });

  it.each([
    ["A1048576", 1_048_575, 0],
    ["U200000", 199_999, 20],
    ["XFD1", 0, 16_383],
    ["XFD40", 39, 16_383],
    ["XFD1048576", 1_048_575, 16_383],
  ])("W11 a stray value in %s costs two round trips and less than 25 kB, not the cells between", async (_, row, column) => {
    const rows = Array.from({ length: 30 }, (__, index) => Array.from({ length: 12 }, (___, place) => `${index}-${place}`));
    const { book, sheet } = bookOf(rows);
    const pane = await open(book);
    await pane.read(idOf(book));
    const bytes = () => pane.log.roundTrips.reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0);
    const before = bytes();
    pane.log.restart();
    sheet.put(row, column, { value: "控" });
    const grid = await pane.read(idOf(book));
    expect([grid.value(29, 11), grid.value(row, column), grid.rowCount]).toEqual(["29-11", "控", Math.max(30, row + 1)]);
    console.info(`stray value: ${pane.log.roundTrips.length} round trips, ${Math.round((bytes() - before) / 1000)} kB more`);
    expect(pane.log.roundTrips.length).toBe(4);
    expect(bytes() - before).toBeLessThan(25_000);
    expect(pane.told.progress.at(-1)).toBe(1);
  });

  it("W11 stray values in two corners, and a card with one, are read as well", async () => {
    const { book, sheet } = bookOf([["a", "b"]]);
    sheet.put(1_048_575, 0, { value: "x" });
    sheet.put(0, 16_383, { value: "y" });
    const pane = await open(book);
    const grid = await pane.read(idOf(book));
    expect([grid.row(0).slice(0, 2), grid.value(1_048_575, 0), grid.value(0, 16_383)]).toEqual([["a", "b"], "x", "y"]);
    const [card] = await pane.readSmall([idOf(book)]);
    expect([card?.value(0, 1), card?.value(1_048_575, 0)]).toEqual(["b", "x"]);
  });

  it("W11 a sheet that is filled to millions of cells is refused, not read for minutes", async () => {
    const { book, sheet } = bookOf([["a"]]);
    for (let row = 0; row < 1_048_576; row += 4096) for (const column of [0, 99]) sheet.put(row, column, { value: "x" });
    const pane = await open(book);
    expect(await refusalOf(pane.read(idOf(book)))).toBe("too-large: cells > 5,000,000");
  });

  it("W12 merged areas are never asked for, however many there are", async () => {
    const { book, sheet } = bookOf(Array.from({ length: 1200 }, (_, row) => [row % 2 === 0 ? "順調" : "", `${row}`]));
    sheet.merges = Array.from({ length: 600 }, (_, index) => ({ row: index * 2, column: 0, rows: 2, columns: 1 }));
    book.undo = ["edit"];
    const pane = await open(book, { api: "1.14" });
    expect((await pane.read(idOf(book))).rowCount).toBe(1200);
    expect(book.undo).toEqual(["edit"]);
  });

  it("W13 broken names and links to other workbooks stay as they are and change nothing", async () => {
    const { book, sheet } = bookOf([["順調"], [""]]);
    book.names = ["=#REF!$A$1", "='[他のブック.xlsx]表'!$A$1"].map((formula, index) => ({ name: `名前${index}`, formula, visible: true }));
    sheet.put(1, 0, { value: "順調でない", formula: "='[他のブック.xlsx]表'!$A$1" });
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const grid = await pane.read(idOf(book));
    expect([grid.value(0, 0), grid.value(1, 0), pane.excel.snapshot()]).toEqual(["順調", "順調でない", before]);
  });

  it("the date system is asked for only where the sheet shows a date", async () => {
    const { book, sheet } = bookOf([[46_024, 120]]);
    book.date1904 = true;
    const pane = await open(book);
    expect((await pane.read(idOf(book))).date1904).toBe(false);
    expect(pane.log.roundTrips).toHaveLength(2);
    sheet.put(0, 0, { format: 'm"月"d"日"' });
    const grid = await pane.read(idOf(book));
    expect([grid.date1904, grid.numberFormat(0, 0), grid.numberFormat(0, 1)]).toEqual([true, 'm"月"d"日"', "General"]);
    expect(pane.log.roundTrips).toHaveLength(5);
  });
});

it("#2824 where Excel tells General in Japanese, numbers are no dates and dates are", async () => {
  const { book, sheet } = bookOf([[3, 46_024, 0.5]]);
  sheet.put(0, 1, { format: 'm"月"d"日"' });
  sheet.put(0, 2, { format: 'General"件"' });
  const pane = await open(book);
  pane.host.spelling.general = "G/標準";
  const grid = await pane.read(idOf(book));
  const [small] = await pane.readSmall([idOf(book)]);
  const formats = ["General", 'm"月"d"日"', 'General"件"'];
  for (const one of [grid, small]) expect(formats.map((_, column) => one?.numberFormat(0, column))).toEqual(formats);
  sheet.put(0, 1, { value: "1-2" });
  pane.log.restart();
  await pane.read(idOf(book));
  expect(pane.log.roundTrips).toHaveLength(2);
});

describe("what a check can do without", () => {
  it.each(["GeneralException", "InvalidOperation", "ApiNotFound", "AccessDenied"])("a date system that cannot be asked (%s) is assumed, and that is told", async (code) => {
    const { book, sheet } = bookOf([[46_024]]);
    sheet.put(0, 0, { format: "yyyy/m/d" });
    const pane = await open(book);
    pane.host.faults.failMember("Functions.Date", code);
    const grid = await pane.read(idOf(book));
    expect([grid.value(0, 0), grid.date1904, pane.told.assumed]).toEqual([46_024, false, ["date-system"]]);
  });

  it("the end of a cell edit is waited for before the date system", async () => {
    const { book, sheet } = bookOf([[46_024]]);
    sheet.put(0, 0, { format: "yyyy/m/d" });
    book.date1904 = true;
    const pane = await open(book);
    pane.host.faults.failRequest(3, "InvalidOperationInCellEditMode");
    expect([(await pane.read(idOf(book))).date1904, pane.told.waits, pane.told.assumed]).toEqual([true, ["short", false], []]);
  });
});

describe("rich values", () => {
  it("an entity reads as the error that Excel shows to programs, never as an empty cell or a text", async () => {
    const { book, sheet } = bookOf([["順調", "x"]]);
    sheet.put(0, 1, { value: { error: "#VALUE!" }, rich: "公園" });
    const pane = await open(book);
    expect((await pane.read(idOf(book))).value(0, 1)).toEqual({ error: "#VALUE!" });
    expect(await pane.readCells(idOf(book), [{ row: 0, column: 1 }])).toEqual([{ error: "#VALUE!" }]);
  });
});

describe("H6 a sheet above the limits of one response", () => {
  it("20,000 rows come in eight round trips and little more bytes than their values, since types and formats are asked for only where a value leaves them open", async () => {
    const book = largeBook(20_000);
    const values = Buffer.byteLength(JSON.stringify(largeRows(20_000)));
    const pane = await open(book);
    const { rowCount } = await pane.read(idOf(book));
    const { roundTrips } = pane.log;
    const bytes = roundTrips.map(({ bytesOut }) => bytesOut);
    console.info(`20,000 rows: ${roundTrips.length} round trips, ${bytes.map((each) => Math.round(each / 1000)).join("+")} kB`);
    expect(rowCount).toBe(20_000);
    expect(roundTrips.every(({ error }) => error === undefined)).toBe(true);
    expect(roundTrips.length).toBeLessThanOrEqual(8);
    expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(1.15 * values);
    expect(Math.max(...bytes)).toBeLessThan(1_500_000);
  });

  it.each(["error", "null"] as const)("dates, errors, rich values, and texts like them are told apart wherever they stand, also in a block that is too large (answer: %s)", async (tooLarge) => {
    const book = largeBook(2000);
    const sheet = book.active;
    const odd = [{ value: 46_024, format: "yyyy/m/d" }, { value: { error: "#REF!" } }, { value: "#REF!" }, { value: true }, { value: { error: "#VALUE!" }, rich: "公園" }, { value: 0.5, format: "0%" }];
    const places = odd.flatMap((cell, index) => [0, 1, 700, 1999].map((row) => ({ row: Math.min(row + index * 8, 1999), column: index + 1, cell })));
    for (const { row, column, cell } of places) sheet.put(row, column, cell);
    sheet.put(1000, 13, { value: 46_025, format: "m/d" });
    const pane = await open(book, { limits: { responseBytes: 60_000, tooLarge } });
    const grid = await pane.read(idOf(book));
    for (const { row, column, cell } of places) expect([grid.value(row, column), grid.numberFormat(row, column)]).toEqual([cell.value, cell.format ?? "General"]);
    expect([grid.value(1000, 13), grid.numberFormat(1000, 13), grid.value(999, 11)]).toEqual([46_025, "m/d", 7]);
  });

  it.each(["error", "null"] as const)("halves a block that was too large (answer: %s)", async (tooLarge) => {
    const book = largeBook(300);
    const pane = await open(book, { limits: { responseBytes: 20_000, tooLarge } });
    const grid = await pane.read(idOf(book));
    expect([grid.rowCount, grid.value(299, 1), grid.value(150, 11)]).toEqual([300, "300-1", 7]);
    const { progress } = pane.told;
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(progress.at(-1)).toBe(1);
  });

  it("a row that no response can hold is refused", async () => {
    const { book } = bookOf([["順".repeat(30_000)]]);
    const pane = await open(book, { limits: { responseBytes: 40_000, tooLarge: "error" } });
    expect(await refusalOf(pane.read(idOf(book)))).toMatch(/^too-large: /);
  });

  it("a cancel is heard between blocks", async () => {
    const controller = new AbortController();
    const book = largeBook(300);
    const pane = await open(book, { limits: { responseBytes: 40_000, tooLarge: "error" } });
    let begun: () => void = () => undefined;
    const third = new Promise<void>((resolve) => (begun = resolve));
    pane.host.faults.before(3, () => begun());
    const reading = refusalOf(pane.read(idOf(book), { signal: controller.signal }));
    await third;
    controller.abort();
    expect(await reading).toBe("cancelled");
    expect(pane.told.progress.at(-1) ?? 0).toBeLessThan(1);
  });
});

describe("errors while reading", () => {
  it.each(["RequestAborted", "GeneralException", "InvalidRequestContext", "ServiceNotAvailable"])("H8 %s is tried again twice", async (code) => {
    const { book } = bookOf([["a"]]);
    const pane = await open(book);
    pane.host.faults.failRequest(1, code, { times: 2 });
    expect((await pane.read(idOf(book))).value(0, 0)).toBe("a");
    pane.host.faults.restart();
    pane.host.faults.failRequest(1, code, { times: 3 });
    expect(await refusalOf(pane.read(idOf(book)))).toMatch(/^interrupted: /);
  });

  it("H1 waits while a cell is edited, and says so", async () => {
    const { book } = bookOf([["a"]]);
    const pane = await open(book);
    pane.host.cellEditMode = true;
    const reading = pane.read(idOf(book), { signal: new AbortController().signal });
    await expect.poll(() => pane.told.waits).toEqual(["short"]);
    pane.host.cellEditMode = false;
    expect((await reading).value(0, 0)).toBe("a");
    expect(pane.told.waits).toEqual(["short", false]);
  });

  it("H1 waiting can be cancelled; H2 without that it ends with a reason", async () => {
    const controller = new AbortController();
    const { book } = bookOf([["a"]]);
    const pane = await open(book);
    pane.host.cellEditMode = true;
    const reading = refusalOf(pane.read(idOf(book), { signal: controller.signal }));
    await expect.poll(() => pane.told.waits).toEqual(["short"]);
    controller.abort();
    expect(await reading).toBe("cancelled");
    expect(await refusalOf(pane.read(idOf(book)))).toBe("editing");
    pane.host.cellEditMode = false;
  });

  it("H2 a wait that lasts gets other advice, since something else may be the reason", async () => {
    const { book } = bookOf([["a"]]);
    const pane = new ExcelPane((await open(book)).excel, { editingPatience: 60 });
    pane.host.cellEditMode = true;
    const reading = pane.read(idOf(book), { signal: new AbortController().signal });
    await expect.poll(() => pane.told.waits).toEqual(["short", "long"]);
    pane.host.cellEditMode = false;
    await reading;
    expect(pane.told.waits).toEqual(["short", "long", false]);
  });

  it("H2 InvalidOperation, which is no cell edit, is tried again briefly and then refused as such", async () => {
    const { book } = bookOf([["a"]]);
    const pane = await open(book);
    pane.host.faults.failRequest(1, "InvalidOperation", { times: 2 });
    expect((await pane.read(idOf(book))).value(0, 0)).toBe("a");
    pane.host.faults.restart();
    pane.host.faults.failRequest(1, "InvalidOperation", { times: 100 });
    expect(await refusalOf(pane.read(idOf(book), { signal: new AbortController().signal }))).toMatch(/^busy: InvalidOperation/);
    expect(pane.told.waits).toEqual([]);
  });

  it("W15 a workbook that may not be read is refused as such, not as a protected sheet", async () => {
    const { book } = bookOf([["a"]]);
    const pane = await open(book);
    pane.host.faults.failMember("Range.Values", "AccessDenied");
    expect(await refusalOf(pane.read(idOf(book)))).toMatch(/^denied: AccessDenied/);
    expect(await refusalOf(pane.readCells(idOf(book), [{ row: 0, column: 0 }]))).toMatch(/^denied: /);
  });

  it("H4 a sheet may be renamed and moved; one that is deleted meanwhile is refused", async () => {
    const { book, sheet } = bookOf([["a"]]);
    const other = book.addSheet("次");
    other.put(0, 0, { value: "b" });
    const pane = await open(book);
    pane.host.faults.before(2, () => {
      book.rename(sheet, "新しい名前");
      book.move(sheet, 1);
    });
    expect((await pane.read(sheet.id)).value(0, 0)).toBe("a");
    pane.host.faults.restart();
    pane.host.faults.before(2, () => book.deleteSheet(other));
    expect(await refusalOf(pane.read(other.id))).toBe("sheet-gone");
  });
});

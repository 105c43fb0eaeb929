import { expect, it, vi } from "vitest";
import type { Change } from "../../../src/core/model/changes.ts";
import { ExcelActiveSheet } from "../../../src/hosts/excel/active-sheet.ts";
import { bookOf } from "../../excel-host/blank-pane.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { listPlan, write } from "./own-plan.ts";
import { excelPanes, refusalOf, type ExcelPane } from "./open-excel.ts";

const open = excelPanes();

async function listening(book: Book, api?: string, references: "A1" | "R1C1" = "A1"): Promise<{ readonly pane: ExcelPane; readonly end: () => void }> {
  const pane = await open(book, api === undefined ? {} : { api }, "new");
  pane.host.spelling.references = references;
  const end = await pane.listen();
  await expect.poll(() => pane.log.roundTrips.length).toBe(3);
  // Office.js attaches a handler when the answer arrives. Answers come in order, so it is attached after one more.
  await pane.sheets();
  return { pane, end };
}

const fixGroup = (book: Book, from: string, to: string): readonly Change[] => [
  { kind: "edit-cells", sheet: book.active.id, edits: [0, 1].map((row) => ({ at: { row, column: 0 }, from, to })) },
];

it.each(["1.9", "1.14"])("H12 edits of people are told, our own are not (ExcelApi %s)", async (api) => {
  const { book, sheet } = bookOf([["a"], ["a"]]);
  const { pane } = await listening(book, api);
  pane.excel.type("A1", "a");
  pane.excel.typeElsewhere("B7", "x");
  await expect.poll(() => pane.told.edits).toEqual([sheet.id, sheet.id]);
  await pane.apply(fixGroup(book, "a", "b"));
  pane.host.as("user", () => book.insertRows(sheet, 5, 1));
  await expect.poll(() => pane.told.edits).toHaveLength(3);
  pane.excel.type("A1:B2", "c");
  await expect.poll(() => pane.told.edits).toHaveLength(4);
});

it("H12 a person who writes what we just wrote is told the second time", async () => {
  const { book } = bookOf([["a"], ["a"]]);
  const { pane } = await listening(book);
  await pane.apply(fixGroup(book, "a", "b"));
  pane.excel.type("A1", "b");
  await expect.poll(() => pane.told.edits).toHaveLength(1);
});

it("selections are told with their first cell, our own are not", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const { pane } = await listening(book);
  await pane.select(sheet.id, { row: 3, column: 2 });
  expect(book.selection).toMatchObject({ row: 3, column: 2 });
  pane.excel.select("B2:C5");
  pane.excel.select("4:5");
  await expect.poll(() => pane.told.selections).toEqual([[sheet.id, { row: 1, column: 1 }], [sheet.id, { row: 3, column: 0 }]]);
});

it("#1831 whole rows and columns are told with their first cell also where Excel numbers columns", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const { pane } = await listening(book, "1.9", "R1C1");
  for (const address of ["4:4", "B2", "4:5", "7:7", "C:D"]) pane.excel.select(address);
  await expect.poll(() => pane.told.selections).toEqual([{ row: 3, column: 0 }, { row: 1, column: 1 }, { row: 3, column: 0 }, { row: 6, column: 0 }, { row: 0, column: 2 }].map((place) => [sheet.id, place]));
});

it("selections are told also where the workbook has had no sheet to ask how columns are told, only charts", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const pane = await open(book, {}, "new");
  pane.host.faults.failMember("WorksheetCollection.GetFirst", "ItemNotFound");
  await pane.listen();
  await expect.poll(() => pane.log.roundTrips.length).toBe(4);
  await pane.sheets();
  pane.excel.select("B2");
  await expect.poll(() => pane.told.selections).toEqual([[sheet.id, { row: 1, column: 1 }]]);
});

/** The time in which the stand-in reports what was selected. */
const reporting = () => new Promise((resolve) => setTimeout(resolve, 60));

it("a selection of ours that Excel does not report, of a cell selected already, hides none of the user's", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const { pane } = await listening(book);
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  await pane.select(sheet.id, { row: 3, column: 2 });
  await pane.select(sheet.id, { row: 3, column: 2 });
  await reporting();
  clock.mockReturnValue(5_000);
  pane.excel.select("B2");
  pane.excel.select("C4");
  await expect.poll(() => pane.told.selections).toEqual([[sheet.id, { row: 1, column: 1 }], [sheet.id, { row: 3, column: 2 }]]);
  clock.mockRestore();
});

it("our own selections are not told however late Excel reports them", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const { pane } = await listening(book);
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  for (const row of [3, 5]) await pane.select(sheet.id, { row, column: 2 });
  clock.mockReturnValue(60_000);
  await reporting();
  expect(pane.told.selections).toEqual([]);
  clock.mockRestore();
});

it("a report that overtakes those of our own selections makes none of them the user's", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const { pane } = await listening(book);
  for (const row of [3, 5, 3]) await pane.select(sheet.id, { row, column: 2 });
  // Comes before the reports of the three, and is taken for the first.
  pane.excel.select("C4");
  await reporting();
  expect(pane.told.selections.filter(([, { row }]) => row === 5)).toEqual([]);
});

it("after the end nothing is told and Excel holds no handler", async () => {
  const { book } = bookOf([["a"]]);
  const { pane, end } = await listening(book);
  end();
  await expect.poll(() => pane.log.roundTrips.length).toBe(7);
  pane.excel.type("A1", "x");
  expect(pane.told.edits).toEqual([]);
});

it("results of formulas that change without an edit are told", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const other = book.addSheet("次");
  const { pane } = await listening(book);
  pane.host.as("user", () => book.calculate(other, { row: 0, column: 0, rows: 1, columns: 1 }, 5));
  pane.host.as("user", () => book.calculate(sheet, { row: 0, column: 0, rows: 1, columns: 1 }, "b"));
  await expect.poll(() => pane.told.edits).toEqual([other.id, sheet.id]);
});

it("handlers that Excel forgot without a word: the sheet is known to differ from its last reading, in two round trips that write nothing, and they are registered anew", async () => {
  const { book, sheet } = bookOf([["a", 1]]);
  const { pane } = await listening(book);
  const { excel, host } = pane;
  const workbook = await pane.opened;
  const differs = () => excel.evaluate(() => workbook.differs(sheet.id));
  expect(await differs()).toBe(false);
  await pane.read(sheet.id);
  host.forgetHandlers();
  pane.log.restart();
  expect([await differs(), pane.log.roundTrips.map(({ writes }) => writes)]).toEqual([false, [false, false]]);
  excel.type("A1", "b");
  expect([await differs(), pane.told.edits]).toEqual([true, []]);
  await excel.evaluate(() => workbook.listenAgain());
  await expect.poll(() => (["DataChanged", "Calculated", "SelectionChanged"] as const).every((event) => host.tells(event))).toBe(true);
  await pane.read(sheet.id);
  excel.type("A1", "c");
  excel.select("B7");
  await expect.poll(() => [pane.told.edits, pane.told.selections]).toEqual([[sheet.id], [[sheet.id, { row: 6, column: 1 }]]]);
});

it("what no event tells, a number format and a hidden row, makes a sheet differ; a cell that is edited gives no answer at once", async () => {
  const { book, sheet } = bookOf([["a", 1], ["b", 2]]);
  const pane = await open(book);
  const workbook = await pane.opened;
  const differs = () => pane.excel.evaluate(() => workbook.differs(sheet.id));
  await pane.read(sheet.id);
  sheet.hiddenRows.add(1);
  expect(await differs()).toBe(true);
  sheet.hiddenRows.delete(1);
  expect(await differs()).toBe(false);
  sheet.put(0, 1, { value: 1, format: "0.0" });
  expect(await differs()).toBe(true);
  pane.host.cellEditMode = true;
  expect([await refusalOf(differs()), pane.told.waits]).toEqual(["editing", []]);
  pane.host.cellEditMode = false;
});

it("an activation is asked for, not believed: one of a sheet behind, or of one in the making, is none", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const behind = book.addSheet("裏");
  const pane = await open(book, {}, "new");
  const told: string[] = [];
  await pane.excel.evaluate(() => new ExcelActiveSheet({}).onChange((id) => told.push(id)));
  await expect.poll(() => pane.host.tells("Activated")).toBe(true);
  await pane.sheets();
  pane.host.as("user", () => book.note({ kind: "activated", sheetId: behind.id, left: sheet.id }));
  await expect.poll(() => told).toEqual([sheet.id]);
  const making = book.addSheet("Tenken 0123abcd");
  pane.host.as("user", () => book.activate(making));
  pane.host.as("user", () => book.activate(behind));
  await expect.poll(() => told.at(-1)).toBe(behind.id);
  expect(told).not.toContain(making.id);
});

it("a sheet of ours in the making that is in front is nobody's sheet", async () => {
  const { book } = bookOf([["a"]]);
  const pane = await open(book, {}, "new");
  const told: string[] = [];
  await pane.excel.evaluate(() => new ExcelActiveSheet({}).onChange((id) => told.push(id)));
  await expect.poll(() => pane.host.tells("Activated")).toBe(true);
  await pane.sheets();
  const before = pane.log.roundTrips.length;
  pane.host.as("user", () => book.activate(book.addSheet("Tenken 0123abcd")));
  await expect.poll(() => pane.log.roundTrips.length).toBe(before + 1);
  await pane.sheets();
  expect(told).toEqual([]);
});

it("a sheet that we make with frozen rows behind the user's brings nothing else to the front", async () => {
  const { book, sheet } = bookOf([["a"]]);
  book.freezingActivates = true;
  const pane = await open(book, {}, "new");
  const told: string[] = [];
  await pane.excel.evaluate(() => new ExcelActiveSheet({}).onChange((id) => told.push(id)));
  await expect.poll(() => pane.host.tells("Activated")).toBe(true);
  await pane.apply([write(listPlan("totals", "集計"))]);
  await expect.poll(() => told).not.toEqual([]);
  expect(new Set(told)).toEqual(new Set([sheet.id]));
});

it("a chart alone in front is no sheet that Excel names", async () => {
  const { book } = bookOf([["a"]]);
  book.isChartInFront = true;
  const pane = await open(book, {}, "new");
  expect(await refusalOf(pane.excel.evaluate(() => new ExcelActiveSheet({}).read()))).toBe("sheet-gone");
});

it.each(["AccessDenied", "ItemNotFound", "GeneralException"])("the sheet in front is asked for with a reason where there is none (%s)", async (code) => {
  const { book } = bookOf([["a"]]);
  const pane = await open(book, {}, "new");
  pane.host.faults.failMember("WorksheetCollection.GetActiveWorksheet", code);
  expect(await refusalOf(pane.excel.evaluate(() => new ExcelActiveSheet({ retryPause: 1 }).read()))).toMatch(/^(denied|sheet-gone|interrupted)/);
});

it("H5 another workbook in front, a hidden sheet, a cell edit: each has its reason", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const hidden = book.addSheet("裏");
  hidden.visibility = "Hidden";
  const pane = await open(book);
  const select = (id: string) => refusalOf(pane.select(id, { row: 0, column: 0 }));
  pane.host.otherWorkbookInFront = true;
  expect(await select(sheet.id)).toBe("not-in-front");
  pane.host.otherWorkbookInFront = false;
  expect(await select(hidden.id)).toBe("hidden-sheet: 裏");
  hidden.visibility = "VeryHidden";
  expect(await select(hidden.id)).toBe("very-hidden-sheet: 裏");
  expect(await select("{gone}")).toBe("sheet-gone");
  pane.host.cellEditMode = true;
  expect(await select(sheet.id)).toBe("editing");
  pane.host.cellEditMode = false;
});

it("a jump tells what hides its cell, in its one round trip, and shows nothing that was hidden", async () => {
  const { book, sheet } = bookOf([["a"]]);
  sheet.hiddenRows.add(2);
  sheet.hiddenColumns.add(3);
  const pane = await open(book);
  const jump = (row: number, column: number) => pane.select(sheet.id, { row, column });
  expect([await jump(2, 0), await jump(0, 3), await jump(2, 3), await jump(1, 1)]).toEqual(["row", "column", "row", undefined]);
  expect(pane.log.roundTrips).toHaveLength(4);
  expect([[...sheet.hiddenRows], [...sheet.hiddenColumns]]).toEqual([[2], [3]]);
});

it("the first cell that can be seen is found among hidden rows, columns and sheets, a hundred in a round trip", async () => {
  const { book, sheet } = bookOf([["a"]]);
  const behind = book.addSheet("裏");
  behind.visibility = "Hidden";
  for (let row = 0; row < 150; row++) sheet.hiddenRows.add(row);
  sheet.hiddenColumns.add(3);
  const pane = await open(book);
  const hidden = [{ row: 200, column: 3 }, { row: 200, column: 0, sheet: { id: behind.id, name: "裏" } }, ...Array.from({ length: 150 }, (_, row) => ({ row, column: 0 }))];
  expect(await pane.firstVisible(sheet.id, [...hidden, { row: 200, column: 0 }])).toBe(152);
  expect(pane.log.roundTrips).toHaveLength(2);
  expect(await pane.firstVisible(sheet.id, hidden)).toBe(-1);
});

it("H9 texts are kept in the document under a name, found after the pane was opened anew, and removed", async () => {
  const { book } = bookOf();
  const pane = await open(book, {}, "new");
  expect(await pane.recall("mends")).toBeUndefined();
  await pane.remember("mends", '[{"at":"A1"}]');
  await pane.remember("other", "x");
  await pane.remember("other", undefined);
  expect([...book.settings.keys()]).toEqual(["mends"]);
  expect(await (await open(book, {}, "new")).recall("mends")).toBe('[{"at":"A1"}]');
});

it("H10 an Excel below ExcelApi 1.9 is refused, naming what it lacks", async () => {
  const pane = await open(bookOf().book, { api: "1.7" });
  expect(await refusalOf(pane.opened)).toBe("unsupported: ExcelApi 1.9");
});

import { describe, expect, it, vi } from "vitest";
import type { Change, CellWrite } from "../../../src/core/model/changes.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { bookOf } from "../../excel-host/blank-pane.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { excelPanes, refusalOf } from "./open-excel.ts";

const open = excelPanes();
const at = (row: number, column = 0) => ({ row, column });

function edit(book: Book, ...edits: readonly CellWrite[]): readonly Change[] {
  return [{ kind: "edit-cells", sheet: book.active.id, edits }];
}

const fixGroup = (row: number, from: CellWrite["from"], to: CellWrite["to"], numberFormat?: string): CellWrite => ({ at: at(row), from, to, ...(numberFormat === undefined ? {} : { numberFormat }) });

describe("writing cells", () => {
  it("compares, writes, and reads back: four round trips", async () => {
    const { book, sheet } = bookOf([["順調 "], [46_024], [""]]);
    sheet.put(1, 0, { format: 'm"月"d"日"' });
    const pane = await open(book);
    const applied = await pane.apply(edit(book, fixGroup(0, "順調 ", "順調"), fixGroup(1, 46_024, "1-2", "@"), fixGroup(2, undefined, "p.3")));
    expect(pane.log.roundTrips.map(({ writes }) => writes)).toEqual([false, false, true, false]);
    expect(applied.clashes).toEqual([]);
    expect(applied.written.map(({ to, formerFormat }) => [to, formerFormat])).toEqual([["順調", "General"], ["1-2", 'm"月"d"日"'], ["p.3", "General"]]);
    expect([0, 1, 2].map((row) => [sheet.cell(row, 0).value, sheet.cell(row, 0).format])).toEqual([["順調", "General"], ["1-2", "@"], ["p.3", "General"]]);
    expect(pane.log.cells.map(({ address, what }) => [address, what])).toEqual([["A1", "value"], ["A2", "format"], ["A2", "value"], ["A3", "value"]]);
  });

  it("H13 a fix can be taken back to a number with its old format", async () => {
    const { book, sheet } = bookOf([[46_024]]);
    sheet.put(0, 0, { format: 'm"月"d"日"' });
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const { written } = await pane.apply(edit(book, fixGroup(0, 46_024, "1-2", "@")));
    await pane.apply(edit(book, fixGroup(0, "1-2", 46_024, written[0]?.formerFormat)));
    expect(pane.excel.snapshot()).toEqual(before);
  });

  it.each(["=1+1", "+1", "-1", "@A1", "＝1", "'x", "\tx"])("the text %j stays a text", async (text) => {
    const { book, sheet } = bookOf([["a"]]);
    const pane = await open(book);
    const { clashes } = await pane.apply(edit(book, fixGroup(0, "a", text)));
    expect([clashes, sheet.cell(0, 0).value, sheet.cell(0, 0).formula, sheet.cell(0, 0).format]).toEqual([[], text, undefined, "@"]);
  });

  it.each(["1", "1-2", "2026/1/2", "50%", "TRUE", "#N/A", "(3)", "Jan 5"])("the text %j stays a text, and the cell keeps its format", async (text) => {
    const { book, sheet } = bookOf([["a"]]);
    const pane = await open(book);
    const { clashes } = await pane.apply(edit(book, fixGroup(0, "a", text)));
    expect([clashes, sheet.cell(0, 0).value, sheet.cell(0, 0).format]).toEqual([[], text, "General"]);
  });

  it("a formula is never written over, whatever its value: nothing is written", async () => {
    const { book, sheet } = bookOf([["x "], ["順調 "]]);
    sheet.put(1, 0, { formula: '="順調 "' });
    const pane = await open(book);
    const before = pane.excel.snapshot();
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "x ", "x"), fixGroup(1, "順調 ", "順調"))))).toBe("formula: A2");
    expect([pane.excel.snapshot(), pane.log.cells]).toEqual([before, []]);
  });

  it("a text that moves leaves its cell only once it stands in the new one", async () => {
    const { book, sheet } = bookOf([["x "], ["label"], [""], ["y "]]);
    sheet.merges = [{ row: 1, column: 0, rows: 2, columns: 1 }];
    const pane = await open(book);
    const before = pane.excel.snapshot();
    const move = [fixGroup(1, "label", ""), fixGroup(2, undefined, "label")];
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "x ", "x"), ...move, fixGroup(3, "y ", "y"))))).toBe("covered: A3");
    expect(pane.excel.snapshot()).toEqual(before);
    sheet.merges = [];
    await pane.apply(edit(book, ...move));
    expect([sheet.cell(1, 0).value, sheet.cell(2, 0).value]).toEqual([undefined, "label"]);
  });

  it("the cells are told before the first is written; where that fails, nothing is written", async () => {
    const { book, sheet } = bookOf([["a "], ["b "]]);
    const pane = await open(book);
    const plan = edit(book, fixGroup(0, "a ", "a"), fixGroup(1, "b ", "b"));
    expect(await refusalOf(pane.apply(plan, { beforeWriting: () => Promise.reject(new Refusal("read-only")) }))).toBe("read-only");
    expect([sheet.cell(0, 0).value, pane.log.cells]).toEqual(["a ", []]);
    await pane.apply(plan, { beforeWriting: (cells) => pane.remember("told", JSON.stringify(cells.map(({ to }) => to))) });
    expect(await pane.recall("told")).toBe('["a","b"]');
    expect(sheet.cell(1, 0).value).toBe("b");
  });

  it("what a cell holds already is not written", async () => {
    const { book } = bookOf([["順調"], ["a"]]);
    const pane = await open(book);
    expect((await pane.apply(edit(book, fixGroup(0, "順調", "順調")))).written).toHaveLength(1);
    expect([pane.log.roundTrips.length, pane.log.cells.length]).toEqual([1, 0]);
    await pane.apply(edit(book, fixGroup(1, "a", "b"), fixGroup(1, "b", "c")));
    expect(book.active.cell(1, 0).value).toBe("c");
  });

  it("W5 filtered rows: cells go one by one, and only those", async () => {
    const { book, sheet } = bookOf([["見出し"], ["a"], ["b"], ["c"], ["d"]]);
    sheet.filter = { row: 0, column: 0, rows: 5, columns: 1 };
    sheet.hiddenRows.add(2).add(3);
    const pane = await open(book);
    await pane.apply(edit(book, fixGroup(1, "a", "1"), fixGroup(2, "b", "2", "@"), fixGroup(4, "d", "4", "@")));
    expect([1, 2, 3, 4].map((row) => sheet.cell(row, 0).value)).toEqual(["1", "2", "c", "4"]);
  });

  it("2,500 cells go in five requests", async () => {
    const { book, sheet } = bookOf(Array.from({ length: 2500 }, () => ["順調 "]));
    const pane = await open(book);
    const all = Array.from({ length: 2500 }, (_, row) => fixGroup(row, "順調 ", "順調"));
    expect((await pane.apply(edit(book, ...all))).clashes).toEqual([]);
    expect(sheet.cell(2499, 0).value).toBe("順調");
    console.info(`2,500 cells: ${pane.log.roundTrips.map(({ bytesIn }) => Math.round(bytesIn / 1000)).join("+")} kB sent`);
    expect(pane.log.roundTrips.filter(({ writes }) => writes)).toHaveLength(5);
  });
});

describe("somebody else works too", () => {
  it("H3 a row inserted after the check: nothing is written, the first cell that differs is named", async () => {
    const { book, sheet } = bookOf([["a"], ["b "], ["c "]]);
    const pane = await open(book);
    pane.host.faults.before(1, () => book.insertRows(sheet, 1, 1));
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a", "x"), fixGroup(1, "b ", "b"), fixGroup(2, "c ", "c"))))).toBe("moved: A2");
    expect(pane.log.cells).toEqual([]);
  });

  it("a co-author who writes in between is seen when the cells are read back", async () => {
    const { book, sheet } = bookOf([["a"], ["b"]]);
    const pane = await open(book);
    pane.host.faults.before(4, () => sheet.put(1, 0, { value: "他人" }));
    expect((await pane.apply(edit(book, fixGroup(0, "a", "x"), fixGroup(1, "b", "y")))).clashes).toEqual([{ at: at(1) }]);
  });

  it("H1 a cell edit between comparing and writing: the cells are compared again before they are written", async () => {
    const { book, sheet } = bookOf([["a "]]);
    const pane = await open(book);
    pane.host.faults.failRequest(3, "InvalidOperationInCellEditMode");
    pane.host.faults.before(4, () => sheet.put(0, 0, { value: "利用者の入力" }));
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a ", "a"))))).toBe("moved: A1");
    expect(sheet.cell(0, 0).value).toBe("利用者の入力");
    pane.host.faults.restart();
    pane.host.faults.failRequest(3, "InvalidOperationInCellEditMode");
    await pane.apply(edit(book, fixGroup(0, "利用者の入力", "a")));
    expect(sheet.cell(0, 0).value).toBe("a");
  });

  it("H1 a plan that is cancelled while a cell is edited never lands", async () => {
    const controller = new AbortController();
    const { book, sheet } = bookOf([["a "]]);
    const pane = await open(book);
    pane.host.cellEditMode = true;
    const applying = refusalOf(pane.apply(edit(book, fixGroup(0, "a ", "a")), { signal: controller.signal }));
    await expect.poll(() => pane.told.waits).toEqual(["short"]);
    controller.abort();
    expect(await applying).toBe("cancelled");
    pane.host.cellEditMode = false;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sheet.cell(0, 0).value).toBe("a ");
  });

  it("H11 a second plan waits for the first, and is compared with what that left", async () => {
    const { book, sheet } = bookOf([["a"]]);
    const pane = await open(book);
    const both = [pane.apply(edit(book, fixGroup(0, "a", "b"))), pane.apply(edit(book, fixGroup(0, "a", "c")))];
    expect(await Promise.all(both.map(refusalOf))).toEqual(["done", "moved: A1"]);
    expect(sheet.cell(0, 0).value).toBe("b");
  });
});

describe("what cannot be written", () => {
  it("W3 a protected sheet is named; W15 a read-only workbook is said", async () => {
    const { book, sheet } = bookOf([["a"]]);
    const pane = await open(book);
    sheet.protection = { password: "x" };
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a", "b"))))).toBe("protected: 評価表");
    sheet.protection = undefined;
    book.readOnly = true;
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a", "b"))))).toBe("read-only");
    expect([pane.log.roundTrips.some(({ writes }) => writes), sheet.cell(0, 0).value]).toEqual([false, "a"]);
  });

  it("H4 a sheet deleted before the plan, or in its midst", async () => {
    const { book } = bookOf([["a"]]);
    const other = book.addSheet("次");
    other.put(0, 0, { value: "a" });
    const pane = await open(book);
    pane.host.faults.before(3, () => book.deleteSheet(other));
    expect(await refusalOf(pane.apply([{ kind: "edit-cells", sheet: other.id, edits: [fixGroup(0, "a", "b")] }]))).toBe("sheet-gone");
    expect(await refusalOf(pane.apply([{ kind: "edit-cells", sheet: "{gone}", edits: [fixGroup(0, "a", "b")] }]))).toBe("sheet-gone");
  });

  it.each(["RequestAborted", "GeneralException"])("H8 a write that fails with %s is not repeated; whether it was done is found out", async (code) => {
    const { book, sheet } = bookOf([["a"], ["b"]]);
    const pane = await open(book);
    pane.host.faults.failRequest(3, code);
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a", "x"), fixGroup(1, "b", "y"))))).toBe(`interrupted: ${code}`);
    expect(sheet.cell(0, 0).value).toBe("a");
    pane.host.faults.restart();
    pane.host.faults.failRequest(3, code, { done: true });
    expect((await pane.apply(edit(book, fixGroup(0, "a", "x"), fixGroup(1, "b", "y")))).clashes).toEqual([]);
    expect(pane.log.roundTrips.filter(({ writes }) => writes)).toHaveLength(2);
  });

  it("H7 cells that were written and cannot be read back: the refusal says that nobody knows how far it came", async () => {
    const { book, sheet } = bookOf([["a"], ["b"]]);
    const pane = await open(book);
    pane.host.faults.failRequest(4, "GeneralException", { times: 9 });
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a", "x"), fixGroup(1, "b", "y"))))).toBe("interrupted: GeneralException, ?/2");
    expect(sheet.cell(1, 0).value).toBe("y");
    pane.host.faults.restart();
    pane.host.faults.failRequest(3, "GeneralException", { times: 9, done: true });
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "x", "a"), fixGroup(1, "y", "b"))))).toBe("interrupted: GeneralException, ?/2");
  });

  it("H7 a failure in the middle tells how far it came, and the rest can be done later", async () => {
    const { book, sheet } = bookOf([["a"], ["b"], ["c"]]);
    const pane = await open(book);
    pane.host.faults.failWrite(3, "GeneralException");
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a", "x"), fixGroup(1, "b", "y"), fixGroup(2, "c", "z"))))).toMatch(/^interrupted: GeneralException.*2\/3$/);
    await pane.apply(edit(book, fixGroup(0, "x", "x"), fixGroup(1, "y", "y"), fixGroup(2, "c", "z")));
    expect([0, 1, 2].map((row) => sheet.cell(row, 0).value)).toEqual(["x", "y", "z"]);
  });

  it("an error of Excel that means nothing was done keeps its own reason", async () => {
    const { book } = bookOf([["a"]]);
    const pane = await open(book);
    pane.host.faults.failWrites("InvalidSelection");
    expect(await refusalOf(pane.apply(edit(book, fixGroup(0, "a", "x"))))).toBe("not-in-front");
  });
});

describe("what Excel never answers (#4273)", () => {
  const plan = (book: Book) => edit(book, fixGroup(0, "a", "b"));

  /** A pane whose Excel falls silent after so many answers. */
  async function silentAfter(answers: number) {
    const { book, sheet } = bookOf([["a"]]);
    const pane = await open(book);
    if (answers === 0) pane.host.faults.silent = true;
    else pane.host.faults.before(answers, () => (pane.host.faults.silent = true));
    const speak = () => void (pane.host.faults.silent = false);
    return { book, pane, speak, value: () => sheet.cell(0, 0).value };
  }

  it.each([
    [0, "cancelled", "done"],
    [1, "cancelled", "done"],
    [2, "interrupted: NoAnswer, ?/1", "done"],
    [3, "interrupted: NoAnswer, ?/1", "moved: A1"],
  ])("after %d answers a plan that is cancelled says %j, and the next one runs: %j", async (answers, said, next) => {
    const { book, pane, speak, value } = await silentAfter(answers);
    const controller = new AbortController();
    const applied = refusalOf(pane.apply(plan(book), { signal: controller.signal }));
    await expect.poll(() => pane.host.faults.silent).toBe(true);
    controller.abort();
    expect(await applied).toBe(said);
    speak();
    expect([await refusalOf(pane.apply(plan(book))), value()]).toEqual([next, "b"]);
  });

  it("a plan that waits for one is cancelled at once, and the next one does not wait any more", async () => {
    const { book, pane, speak, value } = await silentAfter(2);
    const first = refusalOf(pane.apply(plan(book)));
    const controller = new AbortController();
    const second = refusalOf(pane.apply(plan(book), { signal: controller.signal }));
    await expect.poll(() => pane.host.faults.silent).toBe(true);
    controller.abort();
    expect([await second, await first]).toEqual(["cancelled", "interrupted: NoAnswer, ?/1"]);
    speak();
    expect([await refusalOf(pane.apply(plan(book))), value()]).toEqual(["done", "b"]);
  });

  it("a cancel of one that waits leaves the running one alone, which can be cancelled itself", async () => {
    const { book, pane } = await silentAfter(2);
    const [own, other] = [new AbortController(), new AbortController()];
    const first = refusalOf(pane.apply(plan(book), { signal: own.signal }));
    const second = refusalOf(pane.apply(plan(book), { signal: other.signal }));
    await expect.poll(() => pane.host.faults.silent).toBe(true);
    vi.useFakeTimers();
    other.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect([await second, await Promise.race([first, Promise.resolve("waits")])]).toEqual(["cancelled", "waits"]);
    own.abort();
    expect(await first).toBe("interrupted: NoAnswer, ?/1");
  });

  it("nor does a text that the document shall keep hold a plan that is cancelled", async () => {
    const { book, pane, value } = await silentAfter(99);
    const controller = new AbortController();
    const beforeWriting = () => new Promise<void>(() => queueMicrotask(() => controller.abort()));
    expect([await refusalOf(pane.apply(plan(book), { signal: controller.signal, beforeWriting })), value()]).toEqual(["cancelled", "a"]);
  });
});

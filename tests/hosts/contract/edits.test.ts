import { describe, expect, it } from "vitest";
import type { Change, CellWrite } from "../../../src/core/model/changes.ts";
import type { ChangeApplier, DocumentStore, SheetReader } from "../../../src/core/model/ports.ts";
import { bookOf } from "../../excel-host/blank-pane.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { snapshot } from "../../excel-host/model/snapshot.ts";
import { excelPanes, refusalOf } from "../excel/open-excel.ts";
import { MemoryWorkbook } from "../memory/memory-workbook.ts";

const openPane = excelPanes();
type Opened = SheetReader & ChangeApplier & DocumentStore;

/** The hosts of workbooks that people change meanwhile. */
const hosts: readonly (readonly [name: string, open: (book: Book) => Promise<Opened>])[] = [
  ["in memory", (book) => Promise.resolve(new MemoryWorkbook(book))],
  ["hosts/excel", (book) => openPane(book)],
];

const edit = (row: number, column: number, from: CellWrite["from"], to: CellWrite["to"], numberFormat?: string): CellWrite => ({ at: { row, column }, from, to, ...(numberFormat !== undefined && { numberFormat }) });

describe.each(hosts)("changes of cells and marks in %s", (_, open) => {
  const opened = async (change: (book: Book) => void = () => undefined) => {
    const { book, sheet } = bookOf([["順調 ", 37_258], ["p.1", "1-1"]]);
    sheet.put(0, 1, { format: "yyyy/m/d" });
    sheet.put(1, 1, { format: "@" });
    change(book);
    book.takeChanges();
    const workbook = await open(book);
    return { book, sheet, workbook, edits: (...edits: readonly CellWrite[]): Change => ({ kind: "edit-cells", sheet: sheet.id, edits }) };
  };

  it("are compared, told, and written; each cell is told with the format that it had", async () => {
    const { sheet, workbook, edits } = await opened();
    const told: unknown[] = [];
    const beforeWriting = (cells: readonly CellWrite[]) => {
      told.push(...cells, sheet.cell(0, 0).value);
      return Promise.resolve();
    };
    const plan = [edit(0, 0, "順調 ", "順調"), edit(0, 1, 37_258, "2-1-2", "@"), edit(1, 0, "p.1", "")];
    const { written, clashes } = await workbook.apply([edits(...plan)], { beforeWriting });
    expect([written.map(({ formerFormat }) => formerFormat), clashes]).toEqual([["General", "yyyy/m/d", "General"], []]);
    expect(told).toEqual([...written, "順調 "]);
    expect([[0, 0], [0, 1], [1, 0]].map(([row = 0, column = 0]) => [sheet.cell(row, column).value, sheet.cell(row, column).format])).toEqual([["順調", "General"], ["2-1-2", "@"], [undefined, "General"]]);
    await workbook.apply([edits(edit(0, 1, "2-1-2", 37_258, "yyyy/m/d"))]);
    expect(sheet.cell(0, 1)).toMatchObject({ value: 37_258, format: "yyyy/m/d" });
  });

  it.each([
    ["a cell that differs", undefined, [edit(1, 0, "p.1", "p.2"), edit(0, 0, "順調", "順調でない")], "moved: A1"],
    ["formulas, whatever their value", (book: Book) => [0, 1].map((row) => book.active.put(row, 0, { formula: '="順調 "', value: "順調 " })), [edit(1, 0, "順調 ", "p.2"), edit(1, 1, "1-1", "1-2"), edit(0, 0, "順調 ", "順調")], "formula: A2 A1"],
    ["a protected sheet", (book: Book) => Object.assign(book.active, { protection: { password: "x" } }), [edit(0, 0, "順調 ", "順調")], "protected: 評価表"],
    ["a read-only workbook", (book: Book) => Object.assign(book, { readOnly: true }), [edit(0, 0, "順調 ", "順調")], "read-only"],
  ] as const)("%s: refused, and nothing at all is written", async (_case, change, plan, reason) => {
    const { book, workbook, edits } = await opened(change);
    const before = snapshot(book);
    expect(await refusalOf(workbook.apply([edits(...plan)]))).toBe(reason);
    expect(snapshot(book)).toEqual(before);
  });

  it("are not written where telling them fails, or where the plan is cancelled", async () => {
    const { book, workbook, edits } = await opened();
    const before = snapshot(book);
    const change = edits(edit(0, 0, "順調 ", "順調"));
    await expect(workbook.apply([change], { beforeWriting: () => Promise.reject(new Error("full")) })).rejects.toThrow();
    expect(await refusalOf(workbook.apply([change], { signal: AbortSignal.abort() }))).toBe("cancelled");
    expect(snapshot(book)).toEqual(before);
  });

  it("a second edit of a cell starts from what the first one writes, and a second plan from what the first left", async () => {
    const { sheet, workbook, edits } = await opened();
    await Promise.all([workbook.apply([edits(edit(0, 0, "順調 ", "順"), edit(0, 0, "順", "順調"))]), workbook.apply([edits(edit(0, 0, "順調", "達成"))])]);
    expect(sheet.cell(0, 0).value).toBe("達成");
  });

  it("a sheet that is gone is refused", async () => {
    const { workbook } = await opened();
    expect(await refusalOf(workbook.apply([{ kind: "edit-cells", sheet: "no such id", edits: [edit(0, 0, "順調 ", "順調")] }]))).toBe("sheet-gone");
  });

  it("W6 marks stand above the user's rules, are set anew in one go, and go without a trace; a protected sheet takes none", async () => {
    const user = { type: "Custom", areas: [{ row: 0, column: 0, rows: 2, columns: 2 }], formula: "=A1>1", stopIfTrue: false, fill: "#FF0000", font: undefined };
    const { book, sheet, workbook } = await opened((each) => each.addRule(each.active, user));
    const before = snapshot(book).sheets;
    const marks = (required: readonly number[], attention: readonly number[]): Change => {
      const blocks = (rows: readonly number[]) => rows.map((row) => ({ first: { row, column: 0 }, last: { row, column: 1 } }));
      return { kind: "set-marks", sheet: sheet.id, blocks: { required: blocks(required), attention: blocks(attention) } };
    };
    await workbook.apply([marks([1], [0])]);
    await workbook.apply([marks([0, 1], [])]);
    expect(sheet.rules.map(({ formula, areas }) => [formula, areas])).toEqual([['="tenken:required"<>""', [{ row: 0, column: 0, rows: 2, columns: 2 }]], ["=A1>1", user.areas]]);
    await workbook.apply([marks([], [])]);
    expect(snapshot(book).sheets).toEqual(before);
    sheet.protection = { password: "x" };
    expect(await refusalOf(workbook.apply([marks([1], [])]))).toMatch(/^protected/);
  });

  it("texts are kept in the document under a name, for a sheet or for all, and forgotten", async () => {
    const { book, sheet, workbook } = await opened();
    await workbook.remember("tenken.a", "one");
    await workbook.remember("tenken.a", "two", sheet.id);
    expect([await workbook.recall("tenken.a"), await workbook.recall("tenken.a", sheet.id), await workbook.recall("tenken.b"), book.settings.size]).toEqual(["one", "two", undefined, 2]);
    await workbook.remember("tenken.a", undefined);
    await workbook.remember("tenken.a", undefined, sheet.id);
    expect([await workbook.recall("tenken.a", sheet.id), book.settings.size]).toEqual([undefined, 0]);
  });
});

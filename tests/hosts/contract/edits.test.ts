import { describe, expect, it } from "vitest";
import type { Change, CellWrite } from "../../../src/core/model/changes.ts";
import { refusalOf } from "../excel/open-excel.ts";
import { sheet, workbook } from "../file/make.ts";
import { implementations, type Given, type Opened } from "./implementations.ts";

const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const text = (at: string, value: string, style = 0, formula = "") => (formula === "" ? `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>` : `<c r="${at}" s="${style}" t="str"><f>${formula}</f><v>${value}</v></c>`);
const user = { type: "Custom", areas: [{ row: 0, column: 0, rows: 2, columns: 2 }], formula: "=A1>1", stopIfTrue: false, fill: "#FF0000", font: undefined };

/** A sheet of four cells: a text and a date, a text and a code. */
function given({ formulas = false, isProtected = false, isReadOnly = false, hasRule = false } = {}): Given {
  const formula = formulas ? '"順調"' : "";
  const rows = `<row r="1">${text("A1", formulas ? "順調" : "順調 ", 0, formula)}<c r="B1" s="1"><v>37258</v></c></row><row r="2">${text("A2", formulas ? "順調" : "p.1", 0, formula)}${text("B2", "1-1", 2)}</row>`;
  const after = [...(isProtected ? ['<sheetProtection sheet="1"/>'] : []), ...(hasRule ? ['<conditionalFormatting sqref="A1:B2"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>'] : [])];
  return {
    bytes: workbook({ "xl/worksheets/sheet1.xml": sheet(rows, "", after.join("")), "xl/styles.xml": styles }),
    inModel: (book) => {
      book.active.put(1, 1, { format: "@" });
      if (formulas) for (const row of [0, 1]) book.active.put(row, 0, { formula: '="順調"', value: "順調" });
      if (isProtected) book.active.protection = { password: "x" };
      if (isReadOnly) book.readOnly = true;
      if (hasRule) book.addRule(book.active, user);
    },
  };
}

const edit = (row: number, column: number, from: CellWrite["from"], to: CellWrite["to"], numberFormat?: string): CellWrite => ({ at: { row, column }, from, to, ...(numberFormat !== undefined && { numberFormat }) });

describe.each(implementations())("changes of cells and marks in %s", (name, open) => {
  const opened = async (of?: Parameters<typeof given>[0]) => {
    const all: Opened = await open(given(of));
    const valueOf = async (row: number, column: number) => (await all.book.readCells(all.id, [{ row, column }]))[0];
    return { ...all, valueOf, edits: (...edits: readonly CellWrite[]): Change => ({ kind: "edit-cells", sheet: all.id, edits }) };
  };

  it("are compared, told, and written; each cell is told with the format that it had", async () => {
    const { book, edits, valueOf, formatOf } = await opened();
    const told: unknown[] = [];
    const beforeWriting = async (cells: readonly CellWrite[]) => {
      told.push(...cells, await valueOf(0, 0));
    };
    const plan = [edit(0, 0, "順調 ", "順調"), edit(0, 1, 37_258, "2-1-2", "@"), edit(1, 0, "p.1", "")];
    const { written, clashes } = await book.apply([edits(...plan)], { beforeWriting });
    expect([written.map(({ formerFormat }) => formerFormat), clashes]).toEqual([["General", "yyyy/m/d", "General"], []]);
    expect(told).toEqual([...written, "順調 "]);
    expect([await valueOf(0, 0), await formatOf("A1"), await valueOf(0, 1), await formatOf("B1"), await valueOf(1, 0)]).toEqual(["順調", "General", "2-1-2", "@", undefined]);
    await book.apply([edits(edit(0, 1, "2-1-2", 37_258, "yyyy/m/d"))]);
    expect([await valueOf(0, 1), await formatOf("B1")]).toEqual([37_258, "yyyy/m/d"]);
  });

  it.each([
    ["a cell that differs", undefined, [edit(1, 0, "p.1", "p.2"), edit(0, 0, "順調", "順調でない")], "moved: A1"],
    ["formulas, whatever their value", { formulas: true }, [edit(1, 0, "順調", "p.2"), edit(1, 1, "1-1", "1-2"), edit(0, 0, "順調", "達成")], "formula: A2 A1"],
    ["a protected sheet", { isProtected: true }, [edit(0, 0, "順調 ", "順調")], "protected: 評価"],
    ["a read-only workbook", { isReadOnly: true }, [edit(0, 0, "順調 ", "順調")], "read-only"],
  ] as const)("%s: refused, and nothing at all is written", async (_case, of, plan, reason) => {
    // The workbench and the terminal never write to an open file itself.
    if (reason === "read-only" && !isShared(name)) return;
    const { book, edits, see } = await opened(of);
    const before = await see();
    expect(await refusalOf(book.apply([edits(...plan)]))).toBe(reason);
    expect(await see()).toEqual(before);
  });

  it("are not written where telling them fails, or where the plan is cancelled", async () => {
    const { book, edits, see } = await opened();
    const before = await see();
    const change = edits(edit(0, 0, "順調 ", "順調"));
    await expect(book.apply([change], { beforeWriting: () => Promise.reject(new Error("full")) })).rejects.toThrow();
    expect(await refusalOf(book.apply([change], { signal: AbortSignal.abort() }))).toBe("cancelled");
    expect(await see()).toEqual(before);
  });

  it("a second edit of a cell starts from what the first one writes, and a second plan from what the first left", async () => {
    const { book, edits, valueOf } = await opened();
    await Promise.all([book.apply([edits(edit(0, 0, "順調 ", "順"), edit(0, 0, "順", "順調"))]), book.apply([edits(edit(0, 0, "順調", "達成"))])]);
    expect(await valueOf(0, 0)).toBe("達成");
  });

  it("a sheet that is gone is refused", async () => {
    const { book } = await opened();
    expect(await refusalOf(book.apply([{ kind: "edit-cells", sheet: "no such id", edits: [edit(0, 0, "順調 ", "順調")] }]))).toBe("sheet-gone");
  });

  const marks = (id: string, required: readonly number[], attention: readonly number[]): Change => {
    const blocks = (rows: readonly number[]) => rows.map((row) => ({ first: { row, column: 0 }, last: { row, column: 1 } }));
    return { kind: "set-marks", sheet: id, blocks: { required: blocks(required), attention: blocks(attention) } };
  };

  it("W6 marks stand above the user's rules, are set anew in one go, and go without a trace", async () => {
    const { book, id, rules } = await opened({ hasRule: true });
    const before = await rules();
    await book.apply([marks(id, [1], [0])]);
    await book.apply([marks(id, [0, 1], [])]);
    expect(await rules()).toEqual([['"tenken:required"<>""', "A1:B2"], ["A1>1", "A1:B2"]]);
    await book.apply([marks(id, [], [])]);
    expect([before.length, await rules()]).toEqual([1, before]);
  });

  it("a protected sheet takes no marks", async () => {
    const { book, id, see } = await opened({ isProtected: true });
    const before = await see();
    expect(await refusalOf(book.apply([marks(id, [1], [])]))).toMatch(/^protected/);
    expect(await see()).toEqual(before);
  });

  it("texts are kept in the document under a name, for a sheet or for all, and forgotten", async () => {
    const { book, id, see } = await opened();
    const before = await see();
    await book.remember("tenken.a", "one");
    await book.remember("tenken.a", "two", id);
    expect([await book.recall("tenken.a"), await book.recall("tenken.a", id), await book.recall("tenken.b")]).toEqual(["one", "two", undefined]);
    await book.remember("tenken.a", undefined);
    await book.remember("tenken.a", undefined, id);
    expect([await book.recall("tenken.a"), await book.recall("tenken.a", id), await see()]).toEqual([undefined, undefined, before]);
  });

  it.each([["tenken.mends", 3], ["tenken.accepted", 2], ["tenken.marks", 1]])("what a later version kept under %s is neither replaced nor taken away", async (key, version) => {
    const { book } = await opened();
    const newer = JSON.stringify({ version, entries: [] });
    await book.remember(key, newer);
    for (const text of ["[]", undefined]) expect(await refusalOf(book.remember(key, text))).toBe("kept-newer");
    expect(await book.recall(key)).toBe(newer);
  });
});

/** True for a workbook that other people have open too. */
function isShared(name: string): boolean {
  return name === "in memory" || name === "hosts/excel";
}

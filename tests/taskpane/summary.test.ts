import { describe, expect, it } from "vitest";
import { describeSummary } from "../../src/pane/summary/say-summary.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import type { Book } from "../excel-host/model/book.ts";
import { plainValue } from "../excel-host/model/cell.ts";
import { copySheet } from "../excel-host/model/copy.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { counts, openInMemory } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

const names = (book: Book) => book.sheets.map(({ name }) => name);
const summary = ({ session }: TaskPane) => session.summarizer.get().summary;
const said = (taskPane: TaskPane) => describeSummary(summary(taskPane), false, "ja");
const make = ({ session }: TaskPane) => session.summarizer.make("ja");

/** The texts and numbers of a sheet. */
const texts = (book: Book, name: string) => [...book.sheet(name).cells()].flatMap(([, , { value }]) => (value === undefined ? [] : [String(plainValue(value))]));

/** The place of a text on a sheet. */
function find(book: Book, name: string, text: string) {
  for (const [row, column, { value }] of book.sheet(name).cells()) if (value === text) return { row, column };
  throw new Error(`${text} is not in ${name}`);
}

const address = (sheet: string, { row, column }: { readonly row: number; readonly column: number }) => `${sheet}!${String.fromCharCode(65 + column)}${row + 1}`;

describe("the summary", () => {
  it("makes its sheets behind the evaluation, with a chart, and takes them away again", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { book } = workbook;
    const before = workbook.snapshot();
    await make(taskPane);
    expect([names(book), said(taskPane)]).toEqual([["総括表", "総括", "課題別", "要見直し一覧", "指摘一覧"], expect.stringMatching(/を作りました/)]);
    expect(texts(book, "課題別").join("\n")).toMatch(/順調でない/);
    expect(book.sheet("総括").charts).toHaveLength(1);
    expect(texts(book, "要見直し一覧")).toEqual(expect.arrayContaining(["3-2", "2-2-1", "4-1"]));
    expect(texts(book, "指摘一覧")).toEqual(expect.arrayContaining(["D6", "G12", "I21"]));
    expect(workbook.written).toEqual([]);
    await taskPane.session.summarizer.takeAway();
    expect([said(taskPane), workbook.snapshot()]).toEqual([expect.stringMatching(/4枚のシートを削除しました/), before]);
  });

  it("made again keeps what the evaluator wrote with its code; a sheet that was changed is asked about first", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { book } = workbook;
    await make(taskPane);
    const { column } = find(book, "要見直し一覧", "見直しの方向");
    workbook.type(address("要見直し一覧", { row: find(book, "要見直し一覧", "3-2").row, column }), "受け入れを増やす");
    await make(taskPane);
    expect(names(book)).toEqual(["総括表", "総括", "課題別", "要見直し一覧", "指摘一覧"]);
    expect(find(book, "要見直し一覧", "受け入れを増やす").row).toBe(find(book, "要見直し一覧", "3-2").row);
    workbook.type("課題別!A1", "課題別（部長説明用）");
    await make(taskPane);
    expect([said(taskPane), book.sheet("課題別").cell(0, 0).value]).toEqual([expect.stringMatching(/「課題別」は、作ったあとで書き換えられています/), "課題別（部長説明用）"]);
    await taskPane.session.summarizer.decide("another");
    expect([said(taskPane), book.sheet("課題別").cell(0, 0).value, find(book, "要見直し一覧 (2)", "受け入れを増やす").row > 0]).toEqual([expect.stringMatching(/「課題別 \(2\)」/), "課題別（部長説明用）", true]);
  });

  it("is told as our own also where it was saved as a text file, of which nothing but its lines tells", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    await make(taskPane);
    for (const name of ["総括", "課題別", "要見直し一覧", "指摘一覧"]) {
      const rows: ((string | undefined)[] | undefined)[] = [];
      for (const [row, column, { value }] of workbook.book.sheet(name).cells()) if (value !== undefined) (rows[row] ??= [])[column] = String(plainValue(value)).replaceAll(/[",\n]/g, " ");
      const csv = new TextEncoder().encode(Array.from(rows, (cells = []) => Array.from(cells, (text = "") => text).join(",")).join("\r\n"));
      const { taskPane: other } = await openInMemory(await bookFromFile(await openFile(`${name}.csv`, csv)));
      const { checks, sheet } = other.session.get();
      expect([name, sheet?.name, checks.get(sheet?.id ?? "")]).toEqual([name, name, { phase: "own" }]);
    }
  });

  it("of several evaluation sheets is one set, which stands behind the last of them", async () => {
    const book = await sampleBook();
    copySheet(book, book.active, "第二課");
    book.addSheet("メモ");
    const { taskPane } = await openInMemory(book);
    await make(taskPane);
    expect(names(book)).toEqual(["総括表", "第二課", "総括", "課題別", "要見直し一覧", "指摘一覧", "メモ"]);
    const cells = texts(book, "課題別");
    expect(["総括表", "第二課", "メモ"].map((name) => cells.some((cell) => cell.includes(name)))).toEqual([true, true, false]);
  });

  it("W4 a workbook whose structure is protected takes none: that is said, and a new workbook is offered", async () => {
    const book = await sampleBook();
    book.structureProtected = true;
    const { taskPane, workbook } = await openInMemory(book);
    const before = workbook.snapshot();
    await make(taskPane);
    expect([summary(taskPane).phase, said(taskPane), taskPane.session.summarizer.canMakeElsewhere, workbook.snapshot()]).toEqual(["refused", expect.stringMatching(/保護されている/), true, before]);
  });
});

describe("a sheet of ours", () => {
  it("says what it is once it comes to the front; what was made stays said until it is dismissed", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    await make(taskPane);
    for (const name of ["総括", "課題別", "要見直し一覧", "指摘一覧"]) {
      workbook.goTo(`${name}!A1`);
      await expect.poll(() => taskPane.session.get().sheet?.name).toBe(name);
      await expect.poll(() => taskPane.session.get().checks.get(workbook.book.sheet(name).id)).toEqual({ phase: "own" });
      expect(said(taskPane)).toMatch(/を作りました/);
    }
    await taskPane.session.summarizer.open();
    expect([workbook.book.active.name, said(taskPane)]).toEqual(["総括", expect.stringMatching(/を作りました/)]);
    taskPane.session.summarizer.dismiss();
    expect(said(taskPane)).toBe("");
    workbook.goTo("総括表!A1");
    await expect.poll(() => counts(taskPane)).toEqual([4, 4, 2, 1, 2]);
  });

  it("that was in front when the workbook was saved: it is opened on its evaluation, and the sheet is known again", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { book } = workbook;
    await make(taskPane);
    book.activate(book.sheet("課題別"));
    const again = (await openInMemory(book)).taskPane;
    expect([again.session.get().sheet?.name, counts(again)]).toEqual(["総括表", [4, 4, 2, 1, 2]]);
    await again.choose(book.sheet("課題別").id);
    expect(again.session.get().checks.get(book.sheet("課題別").id)).toEqual({ phase: "own" });
    expect(book.active.name).toBe("課題別");
  });
});

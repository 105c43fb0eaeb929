import { describe, expect, it, test } from "vitest";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { writeJournal } from "../../src/core/fixes/journal.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { journalName, marksName } from "../../src/core/settings/kept-name.ts";
import { openTaskPane } from "../../src/taskpane/state/open-task-pane.ts";
import { addressOf } from "../excel-host/model/area.ts";
import type { Book } from "../excel-host/model/book.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { writeValues } from "../excel-host/model/write.ts";
import { MemoryWorkbook } from "../hosts/memory/memory-workbook.ts";
import { bookOf } from "../excel-host/blank-pane.ts";
import { cleanRows } from "../core/sheet.ts";
import { hasSeed, mergedSeed } from "../samples/seed.ts";
import { checked, current, counts, findingAt, findings, openInMemory, refused, said, tryAgain } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

const rulesOf = (book: Book) => book.sheets[0]?.rules ?? [];
const areas = (book: Book) => rulesOf(book).map((rule) => rule.areas.map(addressOf).join(" "));

describe("a check", () => {
  it("of the sheet in front is made when the pane opens: no cell is written, no trace is left", async () => {
    const book = await sampleBook();
    const before = structuredClone([...book.settings]);
    const { taskPane, workbook } = await openInMemory(book);
    const snapshot = workbook.snapshot();
    expect([counts(taskPane), taskPane.session.get().sheet?.name, taskPane.session.get().sheet?.source ?? ""]).toEqual([[4, 4, 2, 1, 2], "総括表", book.name]);
    await taskPane.checkActive();
    expect([workbook.snapshot(), workbook.written, [...book.settings]]).toEqual([snapshot, [], before]);
  });

  it("follows edits by itself, unless it shall not; then the pane tells that the sheet was edited", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.type("D6", "順調");
    await expect.poll(() => counts(taskPane)).toEqual([4, 3, 2, 1, 2]);
    taskPane.follow(false);
    workbook.type("D6", "じゅんちょう");
    expect([taskPane.store.get().stale, counts(taskPane)]).toEqual([true, [4, 3, 2, 1, 2]]);
    await taskPane.checkActive();
    expect([taskPane.store.get().stale, counts(taskPane)]).toEqual([false, [5, 3, 2, 1, 2]]);
    workbook.type("D6", "順調");
    expect(taskPane.store.get().stale).toBe(true);
    taskPane.follow(true);
    await expect.poll(() => counts(taskPane)).toEqual([4, 3, 2, 1, 2]);
  });

  it("is made once for cells that are filled one after the other", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const told = new Set<unknown>();
    taskPane.session.subscribe(() => told.add(taskPane.session.get().news));
    for (const cell of ["D6", "D9", "D12"]) workbook.type(cell, "じゅんちょう");
    await expect.poll(() => counts(taskPane)).toEqual([6, 3, 2, 1, 2]);
    expect(told.size).toBe(2);
  });

  it("that is cancelled while the workbook does not answer says so and writes nothing", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { session } = taskPane;
    const id = session.get().sheet?.id ?? "";
    const release = workbook.hold();
    const checking = session.check(id);
    expect(session.get().checks.get(id)?.phase).toBe("busy");
    session.cancel(id);
    expect(await checking).toMatchObject({ phase: "refused", code: "cancelled" });
    release();
    expect((await session.check(id)).phase).toBe("checked");
  });

  it("that is slow is told as slow, and what was found before stays", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { session } = taskPane;
    const id = session.get().sheet?.id ?? "";
    const release = workbook.hold();
    const checking = session.check(id);
    await expect.poll(() => session.get().checks.get(id)).toMatchObject({ phase: "busy", slow: true, before: { hiddenRows: 0 } });
    release();
    expect((await checking).phase).toBe("checked");
  });

  it("that is refused is told with its reason", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.faults.refuse.set("read", new Refusal("interrupted", "GeneralException"));
    await taskPane.checkActive();
    expect(said(taskPane)).toMatch(/途切れた/);
    workbook.faults.refuse.clear();
    await taskPane.checkActive();
    expect(counts(taskPane)).toEqual([4, 4, 2, 1, 2]);
  });
});

describe("the sheets", () => {
  it("W1 where the one in front holds no evaluation, another one is shown; the user's stays in front", async () => {
    const book = await sampleBook();
    const memo = book.addSheet("メモ");
    book.activate(memo);
    const { taskPane } = await openInMemory(book);
    expect([taskPane.session.get().sheet?.name, counts(taskPane), book.active]).toEqual(["総括表", [4, 4, 2, 1, 2], memo]);
    expect(taskPane.session.get().checks.get(memo.id)).toEqual({ phase: "checked", check: null });
  });

  it("the names of the workbook that cannot be asked fail no check: the sheet counts as the user's, and that is told", async () => {
    const workbook = new MemoryWorkbook(bookOf([["メモ"]]).book);
    workbook.faults.refuse.set("ownSheets", new Refusal("interrupted", "GeneralException"));
    const taskPane = openTaskPane(workbook, workbook.active, "ja");
    await taskPane.start();
    const { sheet, checks } = taskPane.session.get();
    expect([checks.get(sheet?.id ?? ""), refused(taskPane), [...taskPane.store.get().assumed]]).toEqual([{ phase: "checked", check: null }, undefined, ["own-sheets"]]);
  });

  it.each(["sheet-gone", "interrupted"] as const)("a chart alone in front, which Excel cannot name (%s): the evaluation is looked for on the sheets", async (code) => {
    const workbook = new MemoryWorkbook(await sampleBook());
    workbook.faults.refuse.set("front", new Refusal(code));
    const taskPane = openTaskPane(workbook, workbook.active, "ja");
    await taskPane.start();
    expect([taskPane.session.get().sheet?.name, counts(taskPane), refused(taskPane)]).toEqual(["総括表", [4, 4, 2, 1, 2], undefined]);
  });

  it("another workbook in front at the start: that is said, and trying again checks", async () => {
    const workbook = new MemoryWorkbook(await sampleBook());
    workbook.faults.refuse.set("front", new Refusal("not-in-front"));
    const taskPane = openTaskPane(workbook, workbook.active, "ja");
    await taskPane.start();
    expect([taskPane.session.get().sheet, refused(taskPane)]).toEqual([undefined, expect.stringMatching(/^別のブックが前面にあるため、点検できません。何も変えていません。/)]);
    workbook.faults.refuse.clear();
    await tryAgain(taskPane);
    expect([counts(taskPane), refused(taskPane)]).toEqual([[4, 4, 2, 1, 2], undefined]);
  });

  it("a workbook whose sheets cannot be listed either: trying again checks and lists them", async () => {
    const workbook = new MemoryWorkbook(await sampleBook());
    for (const what of ["front", "sheets"] as const) workbook.faults.refuse.set(what, new Refusal("not-in-front"));
    const taskPane = openTaskPane(workbook, workbook.active, "ja");
    await taskPane.start();
    workbook.faults.refuse.clear();
    await tryAgain(taskPane);
    expect([counts(taskPane), taskPane.store.get().sheets.length, refused(taskPane)]).toEqual([[4, 4, 2, 1, 2], workbook.book.sheets.length, undefined]);
  });

  it("what the workbook keeps and cannot be read at the start is said as such, stays said beside other refusals, and is read by one more try", async () => {
    const book = await sampleBook();
    book.settings.set(marksName, JSON.stringify([book.active.id]));
    book.settings.set(journalName, writeJournal([{ id: 1, sheet: book.active.id, name: book.active.name, rules: ["page-style"], done: true, cells: [] }]) ?? "");
    const workbook = new MemoryWorkbook(book);
    workbook.faults.refuse.set("recall", new Refusal("editing"));
    const taskPane = openTaskPane(workbook, workbook.active, "ja");
    await taskPane.start();
    expect([taskPane.store.get().refusals.length, refused(taskPane)]).toEqual([1, expect.stringMatching(/^セルの編集中のため、ブックに残した記録（.*）を読めません。何も変えていません。/)]);
    workbook.faults.refuse.set("select", new Refusal("not-in-front"));
    await taskPane.session.check(book.active.id);
    taskPane.session.adapter.select({ row: 0, column: 0 });
    await expect.poll(() => taskPane.store.get().refusals.map(({ act }) => act)).toEqual(["recall", "select"]);
    workbook.faults.refuse.clear();
    for (const refusal of taskPane.store.get().refusals) await taskPane.store.tryAgain(refusal);
    expect([taskPane.session.get().marksShown, taskPane.session.fixer.get().journal.length, refused(taskPane)]).toEqual([true, 1, undefined]);
  });

  it("nowhere an evaluation: that is said", async () => {
    const { taskPane } = await openInMemory(bookOf([["メモ"]]).book);
    expect(said(taskPane)).toMatch(/^このシートは点検できません/);
  });

  it("one that comes to the front is checked, and again only after it was edited", async () => {
    const book = await sampleBook();
    const other = book.addSheet("第二課");
    cleanRows.forEach((cells, row) => cells.forEach((value, column) => other.put(row, column, { value })));
    const { taskPane, workbook } = await openInMemory(book);
    workbook.goTo("第二課!A1");
    await expect.poll(() => counts(taskPane)).toEqual([0, 0, 0, 0, 0]);
    expect(said(taskPane)).toMatch(/^指摘はありません/);
    const first = checked(taskPane);
    workbook.type("総括表!D6", "順調");
    workbook.goTo("総括表!A1");
    await expect.poll(() => counts(taskPane)).toEqual([4, 3, 2, 1, 2]);
    workbook.goTo("第二課!A1");
    await expect.poll(() => taskPane.session.get().sheet?.name).toBe("第二課");
    expect(checked(taskPane)).toBe(first);
  });

  it("that is gone is forgotten", async () => {
    const book = await sampleBook();
    const other = book.addSheet("第二課");
    const { taskPane } = await openInMemory(book);
    await taskPane.checkAll();
    expect(taskPane.session.get().checks.has(other.id)).toBe(true);
    book.deleteSheet(other);
    await taskPane.checkAll();
    expect([taskPane.session.get().checks.has(other.id), taskPane.store.get().sheets.map(({ name }) => name)]).toEqual([false, ["総括表"]]);
  });

  it("are checked one after the other until that is stopped", async () => {
    const book = await sampleBook();
    for (const name of ["一", "二", "三"]) book.addSheet(name);
    const { taskPane } = await openInMemory(book);
    const phases = () => book.sheets.map(({ id }) => taskPane.session.get().checks.get(id)?.phase);
    taskPane.session.subscribe(() => {
      if (phases()[2] === "busy" && taskPane.store.get().scan) taskPane.stopScan();
    });
    await taskPane.checkAll();
    expect([taskPane.store.get().scan, phases()]).toEqual([undefined, ["checked", "checked", "refused", undefined]]);
  });
});

describe("coming back to the pane", () => {
  /** Some time after the last check. */
  const later = () => Date.now() + 60_000;

  it("finds an edit of which nothing was told: the sheet is checked anew, or told to be edited, and edits are listened for anew", async () => {
    const book = await sampleBook();
    const { taskPane, workbook } = await openInMemory(book);
    const type = (text: string) => writeValues(book, book.active, { row: 5, column: 3, rows: 1, columns: 1 }, text);
    const before = workbook.snapshot();
    await taskPane.look(later());
    expect([workbook.listenings, workbook.snapshot(), workbook.written]).toEqual([0, before, []]);
    type("順調");
    await taskPane.look(later() + 60_000);
    await expect.poll(() => counts(taskPane)).toEqual([4, 3, 2, 1, 2]);
    expect(workbook.listenings).toBe(1);
    taskPane.follow(false);
    type("じゅんちょう");
    await taskPane.look(later() + 120_000);
    expect([taskPane.store.get().stale, counts(taskPane), workbook.listenings]).toEqual([true, [4, 3, 2, 1, 2], 2]);
  });

  it("soon after a check, after a look, or while edits are known, nothing is asked", async () => {
    const book = await sampleBook();
    const { taskPane, workbook } = await openInMemory(book);
    workbook.faults.refuse.set("differs", new Refusal("interrupted"));
    await taskPane.look();
    expect(taskPane.store.get().asOf).toBeUndefined();
    const now = later();
    await taskPane.look(now);
    expect(taskPane.store.get().asOf).toBeDefined();
    workbook.faults.refuse.clear();
    await taskPane.look(now + 2000);
    expect(taskPane.store.get().asOf).toBeDefined();
    taskPane.follow(false);
    workbook.type("D6", "順調");
    await taskPane.look(now + 60_000);
    expect(taskPane.store.get().asOf).toBeDefined();
  });

  it("to a result of which Excel does not tell whether it is old: that says of what time it is, until a look or a check succeeds", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const begun = Date.now();
    workbook.faults.refuse.set("differs", new Refusal("editing"));
    await taskPane.look(later());
    expect([taskPane.store.get().asOf, refused(taskPane)]).toEqual([expect.any(Number), undefined]);
    expect(Math.abs((taskPane.store.get().asOf ?? 0) - begun)).toBeLessThan(60_000);
    workbook.faults.refuse.clear();
    await taskPane.look(later() + 60_000);
    expect(taskPane.store.get().asOf).toBeUndefined();
    workbook.faults.refuse.set("front", new Refusal("not-in-front"));
    await taskPane.look(later() + 120_000);
    expect(taskPane.store.get().asOf).toBeDefined();
    workbook.faults.refuse.clear();
    await taskPane.checkActive();
    expect(taskPane.store.get().asOf).toBeUndefined();
  });

  it("brings the sheet in front, where nothing told that it came there, and no sheet that was only chosen in the pane", async () => {
    const book = await sampleBook();
    const other = book.addSheet("第二課");
    cleanRows.forEach((cells, row) => cells.forEach((value, column) => other.put(row, column, { value })));
    const { taskPane, workbook } = await openInMemory(book);
    const first = book.active;
    await taskPane.choose(other.id);
    await taskPane.look(later());
    expect([taskPane.session.get().sheet?.name, workbook.listenings]).toEqual(["第二課", 0]);
    await taskPane.choose(first.id);
    book.activate(other);
    await taskPane.look(later() + 60_000);
    await expect.poll(() => [taskPane.session.get().sheet?.name, counts(taskPane), workbook.listenings]).toEqual(["第二課", [0, 0, 0, 0, 0], 1]);
    await taskPane.choose(first.id);
    book.deleteSheet(first);
    await taskPane.look(later() + 120_000);
    expect(taskPane.store.get().asOf).toBeUndefined();
  });
});

describe("the ribbon's check", () => {
  it("asks which sheet is in front, where Excel did not tell of a change", async () => {
    const book = await sampleBook();
    const other = book.addSheet("第二課");
    cleanRows.forEach((cells, row) => cells.forEach((value, column) => other.put(row, column, { value })));
    const { taskPane } = await openInMemory(book);
    book.activate(other);
    await taskPane.checkActive();
    expect([taskPane.session.get().sheet?.name, counts(taskPane)]).toEqual(["第二課", [0, 0, 0, 0, 0]]);
  });
});

describe("findings and cells", () => {
  it("are linked both ways, by the keys for the next and the last one", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { session } = taskPane;
    workbook.goTo("J15");
    await expect.poll(() => current(taskPane)).toBe("J15");
    session.step(1);
    await expect.poll(() => addressOf(workbook.book.selection)).toBe("K18");
    expect([current(taskPane), said(taskPane)]).toEqual(["K18", expect.stringMatching(/^10件中 3件目 K18/)]);
    session.step(-1);
    session.step(-1);
    expect(current(taskPane)).toBe("G12");
    session.step(-1);
    expect(said(taskPane)).toMatch(/^10件中 10件目/);
  });

  it("the other cells of a finding lead there, and the finding stays the current one", async () => {
    const book = await sampleBook();
    book.active.put(8, 1, { value: "1-1" });
    const { taskPane, workbook } = await openInMemory(book);
    workbook.goTo("B9");
    await expect.poll(() => current(taskPane)).toBe("B9");
    const related = findingAt(taskPane, "B9").related.map((place) => addressOf({ ...place, rows: 1, columns: 1 }));
    expect(related).toContain("B6");
    taskPane.session.adapter.select({ row: 5, column: 1 });
    await expect.poll(() => addressOf(workbook.book.selection)).toBe("B6");
    expect(current(taskPane)).toBe("B9");
  });

  it("a cell that cannot be selected is said, until it is dismissed", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.faults.refuse.set("select", new Refusal("not-in-front"));
    taskPane.session.step(1);
    await expect.poll(() => refused(taskPane)).toMatch(/ブック/);
    for (const refusal of taskPane.store.get().refusals) taskPane.store.drop(refusal);
    expect(refused(taskPane)).toBeUndefined();
  });

  it("a cell in a hidden row is said to be hidden, and the next one that can be seen is offered, round the end of the list", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.goTo("J15");
    await expect.poll(() => current(taskPane)).toBe("J15");
    const rows = new Set(findings(taskPane).map(({ at }) => at.row));
    for (const row of rows) if (row !== 5) workbook.book.active.hiddenRows.add(row);
    taskPane.session.step(1);
    await expect.poll(() => taskPane.store.get().unseen).toEqual({ at: { row: 17, column: 10 }, by: "row" });
    await taskPane.toNextVisible();
    await expect.poll(() => [workbook.book.selection.row, current(taskPane)?.slice(1)]).toEqual([5, "6"]);
    expect(taskPane.store.get().unseen).toBeUndefined();
    workbook.book.active.hiddenRows.add(5);
    await taskPane.toNextVisible();
    expect(taskPane.store.get().unseen).toBe("all");
    workbook.goTo("A1");
    expect(taskPane.store.get().unseen).toBeUndefined();
  });

  it("the answer to a jump that another one followed is not told", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.goTo("J15");
    await expect.poll(() => current(taskPane)).toBe("J15");
    workbook.book.active.hiddenRows.add(17);
    const release = workbook.hold();
    taskPane.session.step(1);
    taskPane.session.step(-1);
    release();
    await expect.poll(() => addressOf(workbook.book.selection)).toBe("J15");
    expect(taskPane.store.get().unseen).toBeUndefined();
  });

  it("a cell of a sheet that is gone is said so; trying again looks for the sheets that are there, not for that one", async () => {
    const book = await sampleBook();
    const { taskPane } = await openInMemory(book);
    const gone = book.active;
    const other = book.addSheet("第二課");
    cleanRows.forEach((cells, row) => cells.forEach((value, column) => other.put(row, column, { value })));
    book.deleteSheet(gone);
    taskPane.session.step(1);
    await expect.poll(() => refused(taskPane)).toMatch(/^シートが見つからない（.*）ため、そのセルへ移動できません。何も変えていません。評価シートを前面にして、/);
    await tryAgain(taskPane);
    expect([refused(taskPane), taskPane.session.get().sheet?.name, counts(taskPane), taskPane.store.get().sheets.map(({ name }) => name), taskPane.session.get().checks.has(gone.id)]).toEqual([undefined, "第二課", [0, 0, 0, 0, 0], ["第二課"], false]);
  });

  it("what was refused can be tried again, and is said again where it does not help", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.faults.refuse.set("select", new Refusal("editing"));
    taskPane.session.step(1);
    await expect.poll(() => refused(taskPane)).toMatch(/^セルの編集中/);
    await tryAgain(taskPane);
    expect(refused(taskPane)).toMatch(/^セルの編集中/);
    workbook.faults.refuse.clear();
    await tryAgain(taskPane);
    expect([refused(taskPane), addressOf(workbook.book.selection)]).toEqual([undefined, "G12"]);
  });
});

describe("marks", () => {
  it("W6 W7 on and off again leave the workbook as it was", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const before = workbook.snapshot();
    await taskPane.toggleMarks();
    await expect.poll(() => rulesOf(workbook.book).map(({ formula, numberFormat }) => [formula, numberFormat])).toEqual([
      ['="tenken:required"<>""', '"⚑要見直し "@'],
      ['="tenken:required"<>""', undefined],
      ['="tenken:attention"<>""', '"◉要注意 "@'],
      ['="tenken:attention"<>""', undefined],
    ]);
    await taskPane.toggleMarks();
    await expect.poll(() => workbook.snapshot()).toEqual(before);
    expect(workbook.written).toEqual([]);
  });

  it("follow the edits, and go from all sheets that bear some", async () => {
    const book = await sampleBook();
    const { taskPane, workbook } = await openInMemory(book);
    await taskPane.toggleMarks();
    await expect.poll(() => areas(book).length).toBe(4);
    const before = areas(book);
    workbook.type("D9", "順調でない");
    await expect.poll(() => areas(book)).not.toEqual(before);
    workbook.goTo(`${book.addSheet("メモ").name}!A1`);
    await expect.poll(() => taskPane.session.get().sheet?.name).toBe("メモ");
    taskPane.session.showMarks(false);
    await expect.poll(() => rulesOf(book)).toEqual([]);
  });

  it("are told to be old where an edit changes them and Excel would forget what can be undone; one click renews them", async () => {
    const book = await sampleBook();
    const { taskPane, workbook } = await openInMemory(book);
    await taskPane.toggleMarks();
    await expect.poll(() => areas(book).length).toBe(4);
    const before = areas(book);
    const isOld = () => taskPane.store.get().oldMarks.has(book.active.id);
    workbook.keepsUndo = false;
    workbook.type("C9", "別の名前");
    await expect.poll(() => checked(taskPane).inspection.marks.length).toBe(3);
    workbook.type("D9", "順調でない");
    await expect.poll(isOld).toBe(true);
    expect(areas(book)).toEqual(before);
    workbook.type("D9", "順調");
    await expect.poll(isOld).toBe(false);
    workbook.type("D9", "順調でない");
    await expect.poll(isOld).toBe(true);
    taskPane.renewMarks();
    await expect.poll(isOld).toBe(false);
    expect(areas(book)).not.toEqual(before);
    workbook.type("D9", "順調");
    await expect.poll(isOld).toBe(true);
    await taskPane.checkActive();
    await expect.poll(() => [isOld(), areas(book)]).toEqual([false, before]);
  });

  it("of an earlier session are compared when the pane opens, and not written then", async () => {
    const book = await sampleBook();
    const { taskPane } = await openInMemory(book);
    await taskPane.toggleMarks();
    await expect.poll(() => book.settings.size).toBe(1);
    const open = async () => {
      const workbook = new MemoryWorkbook(book);
      workbook.keepsUndo = false;
      const again = openTaskPane(workbook, workbook.active, "ja");
      await again.start();
      return again;
    };
    const before = areas(book);
    const right = await open();
    writeValues(book, book.active, { row: 8, column: 3, rows: 1, columns: 1 }, "順調でない");
    const old = await open();
    await expect.poll(() => old.store.get().oldMarks.has(book.active.id)).toBe(true);
    expect([right.store.get().oldMarks.size, areas(book)]).toEqual([0, before]);
    await old.toggleMarks();
    await expect.poll(() => [areas(book), old.store.get().oldMarks.size]).toEqual([[], 0]);
  });

  it("H9 are known again after the pane was closed, and go then", async () => {
    const book = await sampleBook();
    const { taskPane } = await openInMemory(book);
    await taskPane.toggleMarks();
    await expect.poll(() => book.settings.size).toBe(1);
    const again = await openInMemory(book);
    expect(again.taskPane.session.get().marksShown).toBe(true);
    await again.taskPane.toggleMarks();
    await expect.poll(() => [rulesOf(book).length, book.settings.size]).toEqual([0, 0]);
  });

  it("of another sheet are not forgotten where the document's list could not be read at the start", async () => {
    const book = await sampleBook();
    const other = book.addSheet("別の表");
    const list = JSON.stringify([other.id]);
    book.settings.set(marksName, list);
    const workbook = new MemoryWorkbook(book);
    workbook.faults.refuse.set("recall", new Refusal("editing"));
    const taskPane = openTaskPane(workbook, workbook.active, "ja");
    await taskPane.start();
    workbook.faults.refuse.clear();
    await taskPane.toggleMarks();
    await expect.poll(() => book.settings.get(marksName)).toBe(JSON.stringify([other.id, book.active.id]));
    await taskPane.toggleMarks();
    await expect.poll(() => [rulesOf(book).length, book.settings.size]).toEqual([0, 0]);
  });

  it("W3 a protected sheet gets none, and it is said why", async () => {
    const book = await sampleBook();
    Object.assign(book.active, { protection: { password: "x" } });
    const { taskPane, workbook } = await openInMemory(book);
    await taskPane.toggleMarks();
    await expect.poll(() => refused(taskPane)).toMatch(/^シートが保護されている（総括表）ため、見直しの印を/);
    expect([rulesOf(book), workbook.written, taskPane.session.get().marksShown]).toEqual([[], [], false]);
    Object.assign(book.active, { protection: undefined });
    await tryAgain(taskPane);
    await expect.poll(() => rulesOf(book).length).toBe(4);
    expect([refused(taskPane), taskPane.session.get().marksShown]).toEqual([undefined, true]);
  });

  test.skipIf(!hasSeed)("of the real evaluation as a workbook stand on its four rows alone, and go again", async () => {
    const book = await bookFromFile(await openFile("asahi.xlsx", mergedSeed(), { inflate: inflateInNode }));
    const { taskPane, workbook } = await openInMemory(book);
    expect(counts(taskPane)).toEqual([0, 0, expect.any(Number), 1, 3]);
    const before = workbook.snapshot();
    await taskPane.toggleMarks();
    // 3-2 from row 16, then 3-1 with 3-1-2, and 4-1-1.
    await expect.poll(() => areas(book)).toEqual(["B16", "C16:F16", "B14 G15 G17", "C14:F14 B15:F15 H15:L15 H17:L17"]);
    await taskPane.toggleMarks();
    await expect.poll(() => workbook.snapshot()).toEqual(before);
    expect(workbook.written).toEqual([]);
  });
});

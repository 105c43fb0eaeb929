import { describe, expect, it } from "vitest";
import type { FixGroup } from "../../src/core/fixes/fix-groups.ts";
import { a1 } from "../../src/core/model/address.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { journalName } from "../../src/core/settings/kept-name.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import type { Book } from "../excel-host/model/book.ts";
import { faults, faultyBook } from "./faulty-book.ts";
import { counts, current, findingAt, findings, finish, journal, fixGroup, fixGroups, openInMemory, refused, said, undoFixes } from "./open-in-memory.ts";

const everyFault = new Set(Object.keys(faults));
const value = (book: Book, address: string) => {
  const { sheet, area } = book.at(address);
  return sheet.cell(area.row, area.column).value;
};
const fixAt = (taskPane: TaskPane, cell: string, safety?: FixGroup["safety"]) => fixGroups(taskPane, safety).filter(({ edits }) => edits.some(({ at }) => a1(at) === cell));

describe("fixing", () => {
  it("fourteen faults are fixed in one go, and each is taken back alone, in any order: the workbook is as it was", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    const before = workbook.snapshot();
    expect([counts(taskPane), fixGroups(taskPane).length]).toEqual([[1, 12, 1, 0, 0], 14]);
    await fixGroup(taskPane);
    expect([said(taskPane), counts(taskPane)]).toEqual(["14件を修正しました。", [0, 0, 0, 0, 0]]);
    expect(new Set(workbook.written)).toEqual(everyFault);
    expect([value(workbook.book, "G8"), value(workbook.book, "A7"), value(workbook.book, "A8"), workbook.book.active.cell(7, 6).format]).toEqual(["2-1-2", "2 学びのまち", undefined, "@"]);
    for (let left = 14; left > 0; left--) {
      // Undoes from the middle, alternating below and above.
      await undoFixes(taskPane, journal(taskPane).slice((left * 5) % left, ((left * 5) % left) + 1));
      expect([said(taskPane), journal(taskPane).length]).toEqual(["1件を元に戻しました。", left - 1]);
    }
    expect(workbook.snapshot()).toEqual(before);
  });

  it("H9 after the pane was closed and opened anew, all is taken back", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    const before = workbook.snapshot();
    await fixGroup(taskPane);
    const again = await openInMemory(workbook.book);
    expect(journal(again.taskPane)).toHaveLength(14);
    await undoFixes(again.taskPane);
    expect([said(again.taskPane), workbook.snapshot()]).toEqual(["14件を元に戻しました。", before]);
  });

  it("one is fixed alone, and the user is then at the next finding", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    workbook.goTo("L5");
    await expect.poll(() => current(taskPane)).toBe("L5");
    await fixGroup(taskPane, fixAt(taskPane, "L5"));
    expect([value(workbook.book, "L5"), workbook.written, current(taskPane)]).toEqual(["p.2", ["L5"], "F6"]);
  });

  it("the notice of a fix, whose button would undo it, goes when another finding is left as it is", async () => {
    const { taskPane } = await openInMemory(faultyBook());
    await fixGroup(taskPane, fixAt(taskPane, "L5"));
    const { session } = taskPane;
    expect(session.fixer.get().outcome?.kind).toBe("fixed");
    await session.accept(findingAt(taskPane, "D4"), { reason: "理由", by: "担当", day: { year: 2026, month: 12, day: 1 } });
    expect([session.fixer.get().outcome, journal(taskPane).length]).toEqual([undefined, 1]);
  });

  it("what is not chosen stays as it is, and everything is chosen anew the next time", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    const { fixer } = taskPane.session;
    fixer.choose();
    fixer.pick(fixAt(taskPane, "D4"), false);
    await fixGroup(taskPane, fixGroups(taskPane).filter((fixGroup) => !fixer.get().left.has(fixGroup)));
    expect([said(taskPane), value(workbook.book, "D4"), value(workbook.book, "L4"), fixer.get().view]).toEqual(["13件を修正しました。", "順調 ", "p.1", "findings"]);
    fixer.choose();
    expect(fixer.get().left.size).toBe(0);
  });

  it("a suggested one is none of the safe ones, and is fixed alone", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook({ D6: "A", L4: "P1" }));
    expect(fixGroups(taskPane)).toHaveLength(1);
    await fixGroup(taskPane, fixAt(taskPane, "D6", "suggested"));
    expect([said(taskPane), value(workbook.book, "D6"), value(workbook.book, "L4")]).toEqual(["1件を修正しました。", "順調", "P1"]);
  });

  it("a cell that was changed since is left alone, and that is said", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    await fixGroup(taskPane);
    workbook.type("D4", "順調でない");
    await undoFixes(taskPane);
    expect(said(taskPane)).toMatch(/13件を元に戻しました。 1件は、あとで書き換えられていたため/);
    expect([value(workbook.book, "D4"), value(workbook.book, "L4")]).toEqual(["順調でない", "P1"]);
  });

  it("H3 a row inserted after the check: nothing is written, the cell is named, and the sheet is shown as it is now", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    workbook.book.insertRows(workbook.book.active, 4, 1);
    const before = workbook.snapshot();
    await fixGroup(taskPane);
    expect(said(taskPane)).toMatch(/G5の内容が、点検したときと変わっています。何も書き込んでいません/);
    expect([workbook.snapshot(), workbook.written, findings(taskPane).some(({ at }) => a1(at) === "L6")]).toEqual([before, [], true]);
  });

  it("a co-author who writes into a fixed cell meanwhile: the cell is named", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    workbook.faults.beforeReadBack = () => workbook.type("L5", "p.99");
    await fixGroup(taskPane);
    expect([said(taskPane).startsWith("14件を修正しました。"), said(taskPane).includes("L5"), value(workbook.book, "L5")]).toEqual([true, true, "p.99"]);
  });

  it.each(["finish", "takeBack"] as const)("H7 H9 a failure in the middle is said; what is left is known when the pane is opened anew: %s", async (way) => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    const before = workbook.snapshot();
    workbook.faults.breakAfter = 9;
    await fixGroup(taskPane);
    expect([/途切れた/.test(said(taskPane)), workbook.written.length]).toEqual([true, 9]);
    expect(journal(taskPane).filter(({ done }) => !done)).toHaveLength(14);
    const again = await openInMemory(workbook.book);
    const left = journal(again.taskPane).filter(({ done }) => !done);
    expect(left).toHaveLength(14);
    again.taskPane.session.fixer.choose();
    await (way === "finish" ? finish : undoFixes)(again.taskPane, left);
    if (way === "finish") {
      expect([said(again.taskPane), counts(again.taskPane), again.taskPane.session.fixer.get().view]).toEqual(["14件を修正しました。", [0, 0, 0, 0, 0], "findings"]);
      await undoFixes(again.taskPane);
    }
    expect([said(again.taskPane), workbook.snapshot()]).toEqual(["14件を元に戻しました。", before]);
  });

  it("a write that Excel refused as a whole changed nothing: that is said, nothing is kept, and nothing is to be finished", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    const before = workbook.snapshot();
    workbook.faults.breakAfter = 0;
    await fixGroup(taskPane);
    expect([said(taskPane), journal(taskPane), workbook.snapshot()]).toEqual([expect.stringMatching(/途切れたため、修正できません。何も変えていません。/), [], before]);
  });

  it.each([
    ["W3 a protected sheet", (book: Book) => Object.assign(book.active, { protection: { password: "x" } }), /^シートが保護されている.*修正できません/],
    ["W15 a read-only workbook", (book: Book) => Object.assign(book, { readOnly: true }), /閲覧用（読み取り専用）で開かれているため、修正できません/],
  ])("%s: nothing is written, nothing is kept, and it is said why", async (_, change, sentence) => {
    const book = faultyBook();
    change(book);
    const { taskPane, workbook } = await openInMemory(book);
    const before = workbook.snapshot();
    await fixGroup(taskPane);
    expect([said(taskPane), workbook.snapshot(), workbook.written]).toEqual([expect.stringMatching(sentence), before, []]);
  });

  it("a formula is left alone, and that is said; the others are fixed", async () => {
    const book = faultyBook();
    book.active.put(3, 3, { value: "順調 ", formula: '="順調 "' });
    const { taskPane, workbook } = await openInMemory(book);
    await fixGroup(taskPane);
    expect(said(taskPane)).toMatch(/^13件を修正しました。.*D4/);
    expect([value(book, "D4"), value(book, "L4"), workbook.written.includes("D4")]).toEqual(["順調 ", "p.1", false]);
  });

  it("a document that takes no settings: nothing is written, since it could not be taken back", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    const before = workbook.snapshot();
    workbook.faults.refuse.set("remember", new Refusal("interrupted", "9"));
    await fixGroup(taskPane, fixGroups(taskPane).slice(0, 1));
    expect([said(taskPane), workbook.snapshot(), workbook.written]).toEqual([expect.stringMatching(/途切れた/), before, []]);
  });

  it("a journal of a later version is told and stays as it is; no cell is written, since nothing could be undone", async () => {
    const book = faultyBook();
    const newer = JSON.stringify({ version: 3, entries: [] });
    book.settings.set(journalName, newer);
    const { taskPane, workbook } = await openInMemory(book);
    expect(refused(taskPane)).toContain("この道具の新しい版のもの");
    await fixGroup(taskPane);
    expect([said(taskPane), workbook.written, book.settings.get(journalName)]).toEqual([expect.stringMatching(/新しい版のもの.*何も変えていません/), [], newer]);
  });

  it("W5 hidden rows are fixed like the others, and no other cell is written", async () => {
    const book = faultyBook();
    for (const row of [4, 6]) book.active.hiddenRows.add(row);
    const { taskPane, workbook } = await openInMemory(book);
    await fixGroup(taskPane);
    expect(new Set(workbook.written)).toEqual(everyFault);
  });

  it("H1 a fix that is cancelled while the workbook does not answer never lands; no second one begins meanwhile", async () => {
    const { taskPane, workbook } = await openInMemory(faultyBook());
    const { fixer } = taskPane.session;
    const release = workbook.hold();
    const fixing = fixGroup(taskPane);
    await fixGroup(taskPane);
    expect([fixer.get().busy, workbook.written]).toEqual([true, []]);
    fixer.cancel();
    release();
    await fixing;
    expect([said(taskPane), fixer.get().busy, workbook.written, journal(taskPane)]).toEqual([expect.stringMatching(/何も変えていません/), false, [], []]);
  });
});

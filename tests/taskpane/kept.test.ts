import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/model/finding.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { exportSettings, importSettings } from "../../src/core/settings/exchange.ts";
import { withRule } from "../../src/core/settings/settings.ts";
import { explainRefusal } from "../../src/core/wording/refusal-causes.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import { checked, counts, current, findingAt, fixGroups, openInMemory, said } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

const leave = ({ session }: TaskPane, finding: Finding, reason = "昨年度から続く番号のため") => session.accept(finding, { reason, by: "企画課 山田", day: { year: 2026, month: 11, day: 28 } });
const settings = ({ session }: TaskPane) => session.documentSettings.get().settings;
const progress = ({ session }: TaskPane) => session.get().progress.get(session.get().sheet?.id ?? "");

describe("a finding that is left as it is", () => {
  it("stands apart with reason, name and day, is in no fix of all, outlives the pane, and can be taken back without a trace", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { book } = workbook;
    expect(fixGroups(taskPane)).toHaveLength(5);
    await leave(taskPane, findingAt(taskPane, "G12"));
    expect([counts(taskPane), current(taskPane), fixGroups(taskPane).length, said(taskPane)]).toEqual([[3, 4, 2, 1, 2], "J15", 4, expect.stringContaining("G12")]);
    const again = await openInMemory(book);
    expect([counts(again.taskPane), workbook.written]).toEqual([[3, 4, 2, 1, 2], []]);
    const [[finding, acceptance] = []] = checked(again.taskPane).accepted;
    expect(acceptance).toMatchObject({ reason: "昨年度から続く番号のため", by: "企画課 山田", on: "2026-11-28" });
    if (!finding) throw new Error("nothing was left");
    await again.taskPane.session.reopen(finding);
    expect([counts(again.taskPane), current(again.taskPane), book.settings.size, again.workbook.written]).toEqual([[4, 4, 2, 1, 2], "G12", 0, []]);
  });

  it("is a finding again once its cell holds something else", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    await leave(taskPane, findingAt(taskPane, "G12"));
    await leave(taskPane, findingAt(taskPane, "D6"));
    expect(counts(taskPane)).toEqual([3, 3, 2, 1, 2]);
    workbook.type("D6", "順　調");
    await expect.poll(() => counts(taskPane)).toEqual([3, 4, 2, 1, 2]);
  });

  it("that the document did not keep is kept by one more try, with all else that it did not keep", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    const { documentSettings } = taskPane.session;
    workbook.faults.refuse.set("remember", new Refusal("interrupted", "9"));
    await leave(taskPane, findingAt(taskPane, "G12"));
    await taskPane.session.settle({ ...settings(taskPane), language: "en" });
    await documentSettings.keepAgain();
    expect([documentSettings.get().refusal?.code, documentSettings.isBehind, workbook.book.settings.size]).toEqual(["interrupted", true, 0]);
    workbook.faults.refuse.clear();
    await documentSettings.keepAgain();
    expect([documentSettings.get().refusal, documentSettings.isBehind, workbook.book.settings.size]).toEqual([undefined, false, 3]);
    const again = await openInMemory(workbook.book);
    expect([counts(again.taskPane), settings(again.taskPane).language]).toEqual([[3, 4, 2, 1, 2], "en"]);
  });

  it("in a document that takes no settings holds until the pane is closed, and that is said", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.faults.refuse.set("remember", new Refusal("interrupted", "9"));
    await leave(taskPane, findingAt(taskPane, "G12"));
    expect([counts(taskPane), taskPane.session.documentSettings.get().refusal?.code, workbook.book.settings.size, workbook.written]).toEqual([[3, 4, 2, 1, 2], "interrupted", 0, []]);
    expect(counts((await openInMemory(workbook.book)).taskPane)).toEqual([4, 4, 2, 1, 2]);
  });
});

describe("what was found before", () => {
  it("in an earlier session is compared with, where something was written", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    await leave(taskPane, findingAt(taskPane, "G12"));
    expect(workbook.book.settings.size).toBe(2);
    workbook.type("D6", "順調");
    expect(progress((await openInMemory(workbook.book)).taskPane)).toMatchObject({ before: 9, gone: 1 });
  });

  it("is counted where it is resolved, and named where it is new; a check still leaves no trace", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    workbook.type("D6", "順調");
    await expect.poll(() => progress(taskPane)).toMatchObject({ before: 10, gone: 1, added: 0 });
    workbook.type("D9", "じゅんちょう");
    await expect.poll(() => progress(taskPane)).toMatchObject({ before: 10, gone: 1, added: 1 });
    expect([progress(taskPane)?.news.get(findingAt(taskPane, "D9")), counts(taskPane), workbook.book.settings.size, workbook.written]).toEqual(["new", [5, 3, 2, 1, 2], 0, []]);
  });
});

describe("settings", () => {
  it("hold at once and in the document, and go without a trace", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    await taskPane.session.settle({ ...withRule(withRule(settings(taskPane), "code-date", "off"), "page-order", "error"), language: "en" });
    expect(counts(taskPane)).toEqual([4, 3, 2, 1, 2]);
    const again = (await openInMemory(workbook.book)).taskPane;
    expect([counts(again), settings(again)]).toMatchObject([[4, 3, 2, 1, 2], { rules: { "code-date": "off", "page-order": "error" }, language: "en" }]);
    await again.session.settle(importSettings("{\"version\":1}"));
    expect([counts(again), workbook.book.settings.size]).toEqual([[4, 4, 2, 1, 2], 0]);
  });

  it("that are pasted are the same; with a fault none is taken, and the fault is named", async () => {
    const { taskPane } = await openInMemory(await sampleBook());
    await taskPane.session.settle({ ...withRule(settings(taskPane), "page-order", "error"), language: "en" });
    const text = exportSettings(settings(taskPane));
    expect(importSettings(text)).toEqual(settings(taskPane));
    const refusal = (() => {
      try {
        return importSettings(text.replace("page-order", "page-oder"));
      } catch (error) {
        return error;
      }
    })();
    expect(refusal instanceof Refusal && explainRefusal(refusal, "ja")).toMatch(/page-oder[^]*示された項目を直してください/);
  });

  it("that a document holds and nobody can read are left out, and named", async () => {
    const book = await sampleBook();
    book.settings.set("tenken.settings", JSON.stringify({ version: 1, rules: { "no-such-rule": "off", "code-date": "off" } }));
    const { taskPane } = await openInMemory(book);
    expect([counts(taskPane), taskPane.session.documentSettings.get().dropped.join()]).toEqual([[3, 4, 2, 1, 2], expect.stringContaining("rules.no-such-rule")]);
  });

  it("whether edits are followed is one of them", async () => {
    const { taskPane, workbook } = await openInMemory(await sampleBook());
    taskPane.follow(false);
    await expect.poll(() => workbook.book.settings.size).toBe(1);
    expect(settings((await openInMemory(workbook.book)).taskPane).follow).toBe(false);
    taskPane.follow(true);
    await expect.poll(() => workbook.book.settings.size).toBe(0);
  });
});

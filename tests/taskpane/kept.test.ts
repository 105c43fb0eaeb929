import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/model/finding.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { exportSettings, importSettings } from "../../src/core/settings/exchange.ts";
import { withRule } from "../../src/core/settings/settings.ts";
import { describeRefusal } from "../../src/core/wording/refusals.ts";
import type { ExcelAdapter } from "../../src/taskpane/state/excel-adapter.ts";
import { checked, counts, current, findingAt, fixGroups, openAdapter, said } from "./open-desk.ts";
import { sampleBook } from "./sample-book.ts";

const leave = ({ session }: ExcelAdapter, finding: Finding, reason = "昨年度から続く番号のため") => session.accept(finding, { reason, by: "企画課 山田", day: { year: 2026, month: 11, day: 28 } });
const settings = ({ session }: ExcelAdapter) => session.documentSettings.get().settings;
const progress = ({ session }: ExcelAdapter) => session.get().progress.get(session.get().sheet?.id ?? "");

describe("a finding that is left as it is", () => {
  it("stands apart with reason, name and day, is in no mend of all, outlives the pane, and can be taken back without a trace", async () => {
    const { adapter, workbook } = await openAdapter(await sampleBook());
    const { book } = workbook;
    expect(fixGroups(adapter)).toHaveLength(5);
    await leave(adapter, findingAt(adapter, "G12"));
    expect([counts(adapter), current(adapter), fixGroups(adapter).length, said(adapter)]).toEqual([[3, 4, 2, 1, 2], "F13", 4, expect.stringContaining("G12")]);
    const again = await openAdapter(book);
    expect([counts(again.adapter), workbook.written]).toEqual([[3, 4, 2, 1, 2], []]);
    const [[finding, acceptance] = []] = checked(again.adapter).accepted;
    expect(acceptance).toMatchObject({ reason: "昨年度から続く番号のため", by: "企画課 山田", on: "2026-11-28" });
    if (!finding) throw new Error("nothing was left");
    await again.adapter.session.reopen(finding);
    expect([counts(again.adapter), current(again.adapter), book.settings.size, again.workbook.written]).toEqual([[4, 4, 2, 1, 2], "G12", 0, []]);
  });

  it("is a finding again once its cell holds something else", async () => {
    const { adapter, workbook } = await openAdapter(await sampleBook());
    await leave(adapter, findingAt(adapter, "G12"));
    await leave(adapter, findingAt(adapter, "D6"));
    expect(counts(adapter)).toEqual([3, 3, 2, 1, 2]);
    workbook.type("D6", "順　調");
    await expect.poll(() => counts(adapter)).toEqual([3, 4, 2, 1, 2]);
  });

  it("in a document that takes no settings holds until the pane is closed, and that is said", async () => {
    const { adapter, workbook } = await openAdapter(await sampleBook());
    workbook.faults.refuse.set("remember", new Refusal("interrupted", "9"));
    await leave(adapter, findingAt(adapter, "G12"));
    expect([counts(adapter), adapter.session.documentSettings.get().refusal?.code, workbook.book.settings.size, workbook.written]).toEqual([[3, 4, 2, 1, 2], "interrupted", 0, []]);
    expect(counts((await openAdapter(workbook.book)).adapter)).toEqual([4, 4, 2, 1, 2]);
  });
});

describe("what was found before", () => {
  it("in an earlier session is compared with, where something was written", async () => {
    const { adapter, workbook } = await openAdapter(await sampleBook());
    await leave(adapter, findingAt(adapter, "G12"));
    expect(workbook.book.settings.size).toBe(2);
    workbook.type("D6", "順調");
    expect(progress((await openAdapter(workbook.book)).adapter)).toMatchObject({ before: 9, gone: 1 });
  });

  it("is counted where it is resolved, and named where it is new; a check still leaves no trace", async () => {
    const { adapter, workbook } = await openAdapter(await sampleBook());
    workbook.type("D6", "順調");
    await expect.poll(() => progress(adapter)).toMatchObject({ before: 10, gone: 1, added: 0 });
    workbook.type("D9", "じゅんちょう");
    await expect.poll(() => progress(adapter)).toMatchObject({ before: 10, gone: 1, added: 1 });
    expect([progress(adapter)?.news.get(findingAt(adapter, "D9")), counts(adapter), workbook.book.settings.size, workbook.written]).toEqual(["new", [5, 3, 2, 1, 2], 0, []]);
  });
});

describe("settings", () => {
  it("hold at once and in the document, and go without a trace", async () => {
    const { adapter, workbook } = await openAdapter(await sampleBook());
    await adapter.session.settle({ ...withRule(withRule(settings(adapter), "code-date", "off"), "page-order", "error"), language: "en" });
    expect(counts(adapter)).toEqual([4, 3, 2, 1, 2]);
    const again = (await openAdapter(workbook.book)).adapter;
    expect([counts(again), settings(again)]).toMatchObject([[4, 3, 2, 1, 2], { rules: { "code-date": "off", "page-order": "error" }, language: "en" }]);
    await again.session.settle(importSettings("{\"version\":1}"));
    expect([counts(again), workbook.book.settings.size]).toEqual([[4, 4, 2, 1, 2], 0]);
  });

  it("that are pasted are the same; with a fault none is taken, and the fault is named", async () => {
    const { adapter } = await openAdapter(await sampleBook());
    await adapter.session.settle({ ...withRule(settings(adapter), "page-order", "error"), language: "en" });
    const text = exportSettings(settings(adapter));
    expect(importSettings(text)).toEqual(settings(adapter));
    const refusal = (() => {
      try {
        return importSettings(text.replace("page-order", "page-oder"));
      } catch (error) {
        return error;
      }
    })();
    expect(refusal instanceof Refusal && describeRefusal(refusal.code, refusal.detail, "ja")).toMatch(/page-oder[^]*示された項目を直してください/);
  });

  it("that a document holds and nobody can read are left out, and named", async () => {
    const book = await sampleBook();
    book.settings.set("tenken.settings", JSON.stringify({ version: 1, rules: { "no-such-rule": "off", "code-date": "off" } }));
    const { adapter } = await openAdapter(book);
    expect([counts(adapter), adapter.session.documentSettings.get().dropped.join()]).toEqual([[3, 4, 2, 1, 2], expect.stringContaining("rules.no-such-rule")]);
  });

  it("whether edits are followed is one of them", async () => {
    const { adapter, workbook } = await openAdapter(await sampleBook());
    adapter.follow(false);
    await expect.poll(() => workbook.book.settings.size).toBe(1);
    expect(settings((await openAdapter(workbook.book)).adapter).follow).toBe(false);
    adapter.follow(true);
    await expect.poll(() => workbook.book.settings.size).toBe(0);
  });
});

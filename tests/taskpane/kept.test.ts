import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/model/finding.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { exportSettings, importSettings } from "../../src/core/settings/exchange.ts";
import { withRule } from "../../src/core/settings/settings.ts";
import { wordRefusal } from "../../src/core/wording/refusals.ts";
import type { ExcelDesk } from "../../src/taskpane/state/excel-adapter.ts";
import { checked, counts, current, findingAt, mends, openDesk, said } from "./open-desk.ts";
import { sampleBook } from "./sample-book.ts";

const leave = ({ session }: ExcelDesk, finding: Finding, reason = "昨年度から続く番号のため") => session.accept(finding, { reason, by: "企画課 山田", day: { year: 2026, month: 11, day: 28 } });
const settings = ({ session }: ExcelDesk) => session.keeper.get().settings;
const progress = ({ session }: ExcelDesk) => session.get().progress.get(session.get().sheet?.id ?? "");

describe("a finding that is left as it is", () => {
  it("stands apart with reason, name and day, is in no mend of all, outlives the pane, and can be taken back without a trace", async () => {
    const { desk, workbook } = await openDesk(await sampleBook());
    const { book } = workbook;
    expect(mends(desk)).toHaveLength(5);
    await leave(desk, findingAt(desk, "G12"));
    expect([counts(desk), current(desk), mends(desk).length, said(desk)]).toEqual([[3, 4, 2, 1, 2], "F13", 4, expect.stringContaining("G12")]);
    const again = await openDesk(book);
    expect([counts(again.desk), workbook.written]).toEqual([[3, 4, 2, 1, 2], []]);
    const [[finding, acceptance] = []] = checked(again.desk).accepted;
    expect(acceptance).toMatchObject({ reason: "昨年度から続く番号のため", by: "企画課 山田", on: "2026-11-28" });
    if (!finding) throw new Error("nothing was left");
    await again.desk.session.reopen(finding);
    expect([counts(again.desk), current(again.desk), book.settings.size, again.workbook.written]).toEqual([[4, 4, 2, 1, 2], "G12", 0, []]);
  });

  it("is a finding again once its cell holds something else", async () => {
    const { desk, workbook } = await openDesk(await sampleBook());
    await leave(desk, findingAt(desk, "G12"));
    await leave(desk, findingAt(desk, "D6"));
    expect(counts(desk)).toEqual([3, 3, 2, 1, 2]);
    workbook.type("D6", "順　調");
    await expect.poll(() => counts(desk)).toEqual([3, 4, 2, 1, 2]);
  });

  it("in a document that takes no settings holds until the pane is closed, and that is said", async () => {
    const { desk, workbook } = await openDesk(await sampleBook());
    workbook.faults.refuse.set("remember", new Refusal("interrupted", "9"));
    await leave(desk, findingAt(desk, "G12"));
    expect([counts(desk), desk.session.keeper.get().refusal?.code, workbook.book.settings.size, workbook.written]).toEqual([[3, 4, 2, 1, 2], "interrupted", 0, []]);
    expect(counts((await openDesk(workbook.book)).desk)).toEqual([4, 4, 2, 1, 2]);
  });
});

describe("what was found before", () => {
  it("in an earlier session is compared with, where something was written", async () => {
    const { desk, workbook } = await openDesk(await sampleBook());
    await leave(desk, findingAt(desk, "G12"));
    expect(workbook.book.settings.size).toBe(2);
    workbook.type("D6", "順調");
    expect(progress((await openDesk(workbook.book)).desk)).toMatchObject({ before: 9, gone: 1 });
  });

  it("is counted where it is resolved, and named where it is new; a check still leaves no trace", async () => {
    const { desk, workbook } = await openDesk(await sampleBook());
    workbook.type("D6", "順調");
    await expect.poll(() => progress(desk)).toMatchObject({ before: 10, gone: 1, added: 0 });
    workbook.type("D9", "じゅんちょう");
    await expect.poll(() => progress(desk)).toMatchObject({ before: 10, gone: 1, added: 1 });
    expect([progress(desk)?.news.get(findingAt(desk, "D9")), counts(desk), workbook.book.settings.size, workbook.written]).toEqual(["new", [5, 3, 2, 1, 2], 0, []]);
  });
});

describe("settings", () => {
  it("hold at once and in the document, and go without a trace", async () => {
    const { desk, workbook } = await openDesk(await sampleBook());
    await desk.session.settle({ ...withRule(withRule(settings(desk), "code-date", "off"), "page-order", "error"), language: "en" });
    expect(counts(desk)).toEqual([4, 3, 2, 1, 2]);
    const again = (await openDesk(workbook.book)).desk;
    expect([counts(again), settings(again)]).toMatchObject([[4, 3, 2, 1, 2], { rules: { "code-date": "off", "page-order": "error" }, language: "en" }]);
    await again.session.settle(importSettings("{\"version\":1}"));
    expect([counts(again), workbook.book.settings.size]).toEqual([[4, 4, 2, 1, 2], 0]);
  });

  it("that are pasted are the same; with a fault none is taken, and the fault is named", async () => {
    const { desk } = await openDesk(await sampleBook());
    await desk.session.settle({ ...withRule(settings(desk), "page-order", "error"), language: "en" });
    const text = exportSettings(settings(desk));
    expect(importSettings(text)).toEqual(settings(desk));
    const refusal = (() => {
      try {
        return importSettings(text.replace("page-order", "page-oder"));
      } catch (error) {
        return error;
      }
    })();
    expect(refusal instanceof Refusal && wordRefusal(refusal.code, refusal.detail, "ja")).toMatch(/page-oder[^]*示された項目を直してください/);
  });

  it("that a document holds and nobody can read are left out, and named", async () => {
    const book = await sampleBook();
    book.settings.set("tenken.settings", JSON.stringify({ version: 1, rules: { "no-such-rule": "off", "code-date": "off" } }));
    const { desk } = await openDesk(book);
    expect([counts(desk), desk.session.keeper.get().dropped.join()]).toEqual([[3, 4, 2, 1, 2], expect.stringContaining("rules.no-such-rule")]);
  });

  it("whether edits are followed is one of them", async () => {
    const { desk, workbook } = await openDesk(await sampleBook());
    desk.follow(false);
    await expect.poll(() => workbook.book.settings.size).toBe(1);
    expect(settings((await openDesk(workbook.book)).desk).follow).toBe(false);
    desk.follow(true);
    await expect.poll(() => workbook.book.settings.size).toBe(0);
  });
});

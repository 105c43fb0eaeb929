import { describe, expect, it } from "vitest";
import { broughtBy, describeBrought } from "../../../src/core/settings/brought.ts";
import { writeSettings } from "../../../src/core/settings/keep.ts";
import { readSettings } from "../../../src/core/settings/read.ts";
import { noSettings, withRule, type Settings } from "../../../src/core/settings/settings.ts";
import { fourStatuses } from "../summary/plan.ts";

const off = (...ids: readonly Parameters<typeof withRule>[1][]) => ids.reduce((settings, id) => withRule(settings, id, "off"), noSettings);
const brought = (settings: Settings) => broughtBy({ settings, dropped: [] });
const said = (settings: Settings, language: "ja" | "en" = "ja") => {
  const own = brought(settings);
  return own && describeBrought(own, language);
};

describe("what a document's settings decide is said", () => {
  it("nothing of a document without a choice, nor of its language", () => {
    expect([said(noSettings), said({ ...noSettings, language: "en", follow: true })]).toEqual([undefined, undefined]);
  });

  it("rules that are not checked, three by name", () => {
    expect(said(off("status-missing", "code-format"))).toBe("規則2つを点検しない（番号として読めない、評価の記入もれ）");
    expect(said(off("status-missing", "code-format", "page-order", "text-missing"))).toBe("規則4つを点検しない（番号として読めない、評価の記入もれ、ページの順序 ほか1件）");
    expect(said(off("status-missing"), "en")).toMatch(/^1 rule is not checked \(/);
  });

  it("rules that count otherwise, a form, answers, each for itself", () => {
    const settings: Settings = { ...withRule(noSettings, "status-missing", "info"), answers: { a: "b" } };
    expect(said(settings)).toBe("規則1つの区分を変える（評価の記入もれ → 確認）、様式についての質問1件への答えを使う");
    expect(said({ ...noSettings, form: fourStatuses })).toBe(`様式「${fourStatuses.name.ja}」を使う`);
  });

  it("a form that fits no table is not used, and neither are its rules", () => {
    const settings = { ...withRule(noSettings, "page-order", "off"), form: { ...fourStatuses, rules: { "status-missing": "off" } } } as const;
    const unfit = broughtBy({ settings, dropped: [] }, false);
    expect(unfit?.rules).toEqual([{ id: "page-order", severity: "off" }]);
    expect(unfit && describeBrought(unfit, "ja")).toMatch(new RegExp(`、様式「${fourStatuses.name.ja}」は表に合わないため使わない$`));
    expect(unfit && describeBrought(unfit, "en")).toContain("does not fit and is not used");
  });

  it("rules that its own form switches off count as the document's", () => {
    expect(brought({ ...noSettings, form: { ...fourStatuses, rules: { "status-missing": "off" } } })?.rules).toEqual([{ id: "status-missing", severity: "off" }]);
  });

  it("a form's name is shown on one line, and cut", () => {
    const name = { ja: `あ\u202E\n${"い".repeat(199)}`, en: "x" };
    expect(said({ ...noSettings, form: { ...fourStatuses, name } })).toBe(`様式「あ[U+202E]↵${"い".repeat(50)}…」を使う`);
  });
});

describe("a settings text that no one wrote by choosing", () => {
  it("is not looked at beyond the longest one", () => {
    expect(readSettings(`{"version":1,"rules":{"page-order":"off"},"x":"${"x".repeat(200_000)}"}`)).toEqual({ settings: noSettings, dropped: ["version"] });
  });

  it("with thousands of rules: the first hundred are looked at", () => {
    const rules = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`no-${index}`, "off"]));
    const { dropped } = readSettings(JSON.stringify({ version: 1, rules }));
    expect(dropped.length).toBe(101);
    expect(describeBrought({ rules: [], form: null, answers: 0, dropped }, "ja")).toBe("読めない設定がある（規則の区分、no-0、no-1 ほか98件）");
  });

  it("is written and read as before where it was chosen", () => {
    expect(readSettings(writeSettings(off("page-order"))).settings.rules).toEqual({ "page-order": "off" });
  });
});

import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { exportForm, exportSettings, importSettings } from "../../../src/core/settings/exchange.ts";
import { writeSettings } from "../../../src/core/settings/keep.ts";
import { readSettings } from "../../../src/core/settings/read.ts";
import { effectiveForm, noSettings, ruleStates, withRule, type Settings } from "../../../src/core/settings/settings.ts";
import { languages } from "../../../src/core/wording/language.ts";
import { explainRefusal } from "../../../src/core/wording/refusal-causes.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
import { fourStatuses } from "../summary/plan.ts";

const chosen: Settings = { ...withRule(withRule(noSettings, "status-spelling", "error"), "page-order", "off"), form: null, follow: false, language: "en" };
const own: Settings = { ...noSettings, form: fourStatuses };

describe("the form that settings make", () => {
  const findings = (settings: Settings) => inspectRows(cleanRows, { D4: "順調 ", I5: "" }, effectiveForm(settings)).findings.map(({ rule, severity }) => `${rule} ${severity}`);

  it.each([
    ["nothing chosen", noSettings, ["status-spelling warning", "status-missing error"]],
    ["a rule made an error", withRule(noSettings, "status-spelling", "error"), ["status-spelling error", "status-missing error"]],
    ["a rule switched off", withRule(noSettings, "status-missing", "off"), ["status-spelling warning"]],
    ["and on again", withRule(withRule(noSettings, "status-missing", "off"), "status-missing", "error"), ["status-spelling warning", "status-missing error"]],
  ])("%s", (_, settings, expected) => {
    expect(findings(settings)).toEqual(expected);
  });

  it("is the form itself where nothing differs, and one object for one object", () => {
    expect([effectiveForm(noSettings) === osakaWard, effectiveForm(own) === fourStatuses, effectiveForm(chosen) === effectiveForm(chosen)]).toEqual([true, true, true]);
  });

  it("keeps the severities that the form itself has", () => {
    const form = { ...osakaWard, rules: { "page-order": "off", "status-unknown": "info" } } as const;
    const settings = withRule({ ...noSettings, form }, "status-unknown", "error");
    expect(effectiveForm(settings).rules).toEqual({ "page-order": "off", "status-unknown": "error" });
    expect(ruleStates(settings).filter(({ severity, usual }) => severity !== usual)).toEqual([{ id: "status-unknown", severity: "error", usual: "info" }]);
  });

  it("remembers only rules that differ", () => {
    expect(withRule(chosen, "status-spelling", "warning").rules).toEqual({ "page-order": "off" });
  });
});

describe("settings in the document", () => {
  it.each([
    ["rules, following and language", chosen],
    ["a whole form", own],
  ])("are read as they were written: %s", (_, settings) => {
    expect(readSettings(writeSettings(settings))).toEqual({ settings, dropped: [] });
  });

  it("need no text where nobody chose anything", () => {
    expect([writeSettings(noSettings), readSettings(undefined)]).toEqual([undefined, { settings: noSettings, dropped: [] }]);
  });

  it.each([
    ["no JSON", "{", ["version"], {}],
    ["a list", "[]", ["version"], {}],
    ["another version", `{"version":2,"follow":true}`, ["version"], {}],
    ["a rule of another version", `{"version":1,"rules":{"no-such-rule":"off","page-order":"off"}}`, ["rules.no-such-rule"], { rules: { "page-order": "off" } }],
    ["a severity that is none", `{"version":1,"rules":{"page-order":"loud"},"follow":true}`, ["rules.page-order"], { follow: true }],
    ["a form that is none", `{"version":1,"form":{"id":"x"},"language":"ja"}`, ["form"], { language: "ja" }],
    ["a language that is none", `{"version":1,"language":"fr","follow":false}`, ["language"], { follow: false }],
    ["an entry of a later time", `{"version":1,"colour":"red","follow":true}`, [], { follow: true }],
  ])("are read as far as they can be: %s", (_, text, dropped, rest) => {
    expect(readSettings(text)).toEqual({ settings: { ...noSettings, ...rest }, dropped });
  });
});

describe("settings to copy and paste", () => {
  const refusalOf = (text: string) => {
    try {
      importSettings(text);
    } catch (error) {
      if (error instanceof Refusal) return error;
    }
    throw new Error("not refused");
  };

  it("are one line an entry", () => {
    expect(exportSettings(chosen).split("\n")).toEqual([
      "{",
      '  "version": 1,',
      '  "rules": {',
      '    "status-spelling": "error",',
      '    "page-order": "off"',
      "  },",
      '  "form": null,',
      '  "answers": {},',
      '  "follow": false,',
      '  "language": "en"',
      "}",
    ]);
  });

  it("come back as they were", () => {
    for (const settings of [noSettings, chosen, own]) expect(importSettings(exportSettings(settings))).toEqual(settings);
  });

  it("may leave entries out, and begin with a byte order mark", () => {
    expect(importSettings(`\uFEFF{"version":1,"follow":true}`)).toEqual({ ...noSettings, follow: true });
  });

  it("may be a form alone, which takes the place of the form; a faulty one is refused", () => {
    expect(importSettings(exportForm(fourStatuses), chosen)).toEqual({ ...chosen, form: fourStatuses });
    expect(() => importSettings(exportForm({ ...osakaWard, columns: [] }), chosen)).toThrow(expect.objectContaining({ code: "form-invalid" }));
  });

  const withColumn = JSON.stringify({ version: 1, form: { ...fourStatuses, columns: fourStatuses.columns.map((column, index) => (index === 3 ? { ...column, vocabulary: "marks" } : column)) } });

  it.each([
    ["no JSON", "{", "settings-invalid", /^\tnot-json-line\t1$/],
    ["a list", "[]", "settings-invalid", /^\tnot-an-object\t$/],
    ["no version", "{}", "settings-invalid", /^version\tmissing\t$/],
    ["an unknown entry", `{"version":1,"colour":"red"}`, "settings-invalid", /^colour\tno-such-entry\tversion, rules, /],
    ["an unknown rule", `{"version":1,"rules":{"page-oder":"off"}}`, "settings-invalid", /^rules\.page-oder\tno-such-entry\tpage-order, /],
    ["an unknown severity", `{"version":1,"rules":{"page-order":"loud"}}`, "settings-invalid", /^rules\.page-order\tnot-listed\terror, warning, info, off$/],
    ["an unknown language", `{"version":1,"language":"fr"}`, "settings-invalid", /^language\tnot-listed\tja, en$/],
    ["a word for a switch", `{"version":1,"follow":"yes"}`, "settings-invalid", /^follow\tnot-a-switch\t$/],
    ["a form with a wrong column", withColumn, "form-invalid", /^columns\.#4\.vocabulary\t/],
    ["a form nested deeper than any", `{"version":1,"form":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "form-invalid", /^\tnot-an-object\t$/],
    ["too much", `{"version":1}${" ".repeat(200_000)}`, "settings-invalid", /^\ttoo-long\t200000$/],
  ])("%s is refused, and named", (_, text, code, detail) => {
    const refusal = refusalOf(text);
    expect([refusal.code, refusal.detail]).toEqual([code, expect.stringMatching(detail)]);
    for (const language of languages) expect(explainRefusal(refusal, language)).toContain(refusal.detail.split("\t")[0]);
  });
});

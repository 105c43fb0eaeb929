import { describe, expect, it } from "vitest";
import { splitAccepted } from "../../../src/core/acceptance/acceptance.ts";
import { readAcceptances } from "../../../src/core/acceptance/read-list.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { progressOf } from "../../../src/core/progress/progress.ts";
import { readSnapshot } from "../../../src/core/progress/read-snapshot.ts";
import { ruleTitle } from "../../../src/core/rules/say.ts";
import { importSettings } from "../../../src/core/settings/exchange.ts";
import { readSettings } from "../../../src/core/settings/read.ts";
import { effectiveForm } from "../../../src/core/settings/settings.ts";
import { cleanRows, inspectRows } from "../sheet.ts";

const name = { ja: "名", en: "name" };
const formOfVersion1 = {
  id: "old",
  name,
  levels: { issue: { name, code: "{1}" }, strategy: { name, code: "{1}-{2}" }, initiative: { name, code: "{1}-{2}-{3}" } },
  page: { write: "p.{n}", also: [] },
  columns: [{ id: "issue", level: "issue", holds: "label", name, header: ["経営課題"] }, { id: "strategy", level: "strategy", holds: "code", name, header: ["戦略"] }, { id: "code", level: "initiative", holds: "code", name, header: ["取組"] }],
  vocabularies: {},
  spellings: [],
  rules: { "issue-missing": "off", "initiative-missing": "error" },
};

describe("what the version with three fixed levels kept", () => {
  it("a form: its levels in order, its rules under the ids of today", () => {
    const { levels, rules } = parseForm(JSON.stringify(formOfVersion1));
    expect(levels.map(({ id, key, code, mayBeEmpty = false }) => [id, key, code, mayBeEmpty])).toEqual([
      ["issue", "nested", "{1}", true],
      ["strategy", "nested", "{1}-{2}", false],
      ["initiative", "nested", "{1}-{2}-{3}", false],
    ]);
    expect(rules).toEqual({ "parent-missing": "off", "children-missing": "error" });
  });

  it("settings in a document, and as a text of their own", () => {
    const text = JSON.stringify({ version: 1, rules: { "issue-misplaced": "off", "page-order": "info" }, form: formOfVersion1, follow: null, language: null });
    const { settings, dropped } = readSettings(text);
    expect(dropped).toEqual([]);
    expect(effectiveForm(settings).rules).toMatchObject({ "label-misplaced": "off", "page-order": "info", "parent-missing": "off" });
    expect(importSettings(text).rules).toEqual({ "label-misplaced": "off", "page-order": "info" });
  });

  it("a finding that was left as it is, and one of an earlier check", () => {
    const { findings } = inspectRows(cleanRows, { A7: undefined }, osakaWard);
    const kept = { rule: "issue-missing", code: "2", title: "", column: null };
    const accepted = readAcceptances(JSON.stringify({ version: 1, entries: [{ ...kept, value: "", reason: "印刷の都合", by: "山田", on: "2026-11-01" }] }));
    expect(splitAccepted(findings, accepted)).toMatchObject({ open: [], stale: [] });
    const snapshot = readSnapshot(JSON.stringify({ version: 1, entries: [{ ...kept, count: 1 }] }));
    expect(progressOf(snapshot ?? [], findings)).toMatchObject({ before: 1, gone: 0, added: 0 });
  });

  it("a rule's title in a journal", () => {
    expect(ruleTitle("strategy-missing", "ja")).toBe(ruleTitle("parent-missing", "ja"));
  });
});

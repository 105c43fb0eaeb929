import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { withDefaultMarks } from "../../../src/core/form/default-marks.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import type { Form, Term } from "../../../src/core/form/schema.ts";
import { importSettings } from "../../../src/core/settings/exchange.ts";
import { inspectRows } from "../sheet.ts";

const name = (ja: string) => ({ ja, en: ja });
const good = (text: string): Term => ({ text, meaning: "good" });
const bad = (text: string): Term => ({ text, meaning: "bad" });
const file = (...grade: readonly Term[]) =>
  JSON.stringify({
    id: "town",
    name: name("町の様式"),
    levels: [{ id: "project", name: name("事業"), key: "running", code: "{n}" }],
    columns: [
      { id: "number", level: "project", holds: "code", name: name("番号"), header: ["番号"] },
      { id: "name", level: "project", holds: "text", name: name("事業名"), header: ["事業名"] },
      { id: "grade", level: "project", holds: "status", vocabulary: "grade", name: name("評価"), header: ["評価"] },
    ],
    vocabularies: { grade },
    spellings: [],
  });
const rows = (form: Form) => [["番号", "事業名", "評価"], ...(form.vocabularies["grade"] ?? []).map(({ text }, index) => [`${index + 1}`, `事業の${index + 1}`, text])];
const marks = (form: Form) => inspectRows(rows(form), {}, form).marks.map(({ code, level }) => `${code} ${level}`);

describe("a form that says of no term what it marks", () => {
  it.each<readonly [string, readonly Term[], readonly string[]]>([
    ["one bad term: attention", [good("順調"), bad("遅れ")], ["2 attention"]],
    ["of several the worst: a review", [good("良"), bad("可"), bad("不可")], ["2 attention", "3 required"]],
    ["words that call for a review, wherever they stand", [good("継続"), bad("廃止"), bad("休止")], ["2 required", "3 attention"]],
    ["other words of a term", [good("A"), bad("B"), { ...bad("C"), words: ["抜本的に見直し"] }], ["2 attention", "3 required"]],
    ["a single term whose words call for one", [good("継続"), bad("中 止")], ["2 required"]],
    ["what is not judged: nothing", [good("順調"), good("完了"), { text: "未定", meaning: "none" }], []],
  ])("%s", (_, terms, expected) => {
    expect(marks(withDefaultMarks(parseForm(file(...terms))))).toEqual(expected);
  });

  it("is left as it is where any term has a mark", () => {
    const form = parseForm(file(good("順調"), bad("遅れ"), { ...bad("中止"), mark: "attention" }));
    expect(withDefaultMarks(form)).toBe(form);
    expect(withDefaultMarks(osakaWard)).toBe(osakaWard);
  });

  it("gets its marks where it is given as a file, and keeps what was chosen in a document", () => {
    const text = file(good("順調"), bad("遅れ"));
    expect(importSettings(text).form?.vocabularies["grade"]?.map(({ mark }) => mark)).toEqual([undefined, "attention"]);
    expect(importSettings(`{ "version": 1, "form": ${text} }`).form?.vocabularies["grade"]?.map(({ mark }) => mark)).toEqual([undefined, undefined]);
  });
});

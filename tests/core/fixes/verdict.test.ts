import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { verdictLines } from "../../../src/core/fixes/verdict.ts";
import { inspectFully } from "../../../src/core/inspect.ts";
import type { FullInspection } from "../../../src/core/model/finding.ts";
import { lettersOf } from "../../../src/core/reply/reply.ts";
import { languages } from "../../../src/core/wording/language.ts";
import { cleanRows, gridOf, type Cells } from "../sheet.ts";
import { plansOf, shown } from "../summary/plan.ts";

const form = { ...osakaWard, rules: { "status-missing": "off", "status-spelling": "error" } } as const;

function inspected(put: Cells, by: typeof osakaWard = form): FullInspection {
  const inspection = inspectFully(gridOf(cleanRows, put), by);
  if (!inspection) throw new Error("no table found");
  return inspection;
}

describe("the verdict", () => {
  const inspection = inspected({ D4: "順調 ", I5: "", B6: { date: 46_024 } });

  it("is one line, with the rules that the settings leave out or weigh otherwise beside it", () => {
    expect(verdictLines([inspection], "ja")).toEqual(["このままでは提出できません：誤り2件", "点検の設定：規則1つを点検しない（評価の記入もれ）、規則1つの区分を変える（評価の表記ゆれ → 誤り）"]);
    expect(verdictLines([inspection], "en")).toEqual(["Not ready to hand in: 2 errors", "Settings of the check: 1 rule is not checked (A status is empty); 1 rule counts otherwise (A status in another spelling → Error)"]);
    expect(verdictLines([inspected({}, osakaWard)], "ja")).toEqual(["提出できます"]);
  });

  it.each(languages)("stands on top of the summary and the reply in the same words: %s", (language) => {
    const lines = verdictLines([inspection], language);
    const { digest } = plansOf([{ file: "asahi.xlsx", inspection }], language);
    expect(digest.rows.slice(1, 3).map(shown)).toEqual(lines);
    const [letter] = lettersOf({ inspection, findings: inspection.findings, form, language, day: { year: 2026, month: 11, day: 24 }, source: "" });
    expect(letter?.text).toContain(`\n\n${lines.join("\n")}\n\n`);
  });

  it("of several offices adds them up, and is not given where one could not be read", () => {
    const offices = [{ file: "a.xlsx", inspection }, { file: "b.xlsx", inspection: inspected({ I5: "" }, osakaWard) }];
    const top = (all: Parameters<typeof plansOf>[0]) => plansOf(all).digest.rows.slice(1, 4).map(shown);
    expect(top(offices)[0]).toBe("このままでは提出できません：誤り3件");
    expect(top([...offices, { file: "c.pdf", refusal: { code: "not-xlsx", detail: "PDF" } }]).join("\n")).not.toContain("提出");
  });
});

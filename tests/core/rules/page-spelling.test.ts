import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

checkRule("page-spelling", [
  { when: "a capital", put: { L8: "P.7" }, finds: ["L8 safe p.7"] },
  { when: "full width", put: { L8: "ｐ．７" }, finds: ["L8 safe p.7"] },
  { when: "a space", put: { L8: "p. 7" }, finds: ["L8 safe p.7"] },
  { when: "no dot", put: { L8: "p7" }, finds: ["L8 safe p.7"] },
  { when: "a digit as text", put: { L8: "7" }, finds: ["L8 safe p.7"] },
  { when: "a number", put: { L8: 7 }, finds: ["L8 safe p.7"] },
  { when: "in katakana", put: { L8: "7ページ" }, finds: ["L8 safe p.7"] },
  { when: "in kanji, full width", put: { L8: "７頁" }, finds: ["L8 safe p.7"] },
  { when: "a line break after it", put: { L8: "p.7\n" }, finds: ["L8 safe p.7"] },
  { when: "a number that its format shows right", put: { L4: { number: 1, format: '"p."0' } }, finds: [] },
  { when: "a number that its format shows otherwise", put: { L4: { number: 1, format: '0"頁"' } }, finds: ["L4 safe p.1"] },
  { when: "what floating point adds is not shown", put: { L5: 2.0000000000000004 }, finds: ["L5 safe p.2"] },
]);

it("where most of a column is written otherwise than in the form, the sentence does not say that the form writes so", () => {
  const pages = Object.fromEntries(cleanRows.flatMap((row, index) => (/^p\./.test(row[11] ?? "") ? [[`L${index + 1}`, (row[11] ?? "").replace("p.", "P")]] : [])));
  const { findings } = inspectRows(cleanRows, { ...pages, L8: "p.7" });
  expect(findings.map((finding) => describeFinding(finding, osakaWard, "ja").what)).toEqual(["「取組の資料ページ」の「p.7」は、この列のほかのページに合わせて「P7」と書きます。"]);
});

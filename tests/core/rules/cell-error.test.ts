import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

const broken = { error: "#REF!" };

checkRule("cell-error", [
  { when: "in a status", put: { D6: broken }, finds: ["D6"] },
  { when: "in a page", put: { L8: broken }, finds: ["L8"] },
  { when: "in a text", put: { C6: broken }, finds: ["C6"] },
  { when: "in a code", put: { G8: { error: "#N/A" } }, finds: ["G8"] },
  { when: "in a label", put: { A7: broken }, finds: ["A7"] },
  { when: "a text that reads alike is no error value", put: { D6: "#REF!" }, finds: ["status-unknown D6"] },
]);

it("names a picture that stands in a cell", () => {
  const { findings } = inspectRows(cleanRows, { D6: { error: "#VALUE!" }, E6: { error: "#VALUE!" } }, osakaWard, false, { D6: "picture" });
  expect(findings.map((finding) => describeFinding(finding, osakaWard, "ja").what.includes("画像"))).toEqual([true, false]);
});

import { expect, it } from "vitest";
import { fixGroupsOf } from "../../src/core/fixes/fix-groups.ts";
import { a1 } from "../../src/core/model/address.ts";
import { choiceLines } from "../../src/pane/fixes/choice-lines.ts";
import { cleanRows, inspectRows } from "../core/sheet.ts";

const pages = { L4: "P1", L5: "2", L6: "ｐ．3", L7: "p 4", L8: "5" };
const safe = fixGroupsOf(inspectRows(cleanRows, { D4: "順調 ", ...pages, G9: "2-1-3 " }).findings).filter(({ safety }) => safety === "safe");

function told(unfolded: readonly string[]): readonly string[] {
  return choiceLines(safe, new Set(unfolded)).map((line) => {
    if (line.kind === "rule") return `${line.rule} ${line.fixGroups.length}`;
    return line.kind === "fix" ? line.fixGroup.edits.map(({ at }) => a1(at)).join() : `+${line.count}`;
  });
}

it("of each rule three fixes are examples, and the rest is told until it is unfolded", () => {
  expect(told([])).toEqual(["status-spelling 1", "D4", "page-spelling 5", "L4", "L5", "L6", "+2", "code-spelling 1", "G9"]);
  expect(told(["page-spelling", "status-spelling"])).toEqual(["status-spelling 1", "D4", "page-spelling 5", "L4", "L5", "L6", "+2", "L7", "L8", "code-spelling 1", "G9"]);
});

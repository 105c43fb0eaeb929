import { expect, it } from "vitest";
import { a1 } from "../../src/core/model/address.ts";
import { findingItems } from "../../src/pane/findings/list-items.ts";
import { isFinding } from "../../src/pane/state/kinds.ts";
import { cleanRows, inspectRows } from "../core/sheet.ts";

const { findings } = inspectRows(cleanRows, { D4: "順調 ", L4: "P1", L5: "2", G9: "2-1-3 " });

function told(folded: readonly string[]): readonly string[] {
  return findingItems(findings, [], "rule", new Set(folded), "ja").map((item) => {
    if (item.kind === "rule") return `${item.isFolded ? "+" : "-"} ${item.rule} ${item.count}`;
    return item.kind === "entry" && isFinding(item.entry) ? a1(item.entry.at) : item.kind;
  });
}

it("a folded rule keeps its heading and its count", () => {
  expect(told([])).toEqual(["- status-spelling 1", "D4", "- page-spelling 2", "L4", "L5", "- code-spelling 1", "G9"]);
  expect(told(["page-spelling", "text-spaces"])).toEqual(["- status-spelling 1", "D4", "+ page-spelling 2", "- code-spelling 1", "G9"]);
  expect(told(["status-spelling", "page-spelling", "code-spelling"])).toEqual(["+ status-spelling 1", "+ page-spelling 2", "+ code-spelling 1"]);
});

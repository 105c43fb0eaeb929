import { expect, it } from "vitest";
import { findingKey, ListMemory } from "../../src/pane/state/list-memory.ts";
import { cleanRows, inspectRows } from "../core/sheet.ts";

it("what is typed for leaving a finding belongs to its sheet, also where another sheet has the same finding at the same cell", () => {
  const [finding] = inspectRows(cleanRows, { D4: "順調 " }).findings;
  const [again] = inspectRows(cleanRows, { D4: "順調 " }).findings;
  if (!finding || !again) throw new Error("no finding");
  const list = new ListMemory();
  list.leave("first", finding, { reason: "本庁と調整済み", by: "" });
  const { leaving } = list.get();
  expect(leaving?.finding).toBe(findingKey("first", again));
  expect(leaving?.finding).not.toBe(findingKey("second", again));
});

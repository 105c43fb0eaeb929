import { expect, test } from "vitest";
import { outlineRows } from "../../src/pane/outline/outline-rows.ts";
import { faultyBook } from "../taskpane/faulty-book.ts";
import { checked, counts, openInMemory, said } from "../taskpane/open-in-memory.ts";

test("the outline shows what the counts and the search leave, with all above it, and says how much that is", async () => {
  const { taskPane } = await openInMemory(faultyBook({ D6: "順調でない", I8: undefined, J11: "予定どおり実施しなかった", L9: "2" }));
  const { session } = taskPane;
  session.look("outline");
  const told = () => {
    const check = checked(taskPane);
    return outlineRows(check, session.get().filter).map(({ node, kinds }) => [check.inspection.overview.outline.codes[node], ...kinds].join(" "));
  };
  const all = ["1", "1-1", "1-1-1", "1-1-2", "1-2", "1-2-1", "2", "2-1", "2-1-1", "2-1-2", "2-1-3", "2-2", "2-2-1", "2-2-2"];
  expect(told()).toEqual(all);
  const [errors, warnings] = counts(taskPane);
  session.toggleKind("error");
  expect([told(), said(taskPane), session.get().view]).toEqual([["2", "2-1", "2-1-2 error"], `${errors}件を表示しています。`, "outline"]);
  session.toggleKind("attention");
  session.toggleKind("error");
  expect(told().filter((row) => row.includes(" "))).toEqual(expect.arrayContaining(["2-2-2 attention"]));
  session.toggleKind("attention");
  session.toggleKind("warning");
  expect([told(), said(taskPane)]).toEqual([["2", "2-1", "2-1-3 warning"], `${warnings}件を表示しています。`]);
  session.toggleKind("warning");
  expect(told()).toEqual(all);
  session.filterBy({ text: "図書" });
  expect(told()).toEqual(["2", "2-1", "2-1-3 warning"]);
  session.filterBy({ text: "どこにもない語" });
  expect(told()).toEqual([]);
});

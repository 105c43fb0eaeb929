import { expect, it } from "vitest";
import { nodeAt } from "../../src/core/outline/outline.ts";
import { pathTo, relativesOf } from "../../src/core/outline/path.ts";
import { a1 } from "../../src/core/model/address.ts";
import { lettersOf } from "../../src/core/reply/reply.ts";
import { findingsShown } from "../../src/pane/state/checks.ts";
import { noFilter } from "../../src/pane/state/filter.ts";
import { checked, openInMemory, said } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

it("findings are found by words in any width, by rule and by kind; what stands in a cell that is selected then passes every filter, but none that is set after it", async () => {
  const { taskPane, workbook } = await openInMemory(await sampleBook());
  const { session } = taskPane;
  const shown = () => findingsShown(session.get()).map(({ at }) => a1(at));
  session.filterBy({ text: "ｇ１２" });
  expect([shown(), said(taskPane)]).toEqual([["G12"], expect.stringMatching(/1件/)]);
  session.filterBy({ text: "どこにもない語" });
  expect(shown()).toEqual([]);
  workbook.goTo("D6");
  await expect.poll(shown).toEqual(["D6"]);
  session.filterBy({ ...noFilter, rule: "page-spelling" });
  expect(shown()).toEqual(["F13"]);
  workbook.goTo("A1");
  await expect.poll(shown).toEqual(["F13"]);
  session.filterBy(noFilter);
  session.toggleKind("error");
  expect([shown().length, shown().includes("D6")]).toEqual([4, false]);
  session.toggleKind("error");
  expect(shown()).toHaveLength(10);
});

it("the outline of a row leads to its parent and its sisters, down to the last row", async () => {
  const { outline } = checked((await openInMemory(await sampleBook())).taskPane).inspection.overview;
  const index = pathTo(outline, { row: 9, column: 0 }).at(-1) ?? -1;
  const { parent, previous } = relativesOf(outline, index);
  const node = nodeAt(outline, index);
  expect([node.depth, node.code, outline.codes[parent ?? -1], outline.codes[previous ?? -1], a1(nodeAt(outline, previous ?? -1).at)]).toEqual([2, "1-2-2", "1-2", "1-2-1", "G9"]);
  expect(a1(nodeAt(outline, outline.codes.length - 1).at)).toBe("G21");
});

it("the numbers say how many are judged, and which are not", async () => {
  const { tally } = checked((await openInMemory(await sampleBook())).taskPane).inspection;
  expect(tally.total[0]?.terms.slice(0, 2)).toEqual([6, 2]);
  expect(tally.groups[0]?.statuses[0]?.terms[0]).toBe(2);
  expect(tally.columns.flatMap(({ leftOut }) => leftOut.map(({ code, at }) => [code, a1(at)]))).toContainEqual(["4-2-2", "I21"]);
});

it("the letter names cell, present text and proposal", async () => {
  const { taskPane } = await openInMemory(await sampleBook());
  const { inspection, form } = checked(taskPane);
  const letters = lettersOf({ inspection, findings: inspection.findings, form, language: "ja", day: { year: 2026, month: 11, day: 28 }, source: taskPane.session.get().sheet?.source ?? "" });
  expect(letters.map(({ text }) => text).join("\n")).toMatch(/D6[^]*順調□[^]*順調/);
});

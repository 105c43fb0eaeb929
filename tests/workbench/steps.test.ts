import fc from "fast-check";
import { expect, test } from "vitest";
import { isUnsaved, noHistory, saved, turned, withStep, type History, type Kept, type Step } from "../../src/workbench/state/steps.ts";

const kept: Kept = { journal: [], charts: new Map() };
const step = (content: number): Step => ({ content, what: { kind: "marks" }, sheets: [], kept });

test("a file is unsaved exactly while its content is not the one that was saved last", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("change", "undo", "redo", "save"), { maxLength: 40 }), (actions) => {
      let history: History = noHistory;
      // The plain model: all contents made on the way to the present one.
      let contents = [0];
      let place = 0;
      let onDisk = 0;
      let last = 0;
      for (const action of actions) {
        if (action === "change") {
          contents = [...contents.slice(0, place + 1), ++last];
          place++;
          history = withStep(history, step(last), place);
        } else if (action === "save") {
          onDisk = contents[place] ?? -1;
          history = saved(history);
        } else {
          place = Math.min(Math.max(place + (action === "undo" ? -1 : 1), 0), contents.length - 1);
          history = turned(history, action, kept)?.history ?? history;
        }
        expect(isUnsaved(history)).toBe(contents[place] !== onDisk);
      }
    }),
  );
});

test("steps that can no longer be undone are forgotten, and the file is unsaved all the same", () => {
  let history: History = noHistory;
  for (let content = 1; content <= 5; content++) history = withStep(history, step(content), Math.min(content, 2));
  expect(history.done.map(({ content }) => content)).toEqual([4, 5]);
  history = turned(history, "undo", kept)?.history ?? history;
  history = turned(history, "undo", kept)?.history ?? history;
  expect(turned(history, "undo", kept)).toBeUndefined();
  expect(isUnsaved(history)).toBe(true);
});

test("a step back to the saved content leaves the file saved, and undoing that step does not", () => {
  let history = withStep(withStep(noHistory, step(1), 1), step(0), 2);
  expect(isUnsaved(history)).toBe(false);
  history = turned(history, "undo", kept)?.history ?? history;
  expect(isUnsaved(history)).toBe(true);
});

test("what was kept goes back and forth with the step", () => {
  const before: Kept = { journal: [], charts: new Map([["1", []]]) };
  const after: Kept = { journal: [], charts: new Map([["2", []]]) };
  const history = withStep(noHistory, { ...step(1), kept: before }, 1);
  const undone = turned(history, "undo", after);
  expect(undone?.step.kept).toBe(before);
  expect(undone && turned(undone.history, "redo", before)?.step.kept).toBe(after);
});

import { expect, it } from "vitest";
import { hasTable } from "../../src/pane/state/state.ts";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { largeWorkbook } from "./large-workbook.ts";
import { newWorkspace, picked, sheetIn } from "./node-workspace.ts";

it("5,000 fixes: one change of the file, one check, one step back", async () => {
  const requests: string[] = [];
  const workspace = newWorkspace((request) => void requests.push(request.kind));
  await workspace.files.open([picked("many.xlsx", largeWorkbook(5000, 1))]);
  const id = sheetIn(workspace, "many.xlsx");
  const { session, store, editor } = workspace;
  const { fixer } = session;
  const safe = () => {
    const state = session.get().checks.get(id);
    return hasTable(state) ? fixer.safeFixes(state.check.inspection.findings) : [];
  };
  await expect.poll(() => safe().length, { timeout: 20_000 }).toBe(5000);
  const count = (kind: string) => requests.filter((each) => each === kind).length;
  requests.length = 0;
  await fixer.fix({ id, name: "総括表" }, safe());
  expect([safe().length, count("apply"), count("check"), fixer.get().journal.length]).toEqual([0, 1, 1, 5000]);
  expect(requests.length).toBeLessThan(10);
  expect(openContent(store.get(), fileOf(id))?.history.done).toHaveLength(1);
  await editor.turn("undo");
  await expect.poll(() => safe().length, { timeout: 20_000 }).toBe(5000);
  expect(fixer.get().journal).toEqual([]);
}, 60_000);

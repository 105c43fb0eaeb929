import { afterEach, expect, test, vi } from "vitest";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import type { Workspace } from "../../src/workbench/state/workspace.ts";
import type { Request } from "../../src/workbench/worker/messages.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { cellsIn } from "./workbench-page.ts";
import { newWorkspace, picked, sample, saved, sheetIn } from "./node-workspace.ts";

afterEach(() => void vi.useRealTimers());

const at = { row: 0, column: 0 };

/** Two files. The worker of one answers nothing more from its next check on, like an endless computation. */
async function opened() {
  const ended: string[] = [];
  const hanging = { sheet: "", isBusy: false };
  const forever = new Promise<void>(() => undefined);
  const waitFor = (request: Request, file: string) => {
    if (request.kind === "check" && request.sheet === hanging.sheet) hanging.isBusy = true;
    return hanging.isBusy && file === fileOf(hanging.sheet) ? forever : undefined;
  };
  const workspace = newWorkspace(waitFor, (file) => ended.push(file));
  await workspace.files.open([picked("遅い.xlsx", sample), picked("速い.xlsx", sample)]);
  const [slow, fast] = [sheetIn(workspace, "遅い.xlsx"), sheetIn(workspace, "速い.xlsx")];
  hanging.sheet = slow;
  return { workspace, slow, fast, ended };
}

/** The slow file hangs, and the user stops it. */
async function stopped({ workspace, slow }: Awaited<ReturnType<typeof opened>>, wait = 60_000) {
  const checked = workspace.session.check(slow);
  await expect.poll(() => workspace.session.get().checks.get(slow)?.phase).toBe("busy");
  await new Promise((resolve) => setTimeout(resolve, 20));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  workspace.session.cancel(slow);
  await vi.advanceTimersByTimeAsync(wait);
  vi.useRealTimers();
  expect(await checked).toMatchObject({ phase: "refused", code: "cancelled" });
}

const stateOf = (workspace: Workspace, sheet: string) => workspace.store.get().files.find(({ id }) => id === fileOf(sheet))?.content.state;

test("a file that hangs is ended when it is stopped; the unsaved changes of the others stay, and are saved", async () => {
  const all = await opened();
  const { workspace, slow, fast, ended } = all;
  await workspace.editor.type({ sheet: fast, at, text: "書きかけ" });
  await stopped(all);
  expect([ended, stateOf(workspace, slow), stateOf(workspace, fast)]).toEqual([[fileOf(slow)], "ended", "open"]);
  expect(openContent(workspace.store.get(), fileOf(fast))?.history.done).toHaveLength(1);
  const { isSaved, bytes } = await saved(workspace, fileOf(fast));
  const text = [...cellsIn(bytes)].find(([address]) => address.endsWith("!A1"))?.[1];
  expect([isSaved, text]).toEqual([true, expect.stringContaining("書きかけ")]);
});

test("a file with unsaved changes of its own is waited for until the user closes it", async () => {
  const all = await opened();
  const { workspace, slow, ended } = all;
  await workspace.editor.type({ sheet: slow, at, text: "書きかけ" });
  await stopped(all);
  expect([ended, stateOf(workspace, slow), workspace.store.get().notice]).toEqual([[], "open", { kind: "silent", name: "遅い.xlsx" }]);
  workspace.files.close(fileOf(slow));
  expect([workspace.store.get().closing, ended]).toEqual([fileOf(slow), []]);
  await workspace.files.answerClose("drop");
  expect([ended, stateOf(workspace, slow)]).toEqual([[fileOf(slow)], undefined]);
});

test("a file that answers in time is stopped and stays open", async () => {
  const all = await opened();
  const { workspace, slow, ended } = all;
  await stopped(all, 1000);
  expect([ended, stateOf(workspace, slow)]).toEqual([[], "open"]);
});

test("while a file hangs, others are opened, changed and saved; closing it ends it", async () => {
  const { workspace, slow, fast, ended } = await opened();
  void workspace.session.check(slow);
  const writing = workspace.editor.type({ sheet: slow, at, text: "届かない" });
  await workspace.editor.type({ sheet: fast, at, text: "届く" });
  await workspace.files.open([picked("あと.xlsx", sample)]);
  expect(stateOf(workspace, sheetIn(workspace, "あと.xlsx"))).toBe("open");
  workspace.files.drop(fileOf(slow));
  await writing;
  expect([ended, openContent(workspace.store.get(), fileOf(fast))?.history.done.length]).toEqual([[fileOf(slow)], 1]);
});

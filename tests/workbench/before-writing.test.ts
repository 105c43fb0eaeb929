import { expect, test } from "vitest";
import type { WrittenCell } from "../../src/core/model/changes.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { activeFile, openContent } from "../../src/workbench/state/workspace-state.ts";
import { sheetIn, newWorkspace, picked, sample } from "./node-workspace.ts";

const at = { row: 0, column: 0 };

async function opened() {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample)]);
  const sheet = sheetIn(workspace, "旭区.xlsx");
  const value = async () => (await workspace.workbook.read(sheet)).value(at.row, at.column);
  const from = await value();
  const edit = { kind: "edit-cells", sheet, edits: [{ at, from, to: "書いた" }] } as const;
  const steps = () => openContent(workspace.store.get(), activeFile(workspace.store.get())?.id ?? "")?.history.done.length;
  return { workspace, value, from, edit, steps };
}

test("the caller is told the cells before the first one is written, and waited for", async () => {
  const { workspace, value, from, edit } = await opened();
  const told: unknown[] = [];
  const beforeWriting = async (cells: readonly WrittenCell[]) => {
    told.push(cells.map((cell) => [cell.at, cell.from, cell.to]), await value());
  };
  await workspace.workbook.apply([edit], { beforeWriting });
  expect(told).toEqual([[[at, from, "書いた"]], from]);
  expect(await value()).toBe("書いた");
});

test("where the caller fails, nothing is written and its own reason is told", async () => {
  const { workspace, value, from, edit, steps } = await opened();
  const beforeWriting = () => Promise.reject(new Refusal("not-saved", "journal"));
  await expect(workspace.workbook.apply([edit], { beforeWriting })).rejects.toEqual(new Refusal("not-saved", "journal"));
  expect([await value(), steps()]).toEqual([from, 0]);
  await workspace.workbook.apply([edit]);
  expect([await value(), steps()]).toEqual(["書いた", 1]);
});

test("stopped while the caller is waited for, nothing is written", async () => {
  const { workspace, value, from, edit, steps } = await opened();
  const controller = new AbortController();
  const beforeWriting = () => new Promise<void>(() => controller.abort());
  await expect(workspace.workbook.apply([edit], { beforeWriting, signal: controller.signal })).rejects.toEqual(new Refusal("cancelled"));
  expect([await value(), steps()]).toEqual([from, 0]);
});

test("a cell that holds something else is refused before the caller is told", async () => {
  const { workspace, edit, value, from } = await opened();
  let told = 0;
  const beforeWriting = () => {
    told++;
    return Promise.resolve();
  };
  const stale = { ...edit, edits: [{ at, from: "ほかの文", to: "書いた" }] };
  await expect(workspace.workbook.apply([stale], { beforeWriting })).rejects.toMatchObject({ code: "moved" });
  expect([told, await value()]).toEqual([0, from]);
});

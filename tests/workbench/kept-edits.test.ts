import { expect, test, vi } from "vitest";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import type { EditStore } from "../../src/workbench/state/edit-store.ts";
import { gradedPlan, editsInMemory, newWorkspace, picked, sample, saved, sheetIn } from "./node-workspace.ts";

const name = "旭区.xlsx";
const at = { row: 5, column: 3 };

async function opened(stored: EditStore, bytes: Uint8Array = sample) {
  const workspace = newWorkspace(undefined, undefined, stored);
  await workspace.files.open([picked(name, bytes)]);
  const sheet = sheetIn(workspace, name);
  const file = fileOf(sheet);
  const { store, editor } = workspace;
  return {
    ...workspace,
    file,
    type: (text: string) => editor.type({ sheet, at, text }),
    value: async () => (await workspace.workbook.readCells(sheet, [at]))[0],
    offer: () => store.get().files.find(({ id }) => id === file)?.offer?.count,
  };
}

test("what was not saved is offered when the same content is opened again, and comes back as one step that can be undone", async () => {
  const stored = editsInMemory();
  const first = await opened(stored);
  await first.type("順調でない");
  await first.type("=SUM(A1)");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));

  const other = await opened(stored, gradedPlan);
  expect(other.offer()).toBeUndefined();

  const again = await opened(stored);
  await vi.waitFor(() => expect(again.offer()).toBe(1));
  const before = await again.value();
  await again.keptEdits.restore(again.file);
  expect([await again.value(), again.offer()]).toEqual(["=SUM(A1)", undefined]);
  await again.editor.turn("undo");
  expect(await again.value()).toBe(before);
  await vi.waitFor(() => expect(stored.kept.size).toBe(0));
});

test("saving forgets it, and what is written afterwards belongs to the saved content", async () => {
  const stored = editsInMemory();
  const first = await opened(stored);
  await first.type("順調でない");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));
  const { bytes } = await saved(first, first.file);
  await vi.waitFor(() => expect(stored.kept.size).toBe(0));
  await first.type("順調");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));
  const later = await opened(stored, bytes);
  await vi.waitFor(() => expect(later.offer()).toBe(1));
  expect((await opened(stored)).offer()).toBeUndefined();
});

test("refusing it forgets it; undoing everything and closing without saving do too", async () => {
  const stored = editsInMemory();
  const first = await opened(stored);
  await first.type("順調でない");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));
  const again = await opened(stored);
  await vi.waitFor(() => expect(again.offer()).toBe(1));
  await again.keptEdits.refuse(again.file);
  expect([stored.kept.size, again.offer()]).toEqual([0, undefined]);
  await again.type("順調");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));
  await again.editor.turn("undo");
  await vi.waitFor(() => expect(stored.kept.size).toBe(0));
  await again.editor.turn("redo");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));
  again.files.close(again.file);
  await again.files.answerClose("drop");
  await vi.waitFor(() => expect(stored.kept.size).toBe(0));
});

test("an offer that nobody answered is not written over", async () => {
  const stored = editsInMemory();
  await (await opened(stored)).type("順調でない");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));
  const again = await opened(stored);
  await vi.waitFor(() => expect(again.offer()).toBe(1));
  await again.type("別の文");
  await new Promise((resolve) => setTimeout(resolve, 500));
  const third = await opened(stored);
  await vi.waitFor(() => expect(third.offer()).toBe(1));
  await again.keptEdits.restore(again.file);
  expect(await again.value()).toBe("順調でない");
});

test("what somebody else put into the store is no offer unless it fits", async () => {
  const stored = editsInMemory();
  await (await opened(stored)).type("順調でない");
  await vi.waitFor(() => expect(stored.kept.size).toBe(1));
  for (const key of stored.kept.keys()) stored.kept.set(key, { fingerprint: key, at: 1, edits: [{ sheet: "1", row: -1, column: "x", to: {} }] });
  expect((await opened(stored)).offer()).toBeUndefined();
});

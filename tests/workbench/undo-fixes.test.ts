import { expect, test, vi } from "vitest";
import { Refusal } from "../../src/core/model/refusal.ts";
import { receivedOf } from "../../src/pane/state/received.ts";
import { isFileUnsaved } from "../../src/workbench/state/workspace-state.ts";
import { sheetIn, newWorkspace, picked, sample, sampleText, saved } from "./node-workspace.ts";

test("fixes are undone without a grid coming to the page", async () => {
  const asked: string[] = [];
  const workspace = newWorkspace(({ kind }) => void asked.push(kind));
  await workspace.files.open([picked("旭区.xlsx", sample)]);
  const id = sheetIn(workspace, "旭区.xlsx");
  const { session } = workspace;
  const { fixer } = session;
  const state = session.get().checks.get(id);
  if (state?.phase !== "checked" || !state.check) throw new Error("not checked");
  const before = await workspace.workbook.read(id);
  await fixer.fix({ id, name: "総括表" }, fixer.fixGroups(state.check.all).filter(({ safety }) => safety === "safe"));
  const { journal } = fixer.get();
  const places = journal.flatMap(({ cells }) => cells.map(({ at }) => at));
  asked.length = 0;
  await fixer.undoFixes(id, journal);
  expect([journal.length > 0, fixer.get().outcome]).toMatchObject([true, { kind: "undone", count: journal.length, changed: 0 }]);
  expect([asked.filter((kind) => kind === "values").length, asked.filter((kind) => kind === "extent" || kind === "cells")]).toEqual([1, []]);
  expect(await workspace.workbook.readCells(id, places)).toEqual(places.map(({ row, column }) => before.value(row, column)));
});

test.each(["旭区.xlsx", "旭区.csv"])("a file whose fixes were all undone, in the list of received sheets or one by one, is as it was opened: %s", async (name) => {
  const workspace = newWorkspace();
  const bytes = name.endsWith("xlsx") ? new Uint8Array(sample) : new TextEncoder().encode(sampleText.replaceAll("\t", ","));
  await workspace.files.open([picked(name, bytes), picked("北区.xlsx", sample)]);
  const { session } = workspace;
  const received = receivedOf(session);
  const sheet = sheetIn(workspace, name);
  const rows = () => received.rows(session.adapter.received.sheets(), []).filter(({ id }) => id === sheet);
  const isUnsaved = () => workspace.store.get().files.filter(isFileUnsaved).map((file) => file.name);
  await received.fix(rows());
  expect(isUnsaved()).toEqual([name]);
  await received.undo([sheet]);
  expect([isUnsaved(), (await saved(workspace, "1")).bytes]).toEqual([[], bytes]);
  const { fixer } = session;
  const state = session.get().checks.get(sheet);
  if (state?.phase !== "checked" || !state.check) throw new Error("not checked");
  await fixer.fix(state.check.inspection.sheet, fixer.safeFixes(state.check.all));
  for (const entry of fixer.get().journal) await fixer.undoFixes(sheet, [entry]);
  expect([isUnsaved(), (await saved(workspace, "1")).bytes]).toEqual([[], bytes]);
  await workspace.editor.turn("undo");
  expect(isUnsaved()).toEqual([name]);
});

test("what was fixed in all offices at once is undone at once; what refuses can be undone later", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("北区.xlsx", sample)]);
  const received = receivedOf(workspace.session);
  const unsaved = () => workspace.store.get().files.filter(isFileUnsaved).length;
  await received.fix(received.rows(workspace.session.adapter.received.sheets(), []));
  expect(unsaved()).toBe(2);
  const { fixes } = received.get();
  const apply = vi.spyOn(workspace.session.adapter.fixable, "apply").mockRejectedValue(new Refusal("protected", "総括表"));
  await received.undo(fixes.keys());
  expect([received.get().deed, received.get().fixes]).toEqual([expect.objectContaining({ kind: "refused", code: "protected" }), fixes]);
  apply.mockRestore();
  await received.undo(fixes.keys());
  expect([unsaved(), [...received.get().fixes.values()].map(({ kind }) => kind)]).toEqual([0, ["undone", "undone"]]);
  expect(received.get().deed).toEqual({ kind: "undone", fixes: [...fixes.values()].reduce((sum, end) => sum + (end.kind === "fixed" ? end.entries.length : 0), 0) });
});

test("no notice says that a cell was undone, or a file saved, once it was changed again", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample)]);
  const { editor, store } = workspace;
  const sheet = sheetIn(workspace, "旭区.xlsx");
  const change = () => editor.apply("1", [{ kind: "edit-cells", sheet, edits: [{ at: { row: 5, column: 11 }, from: "p.3", to: "p.4" }] }]);
  const told = [() => editor.turn("undo"), () => editor.turn("redo"), () => saved(workspace, "1")];
  const notices: (string | undefined)[] = [];
  await change();
  for (const act of told) {
    await act();
    notices.push(store.get().notice?.kind);
  }
  await editor.turn("undo");
  await change();
  expect([notices, store.get().notice]).toEqual([["undone", "redone", "saved"], undefined]);
});

import { expect, test } from "vitest";
import { sheetIn, newWorkspace, picked, sample } from "./node-workspace.ts";

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

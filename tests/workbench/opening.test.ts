import { read, utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { z } from "zod";
import { activeFile, openContent } from "../../src/workbench/state/workspace-state.ts";
import { newWorkspace, picked, sample } from "./node-workspace.ts";

const [first, three] = [picked("一枚.xlsx", sample), picked("三枚.xlsx", threeSheets())];

/** A workspace with one file whose checks can be held back. */
async function opened() {
  let held: Promise<void> | undefined;
  let letGo: () => void = () => undefined;
  const workspace = newWorkspace(({ kind }) => (kind === "check" ? held : undefined));
  await workspace.files.open([first]);
  const hold = () => (held = new Promise<void>((resolve) => (letGo = resolve)));
  const fileOf = (name: string) => workspace.store.get().files.find((file) => file.name === name)?.id ?? "";
  return { workspace, hold, letGo: () => letGo(), fileOf, activeSheet: () => workspace.session.get().sheet?.name };
}

/** The first of three sheets is being checked until the test releases it. */
async function opening() {
  const { workspace, hold, ...others } = await opened();
  void hold();
  const done = workspace.files.open([three]);
  await expect.poll(others.activeSheet).toBe("表紙");
  const choose = (name: string) => workspace.navigator.bringSheet(openContent(workspace.store.get(), workspace.store.get().active)?.sheets.find((sheet) => sheet.name === name)?.id ?? "");
  return { ...others, workspace, choose, done };
}

test("the sheet with the evaluation comes to the front by itself", async () => {
  const { workspace, activeSheet } = await opened();
  await workspace.files.open([three]);
  expect([activeFile(workspace.store.get())?.name, activeSheet()]).toEqual(["三枚.xlsx", "総括表"]);
});

test("a sheet that the user chose meanwhile stays in front", async () => {
  const { choose, letGo, done, activeSheet } = await opening();
  choose("メモ");
  letGo();
  await done;
  expect(activeSheet()).toBe("メモ");
});

test("a sheet chosen while it was being looked at stays too", async () => {
  const { choose, letGo, done, activeSheet } = await opening();
  choose("表紙");
  letGo();
  await done;
  expect(activeSheet()).toBe("表紙");
});

test("a file that the user chose meanwhile stays in front, while the others are looked through", async () => {
  const { workspace, letGo, done, fileOf, activeSheet } = await opening();
  const later = workspace.files.open([picked("後.csv", "a,b\n1,2\n")]);
  workspace.navigator.bringFile(fileOf("一枚.xlsx"));
  letGo();
  await Promise.all([done, later]);
  expect([activeFile(workspace.store.get())?.name, activeSheet()]).toEqual(["一枚.xlsx", "総括表"]);
  workspace.navigator.bringFile(fileOf("三枚.xlsx"));
  expect(activeSheet()).toBe("総括表");
});

/** Two sheets without an evaluation before the sample's. */
function threeSheets(): Uint8Array {
  const book = utils.book_new();
  for (const name of ["表紙", "メモ"]) utils.book_append_sheet(book, utils.aoa_to_sheet([[name], ["見出し", "値"]]), name);
  const { Sheets } = read(sample);
  utils.book_append_sheet(book, Sheets["総括表"] ?? utils.aoa_to_sheet([]), "総括表");
  return new Uint8Array(z.instanceof(ArrayBuffer).parse(write(book, { type: "array", bookType: "xlsx" })));
}

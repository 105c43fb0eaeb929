import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { hasTable } from "../../src/pane/state/state.ts";
import { isFileUnsaved, openContent } from "../../src/workbench/state/workspace-state.ts";
import { checkOf } from "../../src/pane/state/checks.ts";
import { cardSamples, cardWorkbook } from "../samples/card-books.ts";
import { cellsIn, changedParts } from "./workbench-page.ts";
import { formulaWorkbook } from "./formula-workbook.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { newWorkspace, picked, sample, saved, sheetIn } from "./node-workspace.ts";

const name = "旭区.xlsx";

async function opened(source: Uint8Array = sample) {
  const workspace = newWorkspace();
  await workspace.files.open([picked(name, source)]);
  const key = sheetIn(workspace, name);
  const file = fileOf(key);
  const { session, editor } = workspace;
  return {
    workspace,
    session,
    editor,
    key,
    file,
    type: (row: number, column: number, text: string) => editor.type({ sheet: key, at: { row, column }, text }),
    bytes: async () => (await saved(workspace, file)).bytes,
    found: () => {
      const state = session.get().checks.get(key);
      return hasTable(state) ? state.check.inspection.findings : [];
    },
    isUnsaved: () => workspace.store.get().files.some(isFileUnsaved),
  };
}

test("a file is saved under its name with the edit and no other change; what begins with = stays a text, which is said", async () => {
  const { workspace, file, type, isUnsaved } = await opened();
  await type(5, 3, "=SUM(A1)");
  expect([workspace.store.get().notice, isUnsaved()]).toEqual([{ kind: "stays-text", at: { row: 5, column: 3 } }, true]);
  const { bytes, ...handed } = await saved(workspace, file);
  expect([handed, isUnsaved()]).toEqual([{ isSaved: true, name }, false]);
  const [now, then] = [cellsIn(bytes), cellsIn(sample)];
  expect([...now.keys()]).toEqual([...then.keys()]);
  expect([...now].filter(([at, cell]) => then.get(at) !== cell)).toEqual([["総括表!D6", "s =SUM(A1) @"]]);
  expect([...changedParts(bytes, sample)].sort()).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml"]);
});

test("saving while a refused text is still being typed does not hide why it is not in the file; once it is dropped, saving is told", async () => {
  const { workspace, file, type } = await opened(formulaWorkbook());
  await type(0, 1, "七");
  expect((await saved(workspace, file)).isSaved).toBe(true);
  expect(workspace.store.get().notice).toMatchObject({ kind: "refused", code: "formula" });
  workspace.cellEditor.end(undefined);
  await saved(workspace, file);
  expect(workspace.store.get().notice).toEqual({ kind: "saved", name });
});

test("a number stays a number, its format with it", async () => {
  const { type, bytes } = await opened(formulaWorkbook());
  await type(0, 0, "２５%");
  expect(cellsIn(await bytes()).get("数!A1")).toBe("n 0.25 0%");
});

test("a fix and taking it back leave the file as it was, and undoing agrees with the list of fixes", async () => {
  const { session, editor, key, found, bytes } = await opened();
  const { fixer } = session;
  const fixGroups = fixer.fixGroups(found()).filter(({ edits }) => edits.some(({ at }) => at.row === 5 && at.column === 3));
  await fixer.fix({ id: key, name: "総括表" }, fixGroups);
  const { journal } = fixer.get();
  expect(journal).toHaveLength(1);
  await editor.turn("undo");
  expect(fixer.get().journal).toEqual([]);
  expect(Buffer.from(sample).equals(await bytes())).toBe(true);
  await editor.turn("redo");
  expect(fixer.get().journal).toEqual(journal);
  await fixer.undoFixes(key, journal);
  expect(Buffer.from(sample).equals(await bytes())).toBe(true);
});

test("all safe fixes at once are one step back", async () => {
  const { workspace, session, editor, key, file, found, isUnsaved } = await opened();
  const { fixer } = session;
  const before = found();
  await fixer.fix({ id: key, name: "総括表" }, fixer.fixGroups(before).filter(({ safety }) => safety === "safe"));
  expect([fixer.get().journal.length, found().length]).toEqual([5, before.length - 5]);
  expect(openContent(workspace.store.get(), file)?.history.done).toHaveLength(1);
  await editor.turn("undo");
  await expect.poll(found).toEqual(before);
  expect(isUnsaved()).toBe(false);
});

test("the review colours are saved where that is wanted, as conditional formats, and are a step like others", async () => {
  const { workspace, editor, bytes, isUnsaved } = await opened();
  workspace.store.set({ savesMarks: true });
  const marked = await bytes();
  const sheet = strFromU8(unzipSync(marked)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect([sheet.includes("tenken:required"), sheet.includes("tenken:attention")]).toEqual([true, true]);
  expect(cellsIn(marked)).toEqual(cellsIn(sample));
  expect(isUnsaved()).toBe(false);
  await editor.turn("undo");
  expect(isUnsaved()).toBe(true);
});

test("marks that a file brought are saved as they are now where their sheet was changed, and no others", async () => {
  const first = await opened();
  first.workspace.store.set({ savesMarks: true });
  const marked = await first.bytes();
  const isRow17Marked = (bytes: Uint8Array) => /sqref="[^"]*\b[A-Z]17\b[^"]*"><cfRule[^>]*><formula>[^<]*tenken:/.test(strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()));
  const { type, bytes, editor } = await opened(marked);
  expect(Buffer.from(marked).equals(await bytes())).toBe(true);
  await type(16, 3, "順調");
  await type(16, 4, "有効であり、継続して推進");
  expect([isRow17Marked(marked), isRow17Marked(await bytes())]).toEqual([true, false]);
  await editor.turn("undo");
  expect(isRow17Marked(await bytes())).toBe(false);
});

test("switching the marks off takes those that a file brought out of it, and nothing else; undoing brings them back", async () => {
  const first = await opened();
  first.workspace.store.set({ savesMarks: true });
  const marked = await first.bytes();
  const { workspace, session, editor, file, bytes, isUnsaved } = await opened(marked);
  const what = () => openContent(workspace.store.get(), file)?.history.done.map((step) => step.what.kind);
  session.showMarks(false);
  await expect.poll(what).toEqual(["unmarked"]);
  const taken = await bytes();
  expect([strFromU8(unzipSync(taken)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()).includes("tenken:"), cellsIn(taken)]).toEqual([false, cellsIn(sample)]);
  expect(changedParts(taken, sample)).toEqual(changedParts(taken, marked).filter((part) => part !== "xl/worksheets/sheet1.xml"));
  await editor.turn("undo");
  expect([session.get().marksShown, isUnsaved(), Buffer.from(marked).equals(await bytes())]).toEqual([true, true, true]);
  await editor.turn("redo");
  expect([session.get().marksShown, Buffer.from(taken).equals(await bytes())]).toEqual([false, true]);
  const unmarked = await opened();
  unmarked.session.showMarks(false);
  await unmarked.editor.doneWith(unmarked.file);
  expect([unmarked.isUnsaved(), Buffer.from(sample).equals(await unmarked.bytes())]).toEqual([false, true]);
});

test("a file that is opened while the marks are off is as it was, and is saved without those it brought; undoing brings them back", async () => {
  const first = await opened();
  first.workspace.store.set({ savesMarks: true });
  const marked = await first.bytes();
  const { workspace, session } = await opened();
  session.showMarks(false);
  await workspace.files.open([picked("受領.xlsx", marked)]);
  const file = fileOf(sheetIn(workspace, "受領.xlsx"));
  expect(workspace.store.get().files.some(isFileUnsaved)).toBe(false);
  const isMarked = async () => strFromU8(unzipSync((await saved(workspace, file)).bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()).includes("tenken:");
  expect([await isMarked(), workspace.store.get().files.some(isFileUnsaved)]).toEqual([false, false]);
  await workspace.editor.turn("undo");
  expect([session.get().marksShown, await isMarked()]).toEqual([true, true]);
});

test("of cards, all marks are saved anew where one was changed", async () => {
  const cards = cardWorkbook(cardSamples[0]?.sheets ?? []);
  const first = await opened(cards);
  first.workspace.store.set({ savesMarks: true });
  const marked = await first.bytes();
  const parts = (bytes: Uint8Array) => Object.entries(unzipSync(bytes)).flatMap(([name, part]) => (strFromU8(part).includes("tenken:required") || strFromU8(part).includes("tenken:attention") ? [name] : []));
  const { session, editor, bytes } = await opened(marked);
  const check = [...session.get().checks.keys()].map((id) => checkOf(session.get(), id)).find((each) => each?.inspection.cards);
  const [mark] = check?.inspection.marks ?? [];
  const [reason] = mark?.reasons ?? [];
  const column = check?.form.columns.find(({ id }) => id === reason?.column);
  const good = Object.entries(check?.form.vocabularies ?? {}).find(([name]) => name === column?.vocabulary)?.[1].find((term) => term.mark === undefined);
  if (!reason?.at.sheet || !good) throw new Error("no mark");
  expect(reason.at.sheet.id).not.toBe(check?.inspection.sheet.id);
  await editor.type({ sheet: reason.at.sheet.id, at: { row: reason.at.row, column: reason.at.column }, text: good.text });
  const after = await bytes();
  expect([parts(marked).length, parts(after).length]).toEqual([5, 4]);
});

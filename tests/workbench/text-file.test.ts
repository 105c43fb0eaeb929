import { expect, test } from "vitest";
import { TextCode } from "../../src/hosts/file/text/text-code.ts";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import type { Workspace } from "../../src/workbench/state/workspace.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { newWorkspace, picked, sampleText, saved, sheetIn } from "./node-workspace.ts";

const name = "旭区.tsv";
const lines = (text: string) => text.replaceAll(/\r?\n/g, "\r\n");
const shiftJis = (text: string) => new TextCode("shift_jis").encode(lines(text)) ?? new Uint8Array(0);
const fixed = sampleText.replace("順調　\t", "順調\t");

async function opened(text = sampleText) {
  const workspace = newWorkspace();
  await workspace.files.open([picked(name, shiftJis(text))]);
  const sheet = sheetIn(workspace, name);
  return { workspace, sheet, file: fileOf(sheet) };
}

function fixesIn(workspace: Workspace, sheet: string) {
  const state = workspace.session.get().checks.get(sheet);
  return state?.phase === "checked" && state.check ? workspace.session.fixer.fixGroups(state.check.inspection.findings) : [];
}

async function fixOne({ workspace, sheet }: Awaited<ReturnType<typeof opened>>) {
  const wanted = fixesIn(workspace, sheet).filter(({ edits }) => edits.some(({ from, to }) => from === "順調　" && to === "順調"));
  expect(wanted).toHaveLength(1);
  await workspace.session.fixer.fix({ id: sheet, name: "旭区" }, wanted);
}

test("a fix in a Shift_JIS file is undone, done again and saved under the file's name; every other byte stays", async () => {
  const book = await opened();
  const { workspace, file } = book;
  await fixOne(book);
  const after = { isSaved: true, name, bytes: shiftJis(fixed) };
  expect(await saved(workspace, file)).toEqual(after);
  await workspace.editor.turn("undo");
  expect(await saved(workspace, file)).toEqual({ ...after, bytes: shiftJis(sampleText) });
  await workspace.editor.turn("redo");
  expect(await saved(workspace, file)).toEqual(after);
  const entries = workspace.session.fixer.get().journal;
  await workspace.session.fixer.undoFixes(book.sheet, entries);
  expect([entries.length, (await saved(workspace, file)).bytes]).toEqual([1, shiftJis(sampleText)]);
});

test("what is typed is saved; what would be a formula in Excel is said and not written", async () => {
  const { workspace, sheet, file } = await opened("評価,,\n");
  await workspace.editor.type({ sheet, at: { row: 0, column: 1 }, text: "順調、又は\n遅れ" });
  await workspace.editor.type({ sheet, at: { row: 0, column: 2 }, text: "=1+1" });
  expect(workspace.store.get().notice).toMatchObject({ kind: "refused", code: "reads-as-formula", detail: "C1" });
  expect(openContent(workspace.store.get(), file)?.history.done).toHaveLength(1);
  const { bytes } = await saved(workspace, file);
  expect(new TextDecoder("shift_jis").decode(bytes)).toContain('"順調、又は\n遅れ"');
  expect(new TextDecoder("shift_jis").decode(bytes)).not.toContain("=1+1");
});

test("a fix whose text would become a formula is left out and said, the others are made", async () => {
  const book = await opened(sampleText.replace("　ひとり親家庭", "　-ひとり親家庭"));
  const { workspace, sheet, file } = book;
  const safe = fixesIn(workspace, sheet).filter(({ edits }) => edits.some(({ from, to }) => to !== from && (from === "順調　" || to.startsWith("-"))));
  await workspace.session.fixer.fix({ id: sheet, name: "旭区" }, safe);
  const { outcome } = workspace.session.fixer.get();
  expect(outcome?.kind === "fixed" && [outcome.entries.length, outcome.left.map(({ refusal }) => refusal.code)]).toEqual([1, ["reads-as-formula"]]);
  expect((await saved(workspace, file)).bytes).toEqual(shiftJis(fixed.replace("　ひとり親家庭", "　-ひとり親家庭")));
});

test("decisions, marks and sheets are refused with the reason, and nothing is changed; the review colours are not saved", async () => {
  const book = await opened();
  const { workspace, sheet, file } = book;
  await expect(workspace.session.adapter.memory.remember("tenken.accepted", "[]", sheet)).rejects.toMatchObject({ code: "text-only" });
  await workspace.session.adapter.memory.remember("tenken.accepted", undefined, sheet);
  await expect(workspace.workbook.apply([{ kind: "set-marks", sheet, blocks: { required: [], attention: [] } }])).rejects.toMatchObject({ code: "text-only" });
  workspace.store.set({ savesMarks: true });
  expect(await saved(workspace, file)).toEqual({ isSaved: true, name, bytes: shiftJis(sampleText) });
  expect(openContent(workspace.store.get(), file)?.history.done).toEqual([]);
});

test("where the page cannot prepare for writing, a text file is not written", async () => {
  const { workspace, sheet, file } = await opened();
  const from = (await workspace.workbook.read(sheet)).value(0, 0);
  const edit = { kind: "edit-cells", sheet, edits: [{ at: { row: 0, column: 0 }, from, to: "書いた" }] } as const;
  await expect(workspace.workbook.apply([edit], { beforeWriting: () => Promise.reject(new RangeError("full")) })).rejects.toThrow("full");
  expect((await saved(workspace, file)).bytes).toEqual(shiftJis(sampleText));
});

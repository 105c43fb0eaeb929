import { expect, test } from "vitest";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { cellsIn } from "./workbench-page.ts";
import { sheetIn, newWorkspace, picked, sample, sampleText } from "./node-workspace.ts";

const broken = new Uint8Array([1, 2, 3]);

async function withSample() {
  const workspace = newWorkspace();
  await workspace.files.openSample(picked("sample.xlsx", sample));
  const paths = () => workspace.store.get().files.map(({ path }) => path);
  const offices = async () => (await workspace.summaries.offices()).offices.map(({ file }) => file);
  return { workspace, paths, offices };
}

test("the sample closes when the user's first file is open, and is in no total", async () => {
  const { workspace, paths, offices } = await withSample();
  expect(await offices()).toEqual(["sample.xlsx"]);
  await workspace.files.open([picked("旭区.xlsx", sample), picked("北区.tsv", sampleText)]);
  expect(paths()).toEqual(["旭区.xlsx", "北区.tsv"]);
  expect(await offices()).toEqual(["旭区.xlsx", "北区.tsv"]);
  expect(workspace.store.get().notice).toBeUndefined();
});

test("a refused file leaves the sample open, which is in no total beside it; the next one closes it", async () => {
  const { workspace, paths, offices } = await withSample();
  await workspace.files.open([picked("壊れた.xlsx", broken)]);
  expect(paths()).toEqual(["sample.xlsx", "壊れた.xlsx"]);
  expect(await offices()).toEqual(["壊れた.xlsx"]);
  await workspace.files.open([picked("旭区.xlsx", sample)]);
  expect(paths()).toEqual(["壊れた.xlsx", "旭区.xlsx"]);
});

test("files that programs keep beside others are passed over with a word", async () => {
  const { workspace, paths } = await withSample();
  await workspace.files.open([picked("~$旭区.xlsx", broken), picked("旭区.xlsx", sample), picked("._旭区.xlsx", broken)]);
  expect(paths()).toEqual(["旭区.xlsx"]);
  expect(workspace.store.get().notice).toEqual({ kind: "passed-over", names: ["~$旭区.xlsx", "._旭区.xlsx"] });
});

test("while the user's file is still being opened, what is summed up waits for it", async () => {
  const { workspace, offices } = await withSample();
  const opening = workspace.files.open([picked("旭区.xlsx", sample)]);
  expect(await offices()).toEqual(["旭区.xlsx"]);
  await opening;
});

test("what was changed in the sample is handed over with a word when it closes", async () => {
  const { workspace, paths } = await withSample();
  const sheet = sheetIn(workspace, "sample.xlsx");
  await workspace.editor.type({ sheet, at: { row: 0, column: 0 }, text: "試し" });
  await workspace.files.open([picked("旭区.xlsx", sample)]);
  expect(paths()).toEqual(["旭区.xlsx"]);
  const { notice } = workspace.store.get();
  if (notice?.kind !== "sample-closed") throw new Error(`said: ${notice?.kind ?? "nothing"}`);
  expect(notice.name).toBe("sample.xlsx");
  expect([...cellsIn(notice.bytes)].find(([at]) => at.endsWith("!A1"))?.[1]).toContain("試し");
});

test("a file of the user's stays when others open", async () => {
  const { workspace, paths } = await withSample();
  await workspace.files.open([picked("旭区.xlsx", sample)]);
  await workspace.files.open([picked("sample.xlsx", sample)]);
  expect(paths()).toEqual(["旭区.xlsx", "sample.xlsx"]);
  expect(openContent(workspace.store.get(), workspace.store.get().active)?.sheets).toHaveLength(1);
});

import { unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { newWorkspace, picked, sample, sampleText, saved, sheetIn } from "./node-workspace.ts";

const wrong = ["評価.pdf", "評価.csv", "評価.xlsm"];

test.each(wrong)("a workbook under the name %s is saved with the ending of its kind", async (name) => {
  const workspace = newWorkspace();
  await workspace.files.open([picked(name, sample)]);
  const { name: given, bytes } = await saved(workspace, "1");
  expect([given, bytes, workspace.store.get().notice]).toEqual(["評価.xlsx", new Uint8Array(sample), { kind: "saved", name: "評価.xlsx" }]);
});

test("text files keep their endings, and in one zip every file has its own name", async () => {
  const workspace = newWorkspace();
  const names = ["評価.pdf", "評価.xlsx", "評価.tsv"];
  await workspace.files.open(names.map((name) => picked(name, name.endsWith("tsv") ? sampleText : sample)));
  for (const name of names) await workspace.editor.type({ sheet: sheetIn(workspace, name), at: { row: 0, column: 0 }, text: "旭区" });
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return "";
  });
  vi.stubGlobal("document", { createElement: () => ({ click: () => undefined }) });
  try {
    await workspace.saver.saveTogether(["1", "2", "3"], "ja");
  } finally {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }
  const zip = unzipSync(new Uint8Array((await blobs[0]?.arrayBuffer()) ?? new ArrayBuffer(0)));
  expect(Object.keys(zip)).toEqual(["評価.xlsx", "評価 (2).xlsx", "評価.tsv"]);
});

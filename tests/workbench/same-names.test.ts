import { expect, test } from "vitest";
import { shownNames } from "../../src/workbench/state/workspace-state.ts";
import { describeRefusal } from "../../src/core/wording/refusals.ts";
import { droppedFiles, filesOfFolder, pickedFiles } from "../../src/workbench/state/picked-files.ts";
import { newWorkspace, picked, sampleText } from "./node-workspace.ts";

const file = (name: string) => new File([sampleText], name);

/** A dropped file or folder as a browser presents it, with the entries of a folder two at a time. */
function dropped(tree: Tree): DataTransferItem {
  return { kind: "file", type: "", getAsFile: () => file(tree.name), getAsString: () => undefined, webkitGetAsEntry: () => entryOf(tree, "") };
}

interface Tree {
  readonly name: string;
  readonly inside?: readonly Tree[] | "locked";
}

const filesystem: FileSystem = {
  name: "",
  get root(): FileSystemDirectoryEntry {
    throw new Error("nobody asks for it");
  },
};

function entryOf({ name, inside }: Tree, above: string): FileSystemFileEntry | FileSystemDirectoryEntry {
  const fullPath = `${above}/${name}`;
  const common = { name, fullPath, filesystem, getParent: () => undefined };
  if (inside === undefined) return { ...common, isFile: true, isDirectory: false, file: (resolve) => resolve(file(name)) };
  const left = inside === "locked" ? [] : inside.map((each) => entryOf(each, fullPath));
  const readEntries: FileSystemDirectoryReader["readEntries"] = (resolve, reject) => {
    if (inside === "locked") reject?.(new DOMException("locked"));
    else resolve(left.splice(0, 2));
  };
  return { ...common, isFile: false, isDirectory: true, createReader: () => ({ readEntries }), getDirectory: () => undefined, getFile: () => undefined };
}

const paths = (files: readonly { readonly path?: string }[]) => files.map(({ path }) => path);

test("files in dropped folders are opened by name and with their folders, those among them that hold sheets", async () => {
  const tree: Tree = { name: "提出", inside: [{ name: "東", inside: [{ name: "a.xlsx" }, { name: "~$a.xlsx" }, { name: "b.csv" }] }, { name: "メモ.docx" }, { name: "c.XLSM" }, { name: "旧.xls" }, { name: ".控え", inside: [{ name: "a.xlsx" }] }, { name: "西", inside: [{ name: "a.xlsx" }] }] };
  expect(paths(await droppedFiles([dropped(tree), dropped({ name: "d.txt" })]))).toEqual(["/提出/c.XLSM", "/提出/旧.xls", "/提出/東/a.xlsx", "/提出/東/b.csv", "/提出/西/a.xlsx", "d.txt"]);
});

test("a folder without sheets, or one that cannot be read, stands for itself and tells which of both it is", async () => {
  const files = await droppedFiles([dropped({ name: "空", inside: [{ name: "メモ.docx" }] }), dropped({ name: "鍵", inside: "locked" })]);
  expect(files.map(({ name, isFolder }) => [name, isFolder])).toEqual([["空", true], ["鍵", undefined]]);
  const workspace = newWorkspace();
  await workspace.files.open(files.slice(0, 1));
  expect(workspace.store.get().files.map(({ name, content }) => [name, content])).toEqual([["空", { state: "refused", code: "not-xlsx", detail: "folder" }]]);
  expect(describeRefusal({ code: "not-xlsx", detail: "folder" }, "ja")).toBe("フォルダーの中に評価シートのファイル（.xlsx .xlsm .csv .tsv .txt）がありません。ファイルのあるフォルダーか、ファイルを開いてください。");
});

test("so is a chosen folder", () => {
  const chosen = (path: string) => Object.defineProperty(file(path.split("/").at(-1) ?? ""), "webkitRelativePath", { value: path });
  expect(paths(filesOfFolder(["提出/b.csv", "提出/a.xls", "提出/メモ.docx", "提出/.控え/b.xlsx", "提出/~$a.xlsx"].map(chosen)))).toEqual(["提出/a.xls", "提出/b.csv"]);
  expect(filesOfFolder([chosen("提出/東/メモ.docx")]).map(({ name, isFolder }) => [name, isFolder])).toEqual([["提出", true]]);
  expect(filesOfFolder([])).toEqual([]);
});

test("files of a chosen folder tell it", () => {
  const chosen = Object.assign(file("a.xlsx"), {});
  Object.defineProperty(chosen, "webkitRelativePath", { value: "東/a.xlsx" });
  expect(paths(pickedFiles([chosen, file("b.xlsx")]))).toEqual(["東/a.xlsx", "b.xlsx"]);
});

test("files of one name are told apart in the tabs and in the summary, by folder or by number", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("a.tsv", sampleText, "/提出/東/a.tsv"), picked("a.tsv", sampleText, "/提出/西/a.tsv"), picked("b.tsv", sampleText), picked("b.tsv", `${sampleText}\n`)]);
  const names = ["東/a.tsv", "西/a.tsv", "b.tsv", "b.tsv (2)"];
  expect([...shownNames(workspace.store.get().files).values()]).toEqual(names);
  expect((await workspace.summaries.offices()).offices.map(({ file: name }) => name)).toEqual(names);
  const [first] = workspace.store.get().files;
  workspace.files.close(first?.id ?? "");
  expect([...shownNames(workspace.store.get().files).values()]).toEqual(["a.tsv", "b.tsv", "b.tsv (2)"]);
});

test("a file or folder that is given twice is open once, and counted once; its other versions, and those of other folders, are files of their own", async () => {
  const workspace = newWorkspace();
  const { files, store, navigator, summaries } = workspace;
  const given = [picked("a.tsv", sampleText, "/提出/東/a.tsv"), picked("a.tsv", sampleText, "/提出/西/a.tsv"), picked("b.tsv", sampleText)];
  const open = () => store.get().files.map(({ path }) => path);
  await files.open([...given, ...given]);
  const [first, , last] = store.get().files;
  expect([open(), store.get().notice]).toEqual([given.map(({ path }) => path), { kind: "open-already", names: ["a.tsv", "a.tsv", "b.tsv"] }]);
  navigator.bringFile(first?.id ?? "");
  await files.open([picked("b.tsv", sampleText)]);
  expect([open().length, store.get().active, store.get().notice]).toEqual([3, last?.id, { kind: "open-already", names: ["b.tsv"] }]);
  expect((await summaries.offices()).offices).toHaveLength(3);
  await files.open([picked("b.tsv", `${sampleText}\n`)]);
  expect([open().length, store.get().notice]).toEqual([4, undefined]);
});

import { utils, write } from "@e965/xlsx";
import { describe, expect, it, test } from "vitest";
import { Refusal } from "../../src/core/model/refusal.ts";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { blockFields } from "../../src/workbench/worker/block-text.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { newWorkspace, picked, saved, sheetIn } from "./node-workspace.ts";
import { cellsIn } from "./workbench-page.ts";

const name = "表.xlsx";

/** A1:C4 with a formula in B2, C1:C2 merged, row 3 hidden, and 50 % in A4. */
function book(isProtected = false): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ["番号", "名", "計"],
    ["1-1", 3],
    ["隠れ", "行", "！"],
    [0.5, "あ\tい", 'う"え'],
  ]);
  sheet["B2"] = { t: "n", v: 3, f: "1+2" };
  sheet["A4"] = { t: "n", v: 0.5, z: "0%" };
  sheet["!merges"] = [{ s: { r: 0, c: 2 }, e: { r: 1, c: 2 } }];
  sheet["!rows"] = [{}, {}, { hidden: true }];
  if (isProtected) sheet["!protect"] = {};
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, "表");
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([["別"]]), "別");
  const bytes: unknown = write(workbook, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new TypeError("no bytes");
  return bytes;
}

const area = (row: number, column: number, lastRow = row, lastColumn = column) => ({ row, column, lastRow, lastColumn });

async function opened(bytes: Uint8Array | string = book(), path = name) {
  const workspace = newWorkspace();
  await workspace.files.open([picked(path, bytes)]);
  const sheet = sheetIn(workspace, path);
  const { store, blocks, editor } = workspace;
  const file = fileOf(sheet);
  const cells = async () => cellsIn((await saved(workspace, file)).bytes);
  return {
    store,
    editor,
    sheet,
    blocks,
    history: () => openContent(store.get(), file)?.history.done.map(({ what }) => what),
    other: () => openContent(store.get(), file)?.sheets[1]?.id ?? "",
    cut: (from: ReturnType<typeof area>) => blocks.copy({ sheet, area: from, isCut: true }, "on the clipboard"),
    copy: (from: ReturnType<typeof area>) => blocks.copy({ sheet, area: from, isCut: false }, "on the clipboard"),
    /** The contents without number formats. */
    at: async (...addresses: readonly string[]) => {
      const all = await cells();
      return addresses.map((address) => all.get(`表!${address}`)?.replace(/ [^ ]*$/, ""));
    },
  };
}

describe("the text of a block", () => {
  it("is parted at tabs and line ends, with quotation marks as Excel writes them", () => {
    expect(blockFields('a\tb\r\n"二\n行"\t"言う ""は"""\r\n')).toEqual([["a", "b"], ["二\n行", '言う "は"']]);
    expect(blockFields('5" 幅\t"a"b\nx')).toEqual([['5" 幅', '"a"b'], ["x"]]);
    expect(blockFields("")).toEqual([[""]]);
    expect(blockFields('"開いたまま\tb')).toEqual([['"開いたまま', "b"]]);
  });

  it("is refused where it is longer than what one pastes", () => {
    expect(() => blockFields("\t".repeat(200_000))).toThrow(new Refusal("too-many-cells", "200,000"));
  });
});

describe("a block from elsewhere", () => {
  it("is pasted from the first cell as one step, leaves hidden rows alone and is selected", async () => {
    const { store, blocks, sheet, at, editor, history } = await opened();
    await blocks.paste(sheet, area(1, 0), "9-9\r\n八\t九\r\n");
    expect(await at("A2", "A3", "A4", "B4")).toEqual(["s 9-9", "s 隠れ", "s 八", "s 九"]);
    expect(history()).toEqual([{ kind: "cells", at: { row: 1, column: 0 }, count: 3 }]);
    expect([store.get().selections.get(sheet), store.get().reaches.get(sheet)]).toEqual([{ row: 1, column: 0 }, { row: 3, column: 1 }]);
    await editor.turn("undo");
    expect(await at("A2", "A4", "B4")).toEqual(["s 1-1", "n 0.5", "s あ\tい"]);
  });

  it("fills an area of many times its size", async () => {
    const { blocks, sheet, at } = await opened();
    await blocks.paste(sheet, area(4, 0, 5, 1), "同\r\n");
    await blocks.paste(sheet, area(6, 0, 7, 1), "左\t右\r\n");
    expect(await at("A5", "B5", "A6", "B6", "A7", "B7", "A8", "B8")).toEqual(["s 同", "s 同", "s 同", "s 同", "s 左", "s 右", "s 左", "s 右"]);
  });

  it("never writes over a formula or into a merged area, and says which cells were left out", async () => {
    const { store, blocks, sheet, at } = await opened();
    await blocks.paste(sheet, area(0, 1), "い\tろ\r\nは\tに\r\n");
    expect(store.get().notice).toEqual({ kind: "skipped", written: 2, skipped: [{ code: "covered", cells: ["C2"] }, { code: "formula", cells: ["B2"] }] });
    expect(await at("B1", "C1", "B2")).toEqual(["s い", "s ろ", "n 3"]);
  });

  it("keeps what begins like a formula a text, and says so", async () => {
    const { store, blocks, sheet, at } = await opened();
    await blocks.paste(sheet, area(4, 0), "一\t=1+1\r\n");
    expect(store.get().notice).toEqual({ kind: "stays-text", at: { row: 4, column: 1 } });
    expect(await at("A5", "B5")).toEqual(["s 一", "s =1+1"]);
  });

  it("writes nothing where the sheet is protected, or where no cell may be written", async () => {
    const { store, blocks, sheet, history } = await opened(book(true));
    await blocks.paste(sheet, area(4, 0), "一\t二\r\n");
    expect(store.get().notice).toMatchObject({ kind: "refused", code: "protected" });
    const formula = await opened();
    await formula.blocks.paste(formula.sheet, area(1, 1), "上");
    expect(formula.store.get().notice).toMatchObject({ kind: "refused", code: "formula", detail: "B2" });
    expect([history(), formula.history()]).toEqual([[], []]);
  });

  it("leaves out of a text file what Excel would make a formula of", async () => {
    const { store, blocks, sheet } = await opened("a,b\r\n1,2\r\n", "表.csv");
    await blocks.paste(sheet, area(1, 0), "三\t=1+1\r\n");
    expect(store.get().notice).toEqual({ kind: "skipped", written: 1, skipped: [{ code: "reads-as-formula", cells: ["B2"] }] });
  });
});

test("what is copied here is pasted as values with their formats, as long as it is as it was", async () => {
  const { blocks, sheet, copy, at, editor } = await opened();
  await copy(area(3, 0, 3, 1));
  await blocks.paste(sheet, area(5, 0), "on the clipboard");
  expect(await at("A6", "B6")).toEqual(["n 0.5", "s あ\tい"]);
  await editor.type({ sheet, at: { row: 3, column: 0 }, text: "別の値" });
  await blocks.paste(sheet, area(7, 0), "on the clipboard");
  expect(await at("A8")).toEqual(["s on the clipboard"]);
});

test("what is cut is moved by pasting, in one step, and onto another sheet too", async () => {
  const { store, blocks, sheet, cut, at, editor, history, other } = await opened();
  await cut(area(0, 0, 1, 1));
  await blocks.paste(sheet, area(1, 0), "on the clipboard");
  // B2 is a formula: nothing is written over it, and it is not emptied.
  expect(await at("A1", "B1", "A2", "B2", "A4", "B4")).toEqual([undefined, undefined, "s 番号", "n 3", "s 1-1", "n 3"]);
  expect([history()?.length, store.get().copied]).toEqual([1, undefined]);
  await editor.turn("undo");
  expect(await at("A1", "B1", "A2")).toEqual(["s 番号", "s 名", "s 1-1"]);
  await cut(area(0, 0));
  await blocks.paste(other(), area(3, 3), "on the clipboard");
  expect(await at("A1")).toEqual([undefined]);
  await editor.turn("undo");
  expect(await at("A1")).toEqual(["s 番号"]);
});

test("Delete empties all cells in sight of an area, in one step", async () => {
  const { blocks, sheet, at, history } = await opened();
  await blocks.empty(sheet, area(1, 0, 3, 2));
  expect(await at("A2", "B2", "A3", "A4", "B4", "C4")).toEqual([undefined, "n 3", "s 隠れ", undefined, undefined, undefined]);
  expect(history()?.length).toBe(1);
});

test("a step is named after the first cell that a paste changed, where an undo goes", async () => {
  const { sheet, blocks, history } = await opened();
  await blocks.paste(sheet, area(0, 0), "番号\t名称\n1-1");
  expect(history()).toEqual([{ kind: "cells", at: { row: 0, column: 1 }, count: 1 }]);
});

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openEditable } from "../../src/hosts/file/open-editable.ts";
import { EditedBook } from "../../src/workbench/worker/edited-book.ts";
import { formulaWorkbook } from "./formula-workbook.ts";

const at = { row: 40, column: 1 };
const books = ["../../assets/samples/sample.xlsx", "../../../shared/corpus/tafia/tests_date.xlsx"].map((path) => new URL(path, import.meta.url)).filter((url) => existsSync(url));

test.each(books)("undoing gives the same bytes as before, doing again those of the change: %s", async (url) => {
  const bytes = new Uint8Array(readFileSync(url));
  const book = new EditedBook(await openEditable(bytes));
  const sheet = (await book.file.sheets())[0]?.id ?? "";
  const write = (from: string | undefined, to: string) => book.apply([{ kind: "edit-cells", sheet, edits: [{ at, from, to }] }], {});
  await write(undefined, "一");
  const first = await book.file.save();
  await write("一", "二");
  expect(book.steps).toEqual({ undo: 2, redo: 0 });
  book.undo();
  expect(await book.file.save()).toEqual(first);
  book.undo();
  expect(await book.file.save()).toEqual(bytes);
  book.redo();
  expect(await book.file.save()).toEqual(first);
  await write("一", "三");
  expect(book.steps).toEqual({ undo: 2, redo: 0 });
});

test("what changes nothing is no step, nor is what was refused", async () => {
  const book = new EditedBook(await openEditable(formulaWorkbook()));
  const edit = (column: number, from: number, to: number) => book.apply([{ kind: "edit-cells", sheet: "1", edits: [{ at: { row: 0, column }, from, to }] }], {});
  expect(await edit(0, 0.5, 0.5)).toMatchObject({ isChanged: false });
  await expect(edit(1, 3, 4)).rejects.toMatchObject({ code: "formula", detail: "B1" });
  await expect(edit(0, 7, 8)).rejects.toMatchObject({ code: "moved", detail: "A1" });
  expect(book.steps).toEqual({ undo: 0, redo: 0 });
});

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

test.each(books)("cells that are written back one by one give the bytes as opened or saved, whatever way they took: %s", async (url) => {
  const bytes = new Uint8Array(readFileSync(url));
  const book = new EditedBook(await openEditable(bytes));
  const sheet = (await book.file.sheets())[0]?.id ?? "";
  const places = [at, { row: 41, column: 0 }];
  const write = (place: number, from: string | undefined, to: string, numberFormat?: string) =>
    book.apply([{ kind: "edit-cells", sheet, edits: [{ at: places[place] ?? at, from, to, ...(numberFormat !== undefined && { numberFormat }) }] }], {});
  const [{ formerFormat } = { formerFormat: "" }] = (await write(0, undefined, "1-1", "@")).applied.written;
  await write(1, undefined, "二");
  await write(0, "1-1", "", formerFormat);
  const { content } = book;
  expect([content > 0, book.edits.length]).toEqual([true, 1]);
  await write(1, "二", "");
  expect([book.content, book.edits, await book.file.save()]).toEqual([0, [], bytes]);
  book.undo();
  expect([book.content, book.edits.length]).toEqual([content, 1]);
  const saved = await book.save();
  await write(0, undefined, "三");
  await write(0, "三", "");
  expect([book.content, await book.file.save()]).toEqual([content, saved]);
});

test("a cell that got its text back but not its format, and a kept text, are changes", async () => {
  const book = new EditedBook(await openEditable(new Uint8Array(readFileSync(books[0] ?? ""))));
  const sheet = (await book.file.sheets())[0]?.id ?? "";
  const write = (from: string | undefined, to: string, numberFormat?: string) => book.apply([{ kind: "edit-cells", sheet, edits: [{ at, from, to, ...(numberFormat !== undefined && { numberFormat }) }] }], {});
  await write(undefined, "1-1", "0.00");
  await write("1-1", "");
  expect([book.content > 0, book.edits.length]).toEqual([true, 1]);
  await book.remember("tenken.test", "一", sheet);
  await write(undefined, "", "General");
  expect(book.content).toBeGreaterThan(0);
});

/// <reference types="office-js" />
import { afterEach } from "vitest";
import { NodeExcel, type NodeExcelOptions } from "./in-node/excel.ts";
import { Book } from "./model/book.ts";
import type { Sheet } from "./model/sheet.ts";

/** Runs a batch and tells its value, or the error's code. */
export async function attempt<T>(work: (context: Excel.RequestContext) => Promise<T>, options: Excel.RunOptions = {}): Promise<{ value?: T; code?: string }> {
  try {
    return { value: await Excel.run(options, work) };
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error) return { code: String(error.code) };
    throw error;
  }
}

type Open = (book: Book, options?: Omit<NodeExcelOptions, "book">) => Promise<NodeExcel>;

/**
 * For a file of tests: opens a workbook beside an add-in that has nothing but Office.js, which is ready. What a test opened is closed
 * after it, which fails where the test left violations unseen.
 */
export function blankPanes(): Open {
  const opened: NodeExcel[] = [];
  afterEach(() => {
    for (const excel of opened.splice(0)) excel.close();
  });
  return async (book, options = {}) => {
    const excel = await NodeExcel.open({ book, ...options });
    opened.push(excel);
    return excel;
  };
}

type Value = string | number | boolean | undefined;

/** A workbook of one sheet, "評価表", that holds the rows as they are given. */
export function bookOf(rows: readonly (readonly Value[])[] = []): { readonly book: Book; readonly sheet: Sheet } {
  const book = new Book();
  const sheet = book.addSheet("評価表");
  rows.forEach((cells, row) => cells.forEach((value, column) => sheet.put(row, column, { value })));
  book.takeChanges();
  return { book, sheet };
}

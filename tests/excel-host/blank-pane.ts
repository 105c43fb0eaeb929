/// <reference types="office-js" />
import { afterEach } from "vitest";
import { NodeExcel, type NodeExcelOptions } from "./in-node/excel.ts";
import { Book } from "./model/book.ts";
import type { Sheet } from "./model/sheet.ts";

/** Runs a batch. Returns its value or the code of its error. */
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
 * For a test file: opens workbooks beside an add-in that only has Office.js, ready for use. They are closed after each test,
 * which fails if violations were not looked at.
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

/** A workbook with one sheet, "評価表", that holds the given rows. */
export function bookOf(rows: readonly (readonly Value[])[] = []): { readonly book: Book; readonly sheet: Sheet } {
  const book = new Book();
  const sheet = book.addSheet("評価表");
  rows.forEach((cells, row) => cells.forEach((value, column) => sheet.put(row, column, { value })));
  book.takeChanges();
  return { book, sheet };
}

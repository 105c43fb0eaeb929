import { readFileSync } from "node:fs";
import { openFile } from "../../src/hosts/file/open.ts";
import { root } from "../../src/tools/build-if-old.mjs";
import { sharedBrowser } from "../browser/shared.ts";
import type { Book } from "../excel-host/model/book.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { openExcel, type ExcelOptions } from "../excel-host/route-a/open.ts";

/** For a file of tests: opens the built pane beside the sample, or beside another workbook, in the stand-in Excel. */
export function taskPanes(): (options?: Partial<ExcelOptions>) => Promise<Excel> {
  return async (options = {}) => openExcel({ browser: await sharedBrowser(), book: await sampleBook(), pages: { folder: `${root}dist` }, pagePath: "/taskpane.html", ...options });
}

export async function sampleBook(): Promise<Book> {
  return bookFromFile(await openFile("sample.xlsx", readFileSync(`${root}assets/samples/sample.xlsx`)));
}

/** Waits until a check's result is shown. */
export async function checked(excel: Excel): Promise<void> {
  await excel.frame.getByRole("list").first().waitFor();
}

/** How many errors, warnings, notes, required and attention marks the pane counts. */
export async function counts(excel: Excel): Promise<readonly number[]> {
  const text = await excel.frame.getByRole("group", { name: /種類|kind/i }).innerText();
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
}

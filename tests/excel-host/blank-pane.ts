/// <reference types="office-js" />
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { Book } from "./model/book.ts";
import type { Sheet } from "./model/sheet.ts";
import { launchBrowser } from "../browser/chromium.ts";
import type { Excel as StandIn } from "./route-a/excel.ts";
import { openExcel, type ExcelOptions } from "./route-a/open.ts";

declare global {
  /** In the blank pane: runs a batch and tells its value, or the error's code. */
  function attempt<T>(work: (context: Excel.RequestContext) => Promise<T>, options?: Excel.RunOptions): Promise<{ value?: T; code?: string }>;
}

const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="/office/office.js"></script>
<script>
  const attempt = (work, options = {}) => Excel.run(options, work).then((value) => ({ value }), ({ code }) => ({ code }));
</script><p>pane</p></html>`;

type Open = (book: Book, options?: Partial<ExcelOptions>) => Promise<StandIn>;

/**
 * For a file of tests: one browser, and a function that opens a workbook with an add-in page that has nothing but
 * Office.js, which is ready. What a test opened is closed after it, which fails where the test left violations unseen.
 */
export function blankPanes(): Open {
  let browser: Browser | undefined;
  const opened: StandIn[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const excel of opened.splice(0)) await excel.close();
  });
  return async (book, options = {}) => {
    if (browser === undefined) throw new Error("opened outside a test");
    const excel = await openExcel({ browser, book, pages: { texts: { "/pane.html": page } }, pagePath: "/pane.html", ...options });
    opened.push(excel);
    await excel.frame.evaluate(() => Office.onReady());
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

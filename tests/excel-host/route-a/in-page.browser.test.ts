/// <reference types="office-js" />
import { afterEach, expect, test } from "vitest";
import { sharedBrowser } from "../../browser/shared.ts";
import { bookOf } from "../blank-pane.ts";
import type { Book } from "../model/book.ts";
import type { Excel as PageExcel } from "./excel.ts";
import { openExcel, type ExcelOptions } from "./open.ts";

const opened: PageExcel[] = [];

/** A workbook beside a page that only has Office.js, and a command that does nothing. */
async function open(book: Book, script = "/office/office.js", options: Partial<ExcelOptions> = {}): Promise<PageExcel> {
  const command = 'Office.actions?.associate("check", (event) => event.completed());';
  const page = `<!doctype html><link rel="icon" href="data:,"><script>globalThis.Office = { onReady: () => "none" };</script><script src="${script}"></script><script>${command}</script>`;
  const excel = await openExcel({ browser: await sharedBrowser(), book, pages: { texts: { "/pane.html": page } }, pagePath: "/pane.html", ...options });
  opened.push(excel);
  return excel;
}

afterEach(async () => {
  for (const excel of opened.splice(0)) await excel.close();
});

test("in a page Office.js finds Excel, the offered requirement set and the language, and reads a cell", async () => {
  const excel = await open(bookOf([["a"]]).book, undefined, { api: "1.10", locale: "en-US" });
  const seen = await excel.frame.evaluate(async () => {
    const { host, platform } = await Office.onReady();
    const offers = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.load("values");
      await context.sync();
      return range.values;
    });
    return [host, platform, Office.context.displayLanguage, offers("1.10"), offers("1.11"), values];
  });
  expect(seen).toEqual(["Excel", "OfficeOnline", "en-US", true, false, [["a"]]]);
  expect([excel.log.outsideRequests, excel.log.pageErrors]).toEqual([[], []]);
});

test("document settings are there when the pane is opened again, and a command that came before the pane listened is run", async () => {
  const { book } = bookOf();
  const excel = await open(book);
  await excel.frame.evaluate(async () => {
    await Office.onReady();
    Office.context.document.settings.set("tenken", "kept");
    await new Promise((resolve) => Office.context.document.settings.saveAsync(resolve));
  });
  const opening = excel.openPane();
  excel.clickRibbon("check");
  await opening;
  const kept = await excel.frame.evaluate(async () => {
    await Office.onReady();
    const found: unknown = Office.context.document.settings.get("tenken");
    return found;
  });
  expect(kept).toBe("kept");
  await expect.poll(() => excel.completed).toEqual([{ commandId: "check", status: 0 }]);
});

test("Microsoft's address of Office.js is answered with the npm copy, or not at all", async () => {
  const address = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
  const excel = await open(bookOf().book, address);
  expect(await excel.frame.evaluate(async () => (await Office.onReady()).host)).toBe("Excel");
  expect(excel.log.outsideRequests).toEqual([]);
  const cut = await open(bookOf().book, address, { officeReachable: false });
  expect(await cut.frame.evaluate(() => Office.onReady())).toBe("none");
  expect(cut.log.outsideRequests).toEqual([address]);
});

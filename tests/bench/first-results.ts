import { pathToFileURL } from "node:url";
import { launchBrowser } from "../browser/chromium.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import type { Pages } from "../excel-host/route-a/server.ts";
import { longest, median, type Table } from "./table.ts";

const rounds = 7;
const line = "<ul><li role=listitem><button>1</button></li></ul>";
const page = (body: string): Pages => ({ texts: { "/pane.html": `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body>${body}` } });
const office = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const read = `Office.onReady().then(() => Excel.run(async (context) => {
  const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange().load("values");
  await context.sync();
  document.body.append(document.querySelector("template").content);
}))`;

/** What the pane is compared with: a page that shows a line, and one that shows it once it has read the sheet by Office.js. */
export const otherPages: readonly { readonly name: string; readonly pages: Pages }[] = [
  { name: "a blank page with one line", pages: page(line) },
  { name: "Office.js alone, and the sheet read", pages: page(`<template>${line}</template><script src="${office}"></script><script>${read}</script>`) },
];

/** Measures how soon each page shows its first result, in turn, so that all meet the same machine. */
export async function measureFirst(opened: readonly { readonly name: string; readonly excel: Excel }[]): Promise<Table> {
  const measured = opened.map((one) => ({ ...one, times: new Array<number>() }));
  for (let round = 0; round < rounds; round++) {
    for (const { excel, times } of measured) {
      await excel.closePane();
      await excel.openPane();
      await excel.frame.waitForFunction(() => window.probe.first !== undefined);
      times.push(await excel.frame.evaluate(() => window.probe.first ?? NaN));
    }
  }
  return compared("from navigation to the first result", measured);
}

/** The first page is the one that the others are compared with. */
function compared(measured: string, pages: readonly { readonly name: string; readonly times: readonly number[] }[]): Table {
  const ratio = (times: readonly number[]) => (Number(median(times)) / Number(median(pages[0]?.times ?? []))).toFixed(1);
  return [[measured, "median ms", "longest ms", "against the blank page"], ...pages.map(({ name, times }) => [name, median(times), longest(times), ratio(times)])];
}

/**
 * Measures how soon a Chromium that is not running yet shows the first result of the sample in the workbench, beside a blank page: as
 * whole processes are measured in the terminal. Both in turn.
 */
export async function measureStart(root: string): Promise<Table> {
  const blank = { name: "a blank page with one line", url: `data:text/html,${encodeURIComponent(line)}`, times: new Array<number>() };
  const workbench = { name: "the workbench with the sample", url: pathToFileURL(`${root}dist/workbench.html`).href, times: new Array<number>() };
  for (let round = 0; round < rounds; round++) {
    for (const { url, times } of [blank, workbench]) {
      const start = performance.now();
      const browser = await launchBrowser();
      try {
        const tab = await browser.newPage({ locale: "ja-JP" });
        await tab.goto(url, { waitUntil: "commit" });
        await tab.locator("[role=listitem] button").first().waitFor();
        times.push(performance.now() - start);
      } finally {
        await browser.close();
      }
    }
  }
  return compared("from the start of Chromium to the first result", [blank, workbench]);
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { openFile } from "../../src/hosts/file/open.ts";
import type { Book } from "../excel-host/model/book.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { launchBrowser } from "../browser/chromium.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { openExcel } from "../excel-host/route-a/open.ts";
import { measureAnswers } from "./answers.ts";
import { measureFirst, measureStart, otherPages } from "./first-results.ts";
import { countFirstView } from "./first-view.ts";
import { installProbe } from "./probe.ts";
import { measureLarge } from "./large-pane.ts";
import type { Table } from "./table.ts";
import { measureWorker } from "./worker-tasks.ts";
import { measureViews } from "./views.ts";

const sampleFile = "assets/samples/sample.xlsx";

/** The workbooks besides the sample: with thousands of findings, large ones, and a large one in an unknown form. */
export interface PaneFiles {
  readonly faulty: string;
  readonly large: readonly string[];
  readonly unknown: string;
}

/** Measures how much the pane loads, how soon it shows a result, how it answers with thousands of findings and reads large sheets, and how fast its views open. */
export async function measurePane(root: string, { faulty: faultyFile, large, unknown }: PaneFiles): Promise<readonly Table[]> {
  const browser = await launchBrowser();
  try {
    const sample = await openMeasured(browser, root, await bookOf(`${root}${sampleFile}`));
    const tables = [await loaded(sample, root), await firstResults(browser, root, sample), await measureStart(root), await countFirstView(sample)];
    await sample.close();
    const faulty = await openMeasured(browser, root, await bookOf(faultyFile));
    tables.push(...(await measureAnswers(faulty)));
    await faulty.close();
    for (const file of [...large, unknown]) tables.push(await inExcel(browser, root, file));
    tables.push(await measureWorker(browser, root, large.at(-1) ?? faultyFile));
    for (const file of large) tables.push(await measureViews(browser, root, file));
    return tables;
  } finally {
    await browser.close();
  }
}

/** Without the probe, which would add to the tasks. */
async function inExcel(browser: Browser, root: string, file: string): Promise<Table> {
  const excel = await openPane(browser, root, await bookOf(file));
  try {
    return await measureLarge(browser, excel, basename(file));
  } finally {
    await excel.close();
  }
}

async function bookOf(path: string): Promise<Book> {
  return bookFromFile(await openFile(basename(path), readFileSync(path)));
}

function openPane(browser: Browser, root: string, book: Book): Promise<Excel> {
  return openExcel({ browser, book, pages: { folder: `${root}dist` }, pagePath: "/taskpane.html" });
}

/** Opens the pane anew with the probe in it. */
async function openMeasured(browser: Browser, root: string, book: Book): Promise<Excel> {
  const excel = await openWithProbe(openPane(browser, root, book));
  await reopen(excel);
  return excel;
}

async function openWithProbe(opening: Promise<Excel>): Promise<Excel> {
  const excel = await opening;
  await excel.page.addInitScript(installProbe);
  return excel;
}

async function reopen(excel: Excel): Promise<void> {
  await excel.closePane();
  await excel.openPane();
  await excel.frame.locator("[role=listitem] button").first().waitFor({ timeout: 120_000 });
}

/** Without Office.js, which comes from Microsoft. */
async function loaded(excel: Excel, root: string): Promise<Table> {
  const asked = await excel.frame.evaluate(() => {
    const first = window.probe.first ?? Infinity;
    const resources = performance.getEntriesByType("resource").map(({ name, startTime }): [string, boolean] => [name, startTime < first]);
    const all: [string, boolean][] = [[location.href, true], ...resources];
    return all;
  });
  const paths = new Map(asked.flatMap(([address, isFirst]) => (new URL(address).hostname === "localhost" ? [[new URL(address).pathname, isFirst] as const] : [])));
  const files = [...paths].map(([path, isFirst]) => ({ path, isFirst, plain: readFileSync(`${root}dist${path}`) })).map((file) => ({ ...file, packed: gzipSync(file.plain, { level: 9 }).length }));
  const lines = files.map(({ path, isFirst, plain, packed }) => [path.slice(1), kilobytes(plain.length), kilobytes(packed), isFirst ? "" : "after it"]);
  const before = files.filter(({ path, isFirst }) => isFirst && path.endsWith(".js"));
  const sum = (part: (file: (typeof files)[number]) => number) => kilobytes(before.reduce((total, file) => total + part(file), 0));
  return [["what taskpane.html loads", "KB", "KB gzip", "first result"], ...lines, ["all script until the first result", sum(({ plain }) => plain.length), sum(({ packed }) => packed), ""]];
}

/** The sample in the pane, beside pages that do less. */
async function firstResults(browser: Browser, root: string, sample: Excel): Promise<Table> {
  const book = await bookOf(`${root}${sampleFile}`);
  const others: { readonly name: string; readonly excel: Excel }[] = [];
  for (const { name, pages } of otherPages) others.push({ name, excel: await openWithProbe(openExcel({ browser, book, pages, pagePath: "/pane.html" })) });
  const table = await measureFirst([...others, { name: "the pane, the sample", excel: sample }]);
  for (const { excel } of others) await excel.close();
  return table;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { root } from "../../src/tools/build-if-old.mjs";
import { lendPage } from "../browser/shared.ts";

/** The built page, and its address on disk. */
export const dist = `${root}dist`;
export const pageOnDisk = pathToFileURL(`${dist}/workbench.html`).href;

export interface OpenPage {
  readonly page: Page;
  /** All requests of the page, including itself. */
  readonly requests: readonly string[];
  /** Errors on the page and refusals of its policy. */
  readonly complaints: readonly string[];
}

const window = { locale: "ja-JP", viewport: { width: 1440, height: 900 } };

/** For a test: the workbench, in Japanese by default, after it has checked its sample. */
export async function openWorkbenchPage(options: BrowserContextOptions = {}, address = pageOnDisk): Promise<OpenPage> {
  return show(await lendPage({ ...window, ...options }), address);
}

/** The same in a window that the caller closes. */
export async function openWorkbench(browser: Browser, address = pageOnDisk, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ ...window, ...options });
  return show(await context.newPage(), address);
}

async function show(page: Page, address: string): Promise<OpenPage> {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  await page.goto(address);
  await page.getByRole("list").getByRole("button").first().waitFor();
  return { page, requests, complaints };
}

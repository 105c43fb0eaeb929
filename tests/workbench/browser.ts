import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { root } from "../../src/tools/build-if-old.mjs";

/** The built page, and its address when it is opened from disk. */
export const dist = `${root}dist`;
export const pageOnDisk = pathToFileURL(`${dist}/workbench.html`).href;

export interface OpenPage {
  readonly page: Page;
  /** Everything the page asked for, itself included. */
  readonly requests: readonly string[];
  /** What went wrong on it: errors and refusals of the policy. */
  readonly complaints: readonly string[];
}

/** Opens the workbench in a window of its own, in Japanese unless told otherwise, and waits for the checked sample. */
export async function openWorkbench(browser: Browser, address = pageOnDisk, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
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

import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";

let connected: Promise<Browser> | undefined;
const idle = new Map<string, Page[]>();

/** The only Chromium of this run. It must not be closed, since other test files use it too. */
export function sharedBrowser(): Promise<Browser> {
  return (connected ??= chromium.connect(inject("chromium")));
}

/** Lends the running test a page in its own window. Afterwards it is cleared and lent to the next test with the same options. */
export async function lendPage(options: BrowserContextOptions): Promise<Page> {
  const key = JSON.stringify(options);
  const pages = idle.get(key) ?? [];
  idle.set(key, pages);
  const page = pages.pop() ?? (await newPage(options));
  onTestFinished(async ({ task }) => {
    if (page.isClosed()) return;
    if (task.result?.state === "fail") return page.context().close();
    page.removeAllListeners();
    await page.evaluate(() => {
      localStorage.clear();
      indexedDB.deleteDatabase("tenken");
    });
    await page.goto("about:blank");
    pages.push(page);
  });
  return page;
}

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const context = await (await sharedBrowser()).newContext(options);
  return context.newPage();
}

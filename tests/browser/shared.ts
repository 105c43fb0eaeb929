import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { launchBrowser } from "./chromium.ts";

let launched: Promise<Browser> | undefined;
const idle = new Map<string, Page[]>();

/**
 * The Chromium of all test files of this process; one for all processes would be reached by way of the runner's own. It
 * must not be closed, since other test files use it too.
 */
export function sharedBrowser(): Promise<Browser> {
  return (launched ??= launchBrowser());
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

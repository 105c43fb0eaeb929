import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { buildOnce, launch, openWorkbench, pageOnDisk, type OpenPage } from "../workbench/browser.ts";

/** For a file of tests: opens the built workbench, beside the pane in Excel. */
export function benches(): (options?: BrowserContextOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    buildOnce();
    browser = await launch();
  }, 240_000);
  afterAll(() => browser?.close());
  return async (options = {}) => {
    if (!browser) throw new Error("opened outside a test");
    return openWorkbench(browser, pageOnDisk, options);
  };
}

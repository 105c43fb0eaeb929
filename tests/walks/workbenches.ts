import type { BrowserContextOptions } from "playwright-core";
import { sharedBrowser } from "../browser/shared.ts";
import { openWorkbench, pageOnDisk, type OpenPage } from "../workbench/browser.ts";

/** For a file of tests: opens the built workbench, beside the pane in Excel. */
export function workspaces(): (options?: BrowserContextOptions) => Promise<OpenPage> {
  return async (options = {}) => openWorkbench(await sharedBrowser(), pageOnDisk, options);
}

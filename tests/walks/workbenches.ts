import type { BrowserContextOptions } from "playwright-core";
import { sharedBrowser } from "../browser/shared.ts";
import { openWorkbench, pageOnDisk, type OpenPage } from "../workbench/browser.ts";

/** For a test file: opens the built workbench, to compare with the pane in Excel. */
export function workspaces(): (options?: BrowserContextOptions) => Promise<OpenPage> {
  return async (options = {}) => openWorkbench(await sharedBrowser(), pageOnDisk, options);
}

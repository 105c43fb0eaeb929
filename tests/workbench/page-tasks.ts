import type { Page } from "playwright-core";
import { sharedBrowser } from "../browser/shared.ts";
import { tasksDuring } from "../browser/tasks.ts";

/** The length of each task of the page's main thread during the work, in milliseconds; of one test at a time. */
export async function pageTasks(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  return tasksDuring(await sharedBrowser(), page, work);
}

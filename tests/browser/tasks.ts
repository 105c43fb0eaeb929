import type { Browser, Page } from "playwright-core";
import { z } from "zod";

const traceShape = z.object({ traceEvents: z.array(z.object({ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional() })) });
const mark = "the page that is looked at";

/**
 * The length of each task of the page's main thread during the work, in milliseconds of its processor time, since other
 * programs on the machine would stretch clock time. The whole browser is traced, for one page at a time.
 */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  // Tasks left over from opening do not count.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await page.evaluate((name) => performance.mark(name), mark);
  await work();
  const { traceEvents } = traceShape.parse(JSON.parse((await browser.stopTracing()).toString()));
  const own = traceEvents.find(({ name }) => name === mark);
  return traceEvents.flatMap(({ name, pid, tid, tdur }) => (name.endsWith("RunTask") && pid === own?.pid && tid === own.tid && tdur !== undefined ? [tdur / 1000] : []));
}

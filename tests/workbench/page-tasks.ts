import type { Page } from "playwright-core";
import { z } from "zod";
import { sharedBrowser } from "../browser/shared.ts";

const traceShape = z.object({
  traceEvents: z.array(z.object({ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional(), args: z.object({ name: z.unknown().optional() }).optional() })),
});

/**
 * How long each task of the page's own thread took while something was done, in milliseconds of its processor time:
 * by the clock, another program on the machine would stretch them too.
 */
export async function pageTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  const browser = await sharedBrowser();
  // What still runs of opening is no part of it.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await browser.startTracing(page, { categories: ["toplevel"] });
  await work();
  const { traceEvents } = traceShape.parse(JSON.parse((await browser.stopTracing()).toString()));
  const threads = new Set(traceEvents.flatMap(({ name, args, pid, tid }) => (name === "thread_name" && args?.name === "CrRendererMain" ? [`${pid}/${tid}`] : [])));
  return traceEvents.flatMap(({ name, pid, tid, tdur }) => (name.endsWith("RunTask") && threads.has(`${pid}/${tid}`) && tdur !== undefined ? [tdur / 1000] : []));
}

import type { Browser, Page } from "playwright-core";
import { z } from "zod";

const traceShape = z.object({ traceEvents: z.array(z.object({ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional(), args: z.object({ name: z.unknown().optional() }).optional() })) });
const mark = "the page that is looked at";

/** The length of each task, in milliseconds of processor time, since other programs on the machine would stretch clock time. */
export interface Tasks {
  /** Those of the page's main thread. */
  readonly page: readonly number[];
  /** Those of its workers. */
  readonly workers: readonly number[];
}

/** The tasks of a page and its workers during the work. The whole browser is traced, for one page at a time. */
export async function allTasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<Tasks> {
  // Tasks left over from opening do not count.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await page.evaluate((name) => performance.mark(name), mark);
  await work();
  const { traceEvents } = traceShape.parse(JSON.parse((await browser.stopTracing()).toString()));
  const own = traceEvents.find(({ name }) => name === mark);
  const workers = new Set(traceEvents.flatMap(({ name, pid, tid, args }) => (name === "thread_name" && pid === own?.pid && args?.name === "DedicatedWorker thread" ? [tid] : [])));
  const tasksOf = (isOn: (thread: number) => boolean) => traceEvents.flatMap(({ name, pid, tid, tdur }) => (name.endsWith("RunTask") && pid === own?.pid && isOn(tid) && tdur !== undefined ? [tdur / 1000] : []));
  return { page: tasksOf((thread) => thread === own?.tid), workers: tasksOf((thread) => workers.has(thread)) };
}

/** The length of each task of the page's main thread during the work. */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  return (await allTasksDuring(browser, page, work)).page;
}

import type { Browser } from "playwright-core";
import { tasksDuring } from "../browser/tasks.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { longest, type Table } from "./table.ts";

/** What no task may exceed. */
export const mostTask = 50;
const rounds = 3;
/** The first initiative's status. */
const edited = "I4";

/** Measures the page's tasks and the exchange with Excel while a large sheet is read and checked: once the pane is opened, and when a cell was edited. */
export async function measureLarge(browser: Browser, excel: Excel, name: string): Promise<Table> {
  const { page, log } = excel;
  const line = async (what: string, work: () => Promise<void>) => {
    log.restart();
    const tasks = await tasksDuring(browser, page, async () => {
      await work();
      await excel.frame.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    });
    const megabytes = (part: "bytesIn" | "bytesOut") => (log.roundTrips.reduce((sum, trip) => sum + trip[part], 0) / 1e6).toFixed(2);
    return [what, longest(tasks), String(tasks.filter((task) => task > mostTask).length), String(log.roundTrips.length), megabytes("bytesIn"), megabytes("bytesOut")];
  };
  const reopen = async () => {
    await excel.closePane();
    await excel.openPane();
    await excel.frame.getByRole("tab", { name: "構成", exact: true }).waitFor({ timeout: 120_000 });
  };
  const kinds = () => excel.frame.getByRole("group", { name: "区分で絞り込む" }).allTextContents();
  const edit = async (text: string) => {
    const before = (await kinds()).join();
    excel.type(edited, text);
    while ((await kinds()).join() === before) await page.waitForTimeout(100);
  };
  const { value } = excel.book.active.cell(3, 8);
  const lines: (readonly string[])[] = [];
  for (let round = 0; round < rounds; round++) {
    lines.push(await line("the pane opened, until the first result", reopen));
    lines.push(await line("a cell edited, until the next result", () => edit(round % 2 === 0 || typeof value !== "string" ? "" : value)));
  }
  return [[`in Excel, ${name}`, "longest task: processor ms", `tasks over ${mostTask}`, "round trips", "MB asked", "MB answered"], ...lines];
}

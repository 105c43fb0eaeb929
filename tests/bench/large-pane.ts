import type { Browser } from "playwright-core";
import { tasksDuring } from "../browser/tasks.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { longest, type Table } from "./table.ts";

/** What no task may exceed. */
const mostTask = 50;

/** Measures the page's tasks and the exchange with Excel while a large sheet is read and checked, on opening and when asked again. */
export async function measureLarge(browser: Browser, excel: Excel, name: string, reopen: () => Promise<void>): Promise<Table> {
  const { page, log } = excel;
  const line = async (what: string, work: () => Promise<void>) => {
    log.restart();
    const tasks = await tasksDuring(browser, page, work);
    const bytes = (part: "bytesIn" | "bytesOut") => (log.roundTrips.reduce((sum, trip) => sum + trip[part], 0) / 1e6).toFixed(2);
    return [what, longest(tasks), String(tasks.filter((task) => task > mostTask).length), String(log.roundTrips.length), bytes("bytesIn"), bytes("bytesOut")];
  };
  const again = async () => {
    await page.evaluate(() => undefined);
    await excel.frame.getByRole("button", { name: "点検する" }).click();
    await excel.frame.getByRole("progressbar").waitFor();
    await excel.frame.getByRole("progressbar").waitFor({ state: "hidden" });
  };
  return [
    [`in Excel, ${name}`, "longest task ms (processor)", `over ${mostTask}`, "round trips", "MB asked", "MB answered"],
    await line("opened, until the first result", reopen),
    await line("checked again", again),
  ];
}

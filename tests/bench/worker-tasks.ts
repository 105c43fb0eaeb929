import { basename } from "node:path";
import type { Browser, Page } from "playwright-core";
import { allTasksDuring } from "../browser/tasks.ts";
import { mostTask } from "./large-pane.ts";
import { longest, type Table } from "./table.ts";

/** What is done with a file, in order. */
const work: readonly { readonly name: string; readonly act: (page: Page, file: string) => Promise<void> }[] = [
  {
    name: "opened and checked",
    act: async (page, file) => {
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("tab", { name: "構成", exact: true }).waitFor({ timeout: 120_000 });
    },
  },
  {
    name: "all safe fixes",
    act: async (page) => {
      await page.getByRole("button", { name: /^安全な修正/ }).click();
      await page.getByText(/件を修正しました/).first().waitFor({ timeout: 120_000 });
    },
  },
  {
    name: "the summary made",
    act: async (page) => {
      await page.getByRole("tab", { name: "集計", exact: true }).click();
      await page.getByRole("button", { name: /総括シートを作る/ }).click();
      await page.getByRole("button", { name: "作成したシートを削除" }).first().waitFor({ timeout: 120_000 });
    },
  },
];

/** Measures the tasks of the workbench's page and of its worker, which hears of a cancel between two of them. */
export async function measureWorker(browser: Browser, root: string, file: string): Promise<Table> {
  const page = await browser.newPage({ locale: "ja-JP" });
  try {
    await page.goto(`file://${root}dist/workbench.html`);
    const lines: (readonly string[])[] = [];
    for (const { name, act } of work) {
      const tasks = await allTasksDuring(browser, page, async () => {
        await act(page, file);
        await page.waitForTimeout(1000);
      });
      const over = (each: readonly number[]) => String(each.filter((task) => task > mostTask).length);
      lines.push([name, longest(tasks.page), over(tasks.page), longest(tasks.workers), over(tasks.workers)]);
    }
    return [[`tasks in the workbench, ${basename(file)}`, "page: longest, processor ms", `over ${mostTask}`, "worker: longest", `over ${mostTask}`], ...lines];
  } finally {
    await page.close();
  }
}

import { basename } from "node:path";
import type { Browser } from "playwright-core";
import { answersIn, installProbe, type Answer } from "./probe.ts";
import { answerLine, type Table } from "./table.ts";

const rounds = 3;
const views = ["構成", "集計", "指摘"] as const;

/** Measures how fast each view of the pane opens in the workbench, with a file of many initiatives. */
export async function measureViews(browser: Browser, root: string, file: string): Promise<Table> {
  const page = await browser.newPage({ locale: "ja-JP" });
  try {
    await page.addInitScript(installProbe);
    await page.goto(`file://${root}dist/workbench.html`);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("tab", { name: basename(file) }).waitFor();
    await page.getByRole("tab", { name: "構成", exact: true }).waitFor();
    await page.waitForTimeout(1000);
    const answerTo = await answersIn(page.mainFrame());
    const measured = new Map<string, Answer[]>(views.map((view) => [view, []]));
    for (let round = 0; round < rounds; round++) {
      for (const view of views) measured.get(view)?.push(await answerTo(() => page.getByRole("tab", { name: view, exact: true }).click()));
    }
    return [[`views in the workbench, ${basename(file)}`, "median ms", "longest ms", "longest task ms", "processor: median ms", "longest ms"], ...[...measured].map(([view, answers]) => answerLine(view, answers))];
  } finally {
    await page.close();
  }
}

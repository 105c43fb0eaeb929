import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { largest } from "../../src/core/model/many.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { tasksDuring } from "../browser/tasks.ts";
import { peakOf } from "./measure-hostile.ts";

export { makeOffices } from "../samples/offices.ts";
export { hostileFiles } from "./hostile-files.ts";

/** What many files opened together cost the workbench. */
export interface ManyCost {
  /** Seconds until so many files were listed with what was found in them, and until every file had an answer; infinite after two minutes. */
  readonly ordinary: number;
  readonly all: number;
  /** Seconds of processor time: of the main thread, and of the page's process with its workers. */
  readonly main: number;
  readonly cpu: number;
  /** How many workers were started. */
  readonly workers: number;
  /** Milliseconds of the longest task of the main thread. */
  readonly task: number;
  /** Megabytes of the page's process with its workers, before and at most. */
  readonly before: number;
  readonly peak: number;
  /** What is said of the files that are not read. */
  readonly says: readonly string[];
}

const mostSeconds = 120;

/** Opens files in one go. @param ordinary how many of them are quickly read */
export async function measureMany(root: string, files: readonly string[], ordinary: number): Promise<ManyCost> {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ locale: "ja-JP", viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(pathToFileURL(`${root}dist/workbench.html`).href);
    await page.getByRole("list").getByRole("button").first().waitFor();
    const before = await peakOf(browser);
    const cpuBefore = await pageCpu(browser);
    let workers = 0;
    page.on("worker", () => workers++);
    const reached = { ordinary: Infinity, all: Infinity };
    const lines = () => page.getByRole("region", { name: "受け取った評価シート" }).getByRole("row").allInnerTexts();
    const tasks = await tasksDuring(browser, page, async () => {
      const start = performance.now();
      await page.locator("input[type=file]").setInputFiles([...files]);
      for (let seconds = 0; seconds < mostSeconds && reached.all === Infinity; ) {
        await setTimeout(50);
        seconds = (performance.now() - start) / 1000;
        const [read, waiting] = await page.evaluate(() => [document.querySelectorAll("[role=row] select").length, [...document.querySelectorAll("[role=row]")].filter(({ textContent }) => textContent.includes("点検しています…")).length]);
        if (reached.ordinary === Infinity && read >= ordinary) reached.ordinary = seconds;
        if (read >= ordinary && waiting === 0) reached.all = seconds;
      }
    });
    const says = (await lines()).filter((line) => /ません|ありません/.test(line) && !line.includes("提出できません")).map((line) => line.replaceAll(/\s+/g, " "));
    const main = tasks.reduce((sum, task) => sum + task, 0) / 1000;
    return { ...reached, main, cpu: (await pageCpu(browser)) - cpuBefore, workers, task: largest(tasks, 0), before, peak: await peakOf(browser), says };
  } finally {
    await browser.close();
  }
}

/** Seconds of processor time that pages took so far, with their workers. */
async function pageCpu(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { largest } from "../../src/core/model/many.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { tasksDuring } from "../browser/tasks.ts";

export { hostileFiles } from "./hostile-files.ts";

/** What a file cost the workbench: seconds until its answer stood, the longest task of the main thread in milliseconds, the peak of the page in MB. */
export interface PageCost {
  readonly seconds: number;
  readonly task: number;
  readonly peak: number;
  readonly says: string;
}

const mostSeconds = 120;

/** Opens each file in a page of its own, and hands its cost on. */
export async function measureInPage(root: string, files: readonly string[], done: (file: string, cost: PageCost) => void): Promise<void> {
  for (const file of files) {
    const browser = await launchBrowser();
    try {
      done(file, await costOf(browser, pathToFileURL(`${root}dist/workbench.html`).href, file));
    } finally {
      await browser.close();
    }
  }
}

async function costOf(browser: Browser, address: string, file: string): Promise<PageCost> {
  const page = await (await browser.newContext({ locale: "ja-JP", viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(address);
  await page.getByRole("list").getByRole("button").first().waitFor();
  let seconds = 0;
  const tasks = await tasksDuring(browser, page, async () => {
    const start = performance.now();
    await page.locator("input[type=file]").setInputFiles(file);
    while (seconds < mostSeconds && !(await isAnswered(page, basename(file)))) {
      await setTimeout(50);
      seconds = (performance.now() - start) / 1000;
    }
  });
  const says = await page.locator(".sheet-area, .pane-area").allInnerTexts();
  return { seconds, task: largest(tasks, 0), peak: await peakOf(browser), says: seconds < mostSeconds ? reasonIn(says.join("\n")) : "no answer" };
}

/** The line with a refusal's reason, or how the table is told. */
function reasonIn(text: string): string {
  const lines = text.split("\n");
  return (lines.find((line) => /ませんでした（|壊れて|大きすぎる/.test(line)) ?? lines.find((line) => /\d・\S+ \d/.test(line)) ?? lines[0] ?? "").slice(0, 100);
}

/** True once the file is open or refused, and nothing is under way. */
function isAnswered(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const isOpening = document.querySelector(".sheet-area")?.textContent.includes("ファイルを開いています…") ?? true;
    const isBusy = isOpening || document.querySelector("[role=progressbar]") !== null || [...document.querySelectorAll("button")].some(({ textContent }) => textContent === "キャンセル");
    return !isBusy && document.title.startsWith(wanted);
  }, name);
}

/** The largest memory of a page's process so far, as Linux tells it, in MB; its workers are in it. NaN elsewhere. */
export async function peakOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => peakOfProcess(id));
  return largest(peaks);
}

function peakOfProcess(id: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}

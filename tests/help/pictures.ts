import { mkdirSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser/chromium.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { openExcel } from "../excel-host/route-a/open.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";
import { checked } from "../taskpane/open-pane.ts";
import { sampleBook } from "../taskpane/sample-book.ts";
import { finding } from "../workbench/workbench-page.ts";
import { openWorkbench } from "../workbench/browser.ts";
import { root } from "../../src/tools/build-if-old.mjs";
import { summaryFile } from "./summary-file.ts";

const manualFolder = `${root}src/help/images/`;
const readmePicture = `${root}assets/workbench.png`;

/** The words on the picture in README. A test compares them with the current page. */
export const readmeWords = `${root}assets/workbench.txt`;

const paneSize = { width: 360, height: 760 };
const benchSize = { width: 920, height: 500 };
const listSize = { width: 1520, height: 520 };

interface Taken {
  readonly name: string;
  readonly bytes: number;
}

/** Takes all pictures of the manual from the built pages, with the sample. @returns the saved pictures */
export function takeManual(): Promise<readonly Taken[]> {
  mkdirSync(manualFolder, { recursive: true });
  return inBrowser(async (browser) => [...(await takePane(browser)), await takeQuestions(browser), ...(await takeBench(browser))]);
}

/** Takes the picture in README and saves its words. @returns the saved picture */
export function takeReadme(): Promise<readonly Taken[]> {
  return inBrowser(async (browser) => {
    const page = await openReadmeScene(browser);
    const taken = await save(readmePicture, page);
    writeFileSync(readmeWords, await frameWords(page));
    return [taken];
  });
}

/** The workbench as in README: the sample with a code that became a date. */
export async function openReadmeScene(browser: Browser): Promise<Page> {
  const { page } = await openWorkbench(browser);
  await finding(page, "G12").click();
  return page;
}

/** The words of the page outside its two long lists, where fonts and heights decide how much is drawn. */
export function frameWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    for (const list of document.querySelectorAll("[role=grid], [role=list], ul")) list.remove();
    return `${document.body.innerText.replace(/\s*\n\s*/g, "\n").trim()}\n`;
  });
}

async function inBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await launchBrowser();
  try {
    await refuseWithoutFont(browser);
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** @throws if no font has Japanese characters, since all would be drawn as the same empty box */
async function refuseWithoutFont(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  const drawn = await page.evaluate(() =>
    ["点", "検"].map((letter) => {
      const canvas = document.createElement("canvas");
      canvas.getContext("2d")?.fillText(letter, 10, 20);
      return canvas.toDataURL();
    }),
  );
  await page.close();
  if (drawn[0] === drawn[1]) throw new Error("There is no Japanese font on this computer: install one, such as Noto Sans CJK.");
}

/** Takes the pane from the first check to the summary sheets. */
async function takePane(browser: Browser): Promise<readonly Taken[]> {
  const excel = await openExcel({ browser, book: await sampleBook(), pages: { folder: `${root}dist` }, pagePath: "/taskpane.html", viewport: paneSize });
  const taken: Taken[] = [];
  const shoot = async (name: string) => void taken.push(await save(manual(name), excel.page));
  await checked(excel);
  await shoot("pane");
  await excel.frame.getByRole("list", { name: "指摘の一覧" }).getByRole("button").first().click();
  await shoot("finding");
  await press(excel, "そのままにする…");
  await shoot("leave");
  await press(excel, "キャンセル");
  await press(excel, "設定");
  await shoot("settings");
  await press(excel, "設定を閉じる");
  await press(excel, "修正を選ぶ…");
  await shoot("safe-mends");
  await press(excel, /^選んだ/);
  await excel.frame.getByText(/件を修正しました/).first().waitFor();
  await press(excel, "検索・並べ方・その他");
  await press(excel, /^修正の履歴/);
  await shoot("history");
  await press(excel, "一覧に戻る");
  await openView(excel, "構成");
  await shoot("outline");
  await openView(excel, "集計");
  await press(excel, "総括シートを作る");
  await excel.frame.getByText(/を作りました/).first().waitFor();
  await shoot("numbers");
  await excel.close();
  return taken;
}

/** Takes the pane beside a sheet of another form. */
async function takeQuestions(browser: Browser): Promise<Taken> {
  const book = await bookFromFile(await openFile("plan.xlsx", workbookOf("施策評価", gradedRows, { C5: "検討" })));
  const excel = await openExcel({ browser, book, pages: { folder: `${root}dist` }, pagePath: "/taskpane.html", viewport: paneSize });
  await checked(excel);
  const taken = await save(manual("questions"), excel.page);
  await excel.close();
  return taken;
}

async function press(excel: Excel, name: string | RegExp): Promise<void> {
  await excel.frame.getByRole("button", { name }).first().click();
}

async function openView(excel: Excel, name: string): Promise<void> {
  await excel.frame.getByRole("tab", { name }).click();
}

/** Takes the workbench at a row that needs review, and the list that a summary prepares for the evaluator's notes. */
async function takeBench(browser: Browser): Promise<readonly Taken[]> {
  const { page } = await openWorkbench(browser, undefined, { viewport: benchSize });
  await page.getByRole("group", { name: "区分で絞り込む" }).getByRole("button", { name: "要見直し" }).click();
  await page.getByRole("list", { name: "見直しの一覧" }).getByRole("button").first().click();
  const workspace = await save(manual("workbench"), page);
  await page.setViewportSize(listSize);
  await page.locator("input[type=file]").setInputFiles({ name: "summary.xlsx", mimeType: "", buffer: Buffer.from(await summaryFile()) });
  await page.getByRole("tab", { name: "要見直し一覧" }).waitFor();
  await page.getByRole("tab", { name: "要見直し一覧" }).click();
  await page.getByText("見直しの方向").first().waitFor();
  const list = await save(manual("review-list"), page, page.getByRole("grid"));
  await page.context().close();
  return [workspace, list];
}

/** Saves a picture after nothing moves any more, with the pointer away. */
async function save(path: string, page: Page, part: { screenshot: Page["screenshot"] } = page): Promise<Taken> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  const picture = await part.screenshot({ animations: "disabled" });
  writeFileSync(path, picture);
  return { name: path.slice(root.length), bytes: picture.length };
}

function manual(name: string): string {
  return `${manualFolder}${name}.png`;
}

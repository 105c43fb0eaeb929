import { createHash } from "node:crypto";
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
const listSize = { width: 1520, height: 800 };
/** How far the rows of the list go. */
const listHeight = 550;

interface Taken {
  readonly name: string;
  readonly bytes: number;
}

/** Looks at a scene of the manual: the page to take, the document with what it shows, and the part of the page, where it is not all. */
export type See = (name: string, page: Page, shown: Pick<Page, "evaluate">, part?: Part) => Promise<void>;

type Part = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The fingerprints of the scenes as they were when their pictures were taken. A test compares them with the current pages. */
export const manualScenes = `${root}tests/help/pictures.json`;

/** Takes all pictures of the manual from the built pages, with the sample, and saves what they show. @returns the saved pictures */
export function takeManual(): Promise<readonly Taken[]> {
  mkdirSync(manualFolder, { recursive: true });
  return inBrowser(async (browser) => {
    const taken: Taken[] = [];
    const shown: Record<string, string> = {};
    await seeManual(browser, async (name, page, document, part) => {
      taken.push(await save(`${manualFolder}${name}.png`, page, part));
      shown[name] = await fingerprint(document);
    });
    writeFileSync(manualScenes, `${JSON.stringify(shown, undefined, 2)}\n`);
    return taken;
  });
}

/** Goes through the scenes of the manual's pictures. */
export async function seeManual(browser: Browser, see: See): Promise<void> {
  await seePane(browser, see);
  await seeEnglish(browser, see);
  await seeQuestions(browser, see);
  await seeBench(browser, see);
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

/** The pane from the first check to the summary sheets. */
async function seePane(browser: Browser, see: See): Promise<void> {
  const excel = await openSample(browser);
  const shoot = (name: string) => see(name, excel.page, excel.frame);
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
  // The notice goes by itself after a while; the pictures are without it.
  await press(excel, "閉じる");
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
}

async function openSample(browser: Browser, locale = "ja-JP"): Promise<Excel> {
  return openExcel({ browser, book: await sampleBook(), pages: { folder: `${root}dist` }, pagePath: "/taskpane.html", viewport: paneSize, locale });
}

/** The pane where Excel is in English. */
async function seeEnglish(browser: Browser, see: See): Promise<void> {
  const excel = await openSample(browser, "en-US");
  await checked(excel);
  await see("pane-english", excel.page, excel.frame);
  await excel.close();
}

/** The pane beside a sheet of another form. */
async function seeQuestions(browser: Browser, see: See): Promise<void> {
  const book = await bookFromFile(await openFile("plan.xlsx", workbookOf("施策評価", gradedRows, { C5: "検討" })));
  const excel = await openExcel({ browser, book, pages: { folder: `${root}dist` }, pagePath: "/taskpane.html", viewport: paneSize });
  await checked(excel);
  await see("questions", excel.page, excel.frame);
  await excel.close();
}

async function press(excel: Excel, name: string | RegExp): Promise<void> {
  await excel.frame.getByRole("button", { name }).first().click();
}

async function openView(excel: Excel, name: string): Promise<void> {
  await excel.frame.getByRole("tab", { name }).click();
}

/** The workbench at a row that needs review, and the list that a summary prepares for the evaluator's notes. */
async function seeBench(browser: Browser, see: See): Promise<void> {
  const { page } = await openWorkbench(browser, undefined, { viewport: benchSize });
  await page.getByRole("group", { name: "区分で絞り込む" }).getByRole("button", { name: "要見直し" }).click();
  await page.getByRole("list", { name: "見直しの一覧" }).getByRole("button").first().click();
  await see("workbench", page, page);
  await page.setViewportSize(listSize);
  await page.locator("input[type=file]").setInputFiles({ name: "summary.xlsx", mimeType: "", buffer: Buffer.from(await summaryFile()) });
  await page.getByRole("tab", { name: "要見直し一覧" }).waitFor();
  await page.getByRole("tab", { name: "要見直し一覧" }).click();
  await page.getByText("見直しの方向").first().waitFor();
  const { x, y, width } = (await page.getByRole("grid").boundingBox()) ?? { x: 0, y: 0, width: listSize.width };
  await see("review-list", page, page, { x, y, width, height: listHeight });
  await page.context().close();
}

/** Saves a picture after nothing moves any more, with the pointer away. */
async function save(path: string, page: Page, clip?: Part): Promise<Taken> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  const picture = await page.screenshot({ animations: "disabled", ...(clip && { clip }) });
  writeFileSync(path, picture);
  return { name: path.slice(root.length), bytes: picture.length };
}

/** Rows of a long list or grid that count: how many are drawn depends on fonts. */
const rowsThatCount = 4;

/** What a page draws: its parts with their texts, states, icons, colours and sizes of letters, not where fonts put them; a day counts as any day. */
export async function fingerprint(shown: Pick<Page, "evaluate">): Promise<string> {
  const drawn = await shown.evaluate((most) => {
    const lines: string[] = [];
    const look = (element: Element): void => {
      const index = element.getAttribute("data-index") ?? element.getAttribute("aria-rowindex");
      if (!element.checkVisibility() || element.matches("[data-tabster-dummy]") || Number(index) > most) return;
      const { color, backgroundColor, fontSize, fontWeight, borderTopStyle } = getComputedStyle(element);
      const states = [...element.attributes].filter(({ name }) => /^(?:role|d|title|aria-(?:label|pressed|expanded|selected|checked|current))$/.test(name)).map(({ value }) => value);
      const text = [...element.childNodes].map((node) => (node instanceof Text ? node.data : "")).join("").trim();
      const value = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : "";
      lines.push([element.tagName, ...states, color, backgroundColor, fontSize, fontWeight, borderTopStyle, text, value].join("|"));
      for (const child of element.children) look(child);
    };
    look(document.body);
    return lines.join("\n");
  }, rowsThatCount);
  return createHash("sha256").update(drawn.replaceAll(/令和\d+年（\d+年）\d+月\d+日|\d{4}[-/]\d+[-/]\d+/g, "□")).digest("hex").slice(0, 16);
}

import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { texts } from "../../src/pane/texts/texts.ts";
import { workbenchTexts } from "../../src/workbench/state/texts.ts";
import { axeFindings, type AxeRules } from "./axe.ts";
import { cell, openTexts } from "./bench-page.ts";
import { openWorkbenchPage } from "./browser.ts";
import { holdChecks } from "./held-checks.ts";

type Look = readonly [media: { readonly colorScheme?: "dark" | "light"; readonly forcedColors?: "active" | "none" }, width: number, rules: AxeRules];

const plain = { colorScheme: "light", forcedColors: "none" } as const;

/** Each state is looked at in all of these. */
const walks: readonly (readonly [string, BrowserContextOptions, readonly Look[]])[] = [
  [
    "light, dark, forced colours, 320 px",
    {},
    [
      [plain, 1440, "all"],
      [{ colorScheme: "dark", forcedColors: "none" }, 1440, "colours"],
      [{ colorScheme: "light", forcedColors: "active" }, 1440, "colours"],
      [plain, 320, "all but colours"],
    ],
  ],
  ["900 px, in English", { locale: "en-US" }, [[plain, 900, "all but colours"]]],
];

/** What axe finds in each state that is looked at: states without a fault are not named. */
function looking(page: Page, looks: readonly Look[]) {
  const found: Record<string, readonly string[]> = {};
  const look = async (state: string) => {
    for (const [media, width, rules] of looks) {
      await page.emulateMedia(media);
      await page.setViewportSize({ width, height: 900 });
      const faults = await axeFindings(page, rules);
      if (faults.length > 0) found[`${state}, ${JSON.stringify(media)}, ${width} px`] = faults;
    }
    const [[media, width] = [plain, 1440]] = looks;
    await page.emulateMedia(media);
    await page.setViewportSize({ width, height: 900 });
  };
  return { found, look };
}

test.each(walks)("axe finds nothing at first, once the file was changed and summed up, and while a cell is edited: %s", async (_, options, looks) => {
  const { page } = await openWorkbenchPage({ ...options, bypassCSP: true });
  const { words, workspace, totals } = wordsOf(options);
  const { found, look } = looking(page, looks);
  await page.keyboard.press("Tab");
  await look("first");
  await cell(page, 5, 3).click();
  await page.keyboard.type("=1");
  await look("a cell is edited");
  await page.keyboard.press("Enter");
  await page.locator(".bench-notice").waitFor();
  await page.getByRole("tab", { name: words.views.numbers }).click();
  await page.getByRole("button", { name: words.summarize }).click();
  await page.getByRole("tab", { name: totals }).click();
  await page.locator(".chart").waitFor();
  await look("summed up");
  await page.getByRole("button", { name: workspace.close("sample.xlsx") }).click();
  await page.getByRole("dialog").waitFor();
  await look("closing asked about");
  expect(found).toEqual({});
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test.each(walks)("axe finds nothing in the tabs, the letters, the search, the mends and what they leave: %s", async (_, options, looks) => {
  const { page } = await openWorkbenchPage({ ...options, bypassCSP: true });
  const { words } = wordsOf(options);
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
  const { found, look } = looking(page, looks);
  await cell(page, 5, 1).click();
  await page.getByRole("tab", { name: words.views.outline }).click();
  await page.getByRole("region", { name: words.rowCard }).waitFor();
  await look("outline");
  await page.getByRole("tab", { name: words.views.numbers }).click();
  await press(words.byGroup("経営課題"));
  await look("numbers");
  await page.getByRole("tab", { name: words.views.findings }).click();
  await press(words.reply);
  await press(words.copy);
  await page.getByText(words.copied).or(page.getByText(words.notCopied)).waitFor();
  await look("letters");
  await press(words.back);
  await page.getByRole("searchbox").fill("どこにもない語");
  await page.getByText(words.nothingShown).waitFor();
  await look("nothing found");
  await press(words.showAll);
  await press(words.fixAll(5));
  await page.getByRole("checkbox", { name: words.chooseAll }).waitFor();
  await look("choice of mends");
  await press(words.fixChosen(5));
  await press(words.history(5));
  await page.getByRole("button", { name: words.takeAllBack }).waitFor();
  await look("history");
  expect(found).toEqual({});
});

test.each(walks)("axe finds nothing while sheets are made, asked about and shown, while a check lasts, and where a file is refused: %s", async (_, options, looks) => {
  const { page } = await openWorkbenchPage({ ...options, bypassCSP: true });
  const { words, totals } = wordsOf(options);
  const make = page.getByRole("button", { name: words.summarize });
  const { found, look } = looking(page, looks);
  await page.getByRole("tab", { name: words.views.numbers }).click();
  await make.click();
  await page.getByRole("button", { name: words.deleteMade }).waitFor();
  await look("summary made");
  await page.getByRole("tab", { name: totals }).click();
  await page.getByRole("heading", { name: words.ownSheet }).waitFor();
  await look("own sheet");
  await cell(page, 0, 0).click();
  await page.keyboard.type("x");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "総括表" }).click();
  await make.click();
  await page.getByRole("button", { name: words.overwrite }).waitFor();
  await look("summary asked about");
  await holdChecks(page);
  await page.getByRole("button", { name: words.check, exact: true }).click();
  await page.getByRole("progressbar").waitFor();
  await look("check that lasts");
  await openTexts(page, [{ name: "report.pdf", text: "%PDF-1.7" }]);
  await page.locator(".blank-title", { hasText: "report.pdf" }).waitFor();
  await look("refused file");
  expect(found).toEqual({});
});

test("nothing is wider than a window of 320 px", async () => {
  const { page } = await openWorkbenchPage({ viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test("by keyboard alone: open, tabs, sheet, check, filter, views, search, list", async () => {
  const { page } = await openWorkbenchPage();
  const names: string[] = [];
  for (let step = 0; step < 28; step++) {
    await page.keyboard.press("Tab");
    names.push(await focusName(page));
  }
  expect(names).toEqual([
    "開く",
    "見本sample.xlsx",
    "sample.xlsx を閉じる",
    "日本語",
    "English",
    "元に戻す（Ctrl+Z）",
    "やり直す（Ctrl+Y）",
    "保存",
    "要見直しの色も保存",
    "シート 総括表",
    "総括表",
    "設定",
    "点検する",
    ...["4誤り", "4注意", "2確認", "1要見直し", "2要注意"],
    "指摘",
    "行ごと",
    "規則ごと",
    "要見直しを表示",
    "言葉で探す",
    "規則で絞り込む",
    "前の指摘（Shift+F8）",
    "次の指摘（F8）",
    "安全な修正をすべて適用（5件）…",
    "差戻しの文を作る",
  ]);
});

test("the grid says where one is, and the keys of Excel lead on", async () => {
  const { page } = await openWorkbenchPage();
  const input = page.getByRole("textbox", { name: "シート 総括表" });
  await input.focus();
  const walk: string[] = [];
  for (const key of ["Control+Home", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "Control+End", "Home", "ArrowUp"]) {
    await page.keyboard.press(key);
    const active = await input.getAttribute("aria-activedescendant");
    expect(await input.getAttribute("aria-controls")).toBe(await page.getByRole("grid").getAttribute("id"));
    expect(await page.locator(`[role=grid] #${active}[role=gridcell][aria-selected=true]`).count()).toBe(1);
    walk.push((await page.locator(".cell-name").textContent()) ?? "");
  }
  expect(walk).toEqual(["A1", "A2", "A3", "B3", "B4", "A24", "A24", "A23"]);
});

/** What a view's language calls things; how the sample's totals are called. */
function wordsOf({ locale }: BrowserContextOptions) {
  const language = locale === "en-US" ? "en" : "ja";
  return { words: texts[language], workspace: workbenchTexts[language], totals: language === "en" ? "Totals" : "集計" };
}

async function focusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : undefined;
    return active?.getAttribute("aria-label") ?? label ?? active?.textContent ?? "";
  });
}

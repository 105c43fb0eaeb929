import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeFindings, type AxeRules } from "./axe.ts";
import { cell, openTexts, summarize } from "./workbench-page.ts";
import { openWorkbenchPage } from "./browser.ts";

type Look = readonly [media: { readonly colorScheme: "dark" | "light"; readonly forcedColors: "active" | "none" }, width: number, rules: AxeRules];

const plain = { colorScheme: "light", forcedColors: "none" } as const;

/** Each state is examined in all of these. tests/walks/states.browser.test.ts examines the pane beside the sheet. */
const looks: readonly Look[] = [
  [plain, 320, "all but colours"],
  [{ colorScheme: "dark", forcedColors: "none" }, 1440, "colours"],
  [{ colorScheme: "light", forcedColors: "active" }, 1440, "colours"],
  [plain, 1440, "all"],
];

test("axe finds nothing at first, while a cell is edited, once the file was summed up, where something is asked and where a file is refused", async () => {
  const { page } = await openWorkbenchPage({ bypassCSP: true });
  const found: Record<string, readonly string[]> = {};
  const look = async (state: string) => {
    for (const [media, width, rules] of looks) {
      await page.emulateMedia(media);
      await page.setViewportSize({ width, height: 900 });
      const faults = await axeFindings(page, rules);
      if (faults.length > 0) found[`${state}, ${JSON.stringify(media)}, ${width} px`] = faults;
    }
  };
  await page.keyboard.press("Tab");
  await look("first");
  await cell(page, 5, 3).click();
  await page.keyboard.type("=1");
  await look("a cell is edited");
  await page.keyboard.press("Enter");
  await page.locator(".bench-notice").waitFor();
  await summarize(page);
  await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name: "総括", exact: true }).click();
  await page.locator(".chart").waitFor();
  await look("summed up");
  await cell(page, 0, 0).click();
  await page.keyboard.type("x");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "総括表" }).click();
  await page.getByRole("button", { name: "総括シートを作る" }).click();
  await page.getByRole("button", { name: "上書きする" }).waitFor();
  await look("summary asked about");
  await page.getByRole("button", { name: "sample.xlsx を閉じる" }).click();
  await page.getByRole("dialog").waitFor();
  await look("closing asked about");
  await page.keyboard.press("Escape");
  await openTexts(page, [{ name: "report.pdf", text: "%PDF-1.7" }]);
  await page.locator(".blank-title", { hasText: "report.pdf" }).waitFor();
  await look("refused file");
  expect(found).toEqual({});
});

test("in forced colours the head of the selected row hides the cells that scroll beneath it", async () => {
  const { page } = await openWorkbenchPage({ forcedColors: "active" });
  await cell(page, 5, 3).click();
  const heads = page.locator("[data-head][data-selected='true']");
  await heads.nth(1).waitFor();
  expect(await heads.evaluateAll((all) => all.map((head) => getComputedStyle(head).backgroundColor))).toEqual(["rgb(255, 255, 255)", "rgb(255, 255, 255)"]);
});

test.each([
  [320, "ja-JP"],
  [900, "en-US"],
])("nothing is wider than a window of %i px, and the tool bar is one line: %s", async (width, locale) => {
  const { page } = await openWorkbenchPage({ viewport: { width, height: 700 }, locale });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  const middles = await page.locator(".tool-bar > *").evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2));
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
});

test("by keyboard alone: open, tabs, sheet, and in the pane five stops to the first finding", async () => {
  const { page } = await openWorkbenchPage();
  const names: string[] = [];
  for (let step = 0; step < 21; step++) {
    await page.keyboard.press("Tab");
    names.push(await focusName(page));
  }
  expect(names).toEqual([
    "開く",
    "フォルダーを開く",
    "見本sample.xlsx",
    "sample.xlsx を閉じる",
    "日本語",
    "English",
    "元に戻す（Ctrl+Z）",
    "やり直す（Ctrl+Y）",
    "保存",
    "シートの中を検索",
    "要見直しの色も保存",
    "点検のパネル",
    "シート 総括表",
    "総括表",
    "表示倍率",
    "パネルの幅（左右の矢印キー、Enterキーで隠す）",
    "点検したもの",
    "安全な修正 5件",
    "4誤り",
    "指摘",
    expect.stringMatching(/^誤り\s*G12/),
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

async function focusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : undefined;
    return active?.getAttribute("aria-label") ?? label ?? active?.textContent ?? "";
  });
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cell } from "./bench-page.ts";
import { buildOnce, launch, openWorkbench, pageOnDisk } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

let browser: Browser;

beforeAll(async () => {
  buildOnce();
  browser = await launch();
}, 180_000);

afterAll(() => browser.close());

const views: readonly (readonly [string, BrowserContextOptions])[] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["900 px, in English", { locale: "en-US", viewport: { width: 900, height: 900 } }],
  ["320 px", { viewport: { width: 320, height: 700 } }],
];

test.each(views)("axe finds nothing: %s", async (_, options) => {
  const { page } = await openWorkbench(browser, pageOnDisk, { ...options, bypassCSP: true });
  await page.keyboard.press("Tab");
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});

test.each(views)("axe finds nothing once the file was changed and summed up, and while a cell is edited: %s", async (_, options) => {
  const { page } = await openWorkbench(browser, pageOnDisk, { ...options, bypassCSP: true });
  const names = options.locale === "en-US" ? ["Make summary sheets", "Totals", "Close sample.xlsx"] : ["総括シートを作る", "集計", "sample.xlsx を閉じる"];
  const [make = "", totals = "", close = ""] = names;
  await cell(page, 5, 3).click();
  await page.keyboard.type("=1");
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.locator(".bench-notice").waitFor();
  await page.getByRole("button", { name: make }).click();
  await page.getByRole("tab", { name: totals }).click();
  await page.locator(".chart").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: close }).click();
  await page.getByRole("dialog").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.context().close();
});

test("nothing is wider than a window of 320 px", async () => {
  const { page } = await openWorkbench(browser, pageOnDisk, { viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.context().close();
});

test("by keyboard alone: open, tabs, sheet, check, filter, list", async () => {
  const { page } = await openWorkbench(browser);
  const names: string[] = [];
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press("Tab");
    names.push(await focusName(page));
  }
  expect(names).toEqual([
    "開く",
    "sample.xlsx",
    "sample.xlsx を閉じる",
    "日本語",
    "English",
    "元に戻す（Ctrl+Z）",
    "やり直す（Ctrl+Y）",
    "保存",
    "要見直しの色も保存",
    "シート 総括表",
    "総括表",
    "点検する",
    ...["4誤り", "4注意", "2確認", "1要見直し", "2要注意"],
    "行ごと",
    "規則ごと",
    "前の指摘（Shift+F8）",
  ]);
  await page.context().close();
});

test("the grid says where one is, and the keys of Excel lead on", async () => {
  const { page } = await openWorkbench(browser);
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
  await page.context().close();
});

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = violations.parse(await page.evaluate("axe.run({ exclude: [['[data-tabster-dummy]']] }).then(({ violations }) => violations)"));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

async function focusName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : undefined;
    return active?.getAttribute("aria-label") ?? label ?? active?.textContent ?? "";
  });
}

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openWorkbenchPage } from "./browser.ts";
import { cell, finding, openTexts, selectedCell } from "./workbench-page.ts";

const openWithClipboard = () => openWorkbenchPage({ permissions: ["clipboard-read", "clipboard-write"] });
const range = (page: Page) => page.locator(".cell-range").textContent();
const selected = (page: Page) => page.locator("[role=gridcell][aria-selected=true]").count();

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await cell(page, ...from).hover();
  await page.mouse.down();
  await cell(page, ...to).hover();
  await page.mouse.up();
}

async function openList(page: Page): Promise<void> {
  await openTexts(page, [{ name: "一覧.tsv", text: `番号\t名\r\n1-1\tあ\r\n1-2\tい\r\n1-3\tう\r\n${"\t\r\n".repeat(10)}` }]);
  await cell(page, 3, 1).filter({ hasText: "う" }).waitFor();
}

test("cells are selected by dragging, with Shift, by their numbers and letters, and all with Ctrl+A; the size is told", async () => {
  const { page, complaints } = await openWithClipboard();
  await openList(page);
  await drag(page, [1, 0], [2, 1]);
  expect([await range(page), await selected(page), await selectedCell(page)]).toEqual(["A2:B3（2行×2列）", 4, "A2"]);
  await page.keyboard.press("Shift+ArrowDown");
  expect([await range(page), await selected(page)]).toEqual(["A2:B4（3行×2列）", 6]);
  await page.keyboard.press("ArrowDown");
  expect([await range(page), await selected(page), await selectedCell(page)]).toEqual(["", 1, "A3"]);
  await cell(page, 1, 1).click({ modifiers: ["Shift"] });
  expect(await range(page)).toBe("A2:B3（2行×2列）");
  await page.keyboard.press("Control+a");
  expect(await range(page)).toBe("A1:B4（4行×2列）");
  await page.getByRole("columnheader", { name: "B", exact: true }).click();
  expect(await range(page)).toBe("B1:B4（4行×1列）");
  await page.getByRole("rowheader", { name: "2", exact: true }).click();
  expect(await range(page)).toBe("A2:B2（1行×2列）");
  expect(await page.getByRole("grid").getAttribute("aria-multiselectable")).toBe("true");
  expect(complaints).toEqual([]);
});

test("dragging beside the window scrolls on", async () => {
  const { page } = await openWithClipboard();
  await openTexts(page, [{ name: "長い.tsv", text: Array.from({ length: 400 }, (_, row) => `1-${row}\tあ\r\n`).join("") }]);
  await cell(page, 2, 0).hover();
  await page.mouse.down();
  await page.mouse.move(100, 895);
  await expect.poll(() => page.locator(".grid").evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(400);
  await page.mouse.up();
});

test("a block goes to the clipboard and comes back; a cut one moves, and Escape forgets it", async () => {
  const { page, complaints } = await openWithClipboard();
  await openList(page);
  await drag(page, [1, 0], [2, 1]);
  await page.keyboard.press("Control+c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("1-1\tあ\r\n1-2\tい\r\n");
  expect(await page.locator("[data-copied]").count()).toBe(4);
  await cell(page, 6, 0).click();
  await page.keyboard.press("Control+v");
  await expect.poll(() => cell(page, 7, 1).textContent()).toBe("い");
  expect(await range(page)).toBe("A7:B8（2行×2列）");
  await page.keyboard.press("Control+x");
  await cell(page, 9, 0).click();
  await page.keyboard.press("Control+v");
  await expect.poll(() => cell(page, 10, 1).textContent()).toBe("い");
  expect(await cell(page, 7, 1).textContent()).toBe("");
  await page.keyboard.press("Control+c");
  await page.locator("[data-copied]").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator("[data-copied]").first().waitFor({ state: "detached" });
  await page.keyboard.press("Delete");
  await expect.poll(() => cell(page, 10, 1).textContent()).toBe("");
  await page.keyboard.press("Control+z");
  await expect.poll(() => cell(page, 10, 1).textContent()).toBe("い");
  expect(complaints).toEqual([]);
});

test("a text that Excel put on the clipboard fills cells, and the sheet is checked again", async () => {
  const { page } = await openWithClipboard();
  await finding(page, "D6").waitFor();
  await page.evaluate(() => navigator.clipboard.writeText("順調\r\n"));
  await cell(page, 5, 3).click();
  await page.keyboard.press("Control+v");
  await expect.poll(() => finding(page, "D6").count()).toBe(0);
});

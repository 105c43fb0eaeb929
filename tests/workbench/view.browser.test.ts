import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openWorkbenchPage } from "./browser.ts";
import { formulaWorkbook } from "./formula-workbook.ts";
import { cell, finding, openBytes, openTexts, selectedCell } from "./workbench-page.ts";

const widthOf = async (page: Page, row: number, column: number) => Math.round((await cell(page, row, column).boundingBox())?.width ?? 0);
const zoom = (page: Page) => page.getByRole("combobox", { name: "表示倍率" });
const handle = (page: Page) => page.getByRole("separator");
const now = (page: Page) => handle(page).getAttribute("aria-valuenow").then(Number);

test("a table wider than the window is shown so small that it fits; any other zoom can be chosen, and the selected cell stays in sight", async () => {
  const { page } = await openWorkbenchPage();
  const reaches = () => page.locator(".grid").evaluate(({ scrollWidth, clientWidth }) => scrollWidth / clientWidth);
  const fitting = await widthOf(page, 5, 2);
  await zoom(page).selectOption("100%");
  await expect.poll(() => widthOf(page, 5, 2)).toBeGreaterThan(fitting * 1.2);
  const whole = await widthOf(page, 5, 2);
  await finding(page, "D6").click();
  await zoom(page).selectOption("200%");
  await expect.poll(() => widthOf(page, 5, 2)).toBeGreaterThan(whole * 1.9);
  await expect.poll(() => page.locator(".cell.selected").isVisible()).toBe(true);
  expect(await reaches()).toBeGreaterThan(2);
  await zoom(page).selectOption("fit");
  await expect.poll(() => widthOf(page, 5, 2)).toBe(fitting);
  expect(fitting).toBeLessThan(whole);
});

test("a narrow table is shown as it is", async () => {
  const { page } = await openWorkbenchPage();
  await openTexts(page, [{ name: "短い.tsv", text: "1-1\tあ\r\n" }]);
  await cell(page, 0, 1).filter({ hasText: "あ" }).waitFor();
  expect(await zoom(page).locator("option").first().textContent()).toBe("幅に合わせる（100%）");
});

test("the pane's width is moved by arrow keys and pointer within its bounds, the focus stays, and Enter or the button hides the pane", async () => {
  const { page, complaints } = await openWorkbenchPage();
  const pane = page.locator("#pane-area");
  const first = await now(page);
  await handle(page).focus();
  await page.keyboard.press("ArrowLeft");
  expect(await now(page)).toBe(first + 20);
  await expect.poll(async () => Math.round((await pane.boundingBox())?.width ?? 0)).toBe(first + 20);
  await page.keyboard.press("End");
  expect(await now(page)).toBe(800);
  await page.keyboard.press("Home");
  expect(await now(page)).toBe(320);
  await cell(page, 5, 3).click();
  const box = await handle(page).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 4, 400);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) - 96, 400);
  await page.mouse.up();
  expect(await now(page)).toBe(420);
  await page.keyboard.press("ArrowDown");
  expect(await selectedCell(page)).toBe("D9");
  await handle(page).focus();
  await page.keyboard.press("Enter");
  expect(await pane.isVisible()).toBe(false);
  const button = page.getByRole("button", { name: "点検のパネル" });
  expect([await button.getAttribute("aria-expanded"), await now(page), await page.evaluate(() => document.activeElement?.getAttribute("role"))]).toEqual(["false", 0, "separator"]);
  await page.keyboard.press("Enter");
  expect(await pane.isVisible()).toBe(true);
  await button.click();
  expect(await pane.isVisible()).toBe(false);
  await button.click();
  expect(await pane.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("no symbol in a cell's corner lies over its text", async () => {
  const { page } = await openWorkbenchPage();
  for (const choice of ["fit", "100%"]) {
    await zoom(page).selectOption(choice);
    await page.locator(".finding-sign").first().waitFor();
    const covered = await page.evaluate(() =>
      [...document.querySelectorAll(".cell:has(.signs)")].flatMap((cell) => {
        const [signs, text] = [cell.querySelector(".signs"), cell.querySelector(".text")?.firstChild];
        if (!signs || !text) return [];
        const range = document.createRange();
        range.selectNodeContents(text);
        const { left, bottom } = signs.getBoundingClientRect();
        // Text that does not fit into its own box is cut there.
        const edge = text.parentElement?.getBoundingClientRect().right ?? 0;
        return [...range.getClientRects()].some((box) => Math.min(box.right, edge) > left + 1 && box.top < bottom - 2) ? [cell.id] : [];
      }),
    );
    expect(covered).toEqual([]);
  }
});

test("Ctrl+F finds in the sheet from anywhere, tells how many, and gives the focus back to the sheet", async () => {
  const { page, complaints } = await openWorkbenchPage();
  await page.getByRole("button", { name: "設定" }).first().focus();
  await page.keyboard.press("Control+f");
  const field = page.getByRole("search").getByRole("textbox");
  await field.pressSequentially("ＡＢ無い");
  await page.getByText("見つかりません").waitFor();
  await field.fill("町会");
  await page.getByText(/^1 \/ \d件$/).waitFor();
  const first = await selectedCell(page);
  await page.keyboard.press("Enter");
  await page.getByText(/^2 \/ \d件$/).waitFor();
  expect(await selectedCell(page)).not.toBe(first);
  await page.keyboard.press("Shift+Enter");
  await expect.poll(() => selectedCell(page)).toBe(first);
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("cell-input");
  expect(complaints).toEqual([]);
});

test("a formula cell carries a sign, and its formula is shown while it is selected", async () => {
  const { page } = await openWorkbenchPage();
  await openBytes(page, [{ name: "数.xlsx", bytes: formulaWorkbook() }]);
  await cell(page, 0, 1).filter({ hasText: "3" }).click();
  expect(await cell(page, 0, 1).getByRole("img", { name: "数式" }).count()).toBe(1);
  expect(await page.locator(".cell-formula").textContent()).toBe("fx=1+2");
});

import { Workbook } from "exceljs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cleanRows } from "../core/sheet.ts";
import { openWorkbenchPage } from "./browser.ts";
import { formulaWorkbook } from "./formula-workbook.ts";
import { sample } from "./node-workspace.ts";
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

/** The cells whose symbols lie over a letter, or give their text a further line. */
const disturbed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".cell:has(.signs)")].flatMap((cell) => {
      const [signs, shown, text] = [cell.querySelector<HTMLElement>(".signs"), cell.querySelector<HTMLElement>(".text"), cell.querySelector(".text")?.firstChild];
      if (!signs || !shown || !text) return [];
      const range = document.createRange();
      const letters = () =>
        Array.from(text.textContent ?? "", (_, at) => {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect();
        });
      // A letter that does not fit into its cell is cut anyway.
      const edge = shown.getBoundingClientRect().right;
      const isOver = [...signs.children].some((sign) => {
        const { left, right, top, bottom } = sign.getBoundingClientRect();
        return letters().some((box) => {
          // Around its strokes a letter's box is empty, and a wedge is narrower further down.
          const ink = box.top + box.height * 0.15;
          const end = signs.dataset["place"] === "wedge" ? right - Math.max(0, ink - top) : right;
          return box.right <= edge && box.left + 1 < end && box.right - 1 > left && ink < bottom;
        });
      });
      const lines = () => new Set(letters().map(({ top }) => Math.round(top))).size;
      const before = lines();
      const { marginRight, marginTop } = shown.style;
      Object.assign(shown.style, { marginRight: "0", marginTop: "0" });
      const isPushed = lines() !== before;
      Object.assign(shown.style, { marginRight, marginTop });
      return isOver || isPushed ? [`${cell.id} ${isOver ? "over" : "pushed"}: ${text.textContent}`] : [];
    }),
  );

test("no symbol in a cell's corner lies over its text", async () => {
  const { page } = await openWorkbenchPage();
  for (const choice of ["fit", "100%"]) {
    await zoom(page).selectOption(choice);
    await page.locator(".finding-sign").first().waitFor();
    expect(await disturbed(page)).toEqual([]);
  }
});

test.each(["top", "middle", "bottom"] as const)("nor in narrow cells, nor does it push the text to a further line: %s", async (vertical) => {
  const { page } = await openWorkbenchPage();
  // Of each status its own words, or the form would be left aside.
  const [book, spelled] = [new Workbook(), ["_ ", "「_」", "_。", "_※1", "_（注1）", "_　", "_\n", "x"]];
  const sheet = book.addWorksheet("総括表");
  cleanRows.forEach((row) => sheet.addRow(row));
  const statuses = [4, 5, 9, 10, 11];
  statuses.forEach((column, at) => {
    for (let row = 4; row <= 11; row++) {
      const cell = sheet.getCell(row, column);
      cell.value = (spelled[(row + at) % spelled.length] ?? "").replace("_", ["順調", "有効であり、継続して推進", "達成", "予定どおり実施", "有効であり、継続して推進"][at] ?? "");
      cell.alignment = { wrapText: at !== 1, vertical, horizontal: at === 2 ? "right" : at === 3 ? "center" : "left" };
    }
    sheet.getColumn(column).width = 9 + at;
  });
  for (let row = 4; row <= 11; row++) sheet.getRow(row).height = row % 2 === 0 ? 40 : 18;
  await openBytes(page, [{ name: "狭い.xlsx", bytes: new Uint8Array(await book.xlsx.writeBuffer()) }]);
  await page.getByRole("tab", { name: /狭い/ }).waitFor();
  await zoom(page).selectOption("100%");
  await expect.poll(() => page.locator(".cell:has(.finding-sign)").count()).toBeGreaterThan(20);
  expect(await disturbed(page)).toEqual([]);
  expect(await page.evaluate(() => new Set([...document.querySelectorAll<HTMLElement>(".signs")].map(({ dataset }) => dataset["place"])).size)).toBeGreaterThan(2);
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

test("the tab in front stays in view when the window is narrowed", async () => {
  const { page } = await openWorkbenchPage({ viewport: { width: 1200, height: 800 } });
  await openBytes(page, Array.from({ length: 8 }, (_, index) => ({ name: `評価総括表の提出分${index + 1}.xlsx`, bytes: sample })));
  const tab = page.getByRole("tab", { name: "提出分5.xlsx" });
  await tab.click();
  await page.setViewportSize({ width: 320, height: 800 });
  const isInView = () => tab.evaluate((shown) => {
    const [own, list] = [shown.getBoundingClientRect(), shown.parentElement?.getBoundingClientRect() ?? new DOMRect()];
    return list.width < 320 && own.left >= list.left && own.right <= list.right;
  });
  await expect.poll(isInView).toBe(true);
});

test("the frame of a sheet that has the focus shows on all four sides, above the heads", async () => {
  const { page } = await openWorkbenchPage();
  const grid = page.locator(".grid");
  const inside = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await grid.boundingBox()) ?? {};
    const [middle, centre] = [x + width / 2, y + height / 2];
    return Promise.all([[x, centre], [middle, y], [x + width - 1, centre], [middle, y + height - 1]].map(([left = 0, top = 0]) => page.screenshot({ clip: { x: left, y: top, width: 1, height: 1 } })));
  };
  const before = await inside();
  await cell(page, 7, 7).click();
  await page.keyboard.press("ArrowDown");
  const [left, ...others] = await inside();
  expect(others.every((side) => left?.equals(side))).toBe(true);
  expect(before.every((side) => left?.equals(side))).toBe(false);
});

test("with the last file, closed by Delete or its button, the focus goes to the button that opens the next one", async () => {
  const { page } = await openWorkbenchPage();
  for (const press of [() => page.getByRole("tab", { name: /sample.xlsx/ }).press("Delete"), () => page.getByRole("button", { name: "a.tsv を閉じる" }).press("Enter")]) {
    await press();
    await page.getByText("評価シートを開いてください").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("開く");
    await openTexts(page, [{ name: "a.tsv", text: "1-1\tあ\r\n" }]);
    await page.getByRole("tab", { name: "a.tsv" }).waitFor();
  }
});

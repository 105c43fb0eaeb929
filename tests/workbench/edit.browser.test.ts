import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cell, cellInput, counts, downloaded, finding, openBytes, openTexts, selectedCell } from "./workbench-page.ts";
import { openWorkbenchPage } from "./browser.ts";
import { formulaWorkbook } from "./formula-workbook.ts";

const sample = new URL("../../assets/samples/sample.xlsx", import.meta.url);

test("typing writes a cell and leads down, the sheet is checked again, nothing leaves and the policy holds", async () => {
  const { page, requests, complaints } = await openWorkbenchPage();
  await finding(page, "D6").click();
  await cell(page, 5, 3).click();
  await page.keyboard.type("順調");
  expect(await cellInput(page).inputValue()).toBe("順調");
  await page.keyboard.press("Enter");
  expect(await selectedCell(page)).toBe("D9");
  await expect.poll(() => cell(page, 5, 3).textContent()).toBe("順調");
  await expect.poll(() => finding(page, "D6").count()).toBe(0);
  await expect.poll(() => counts(page)).toEqual({ 誤り: 4, 注意: 3, 確認: 2, 要見直し: 1, 要注意: 2 });
  expect(requests.filter((address) => !address.startsWith("file:") && !address.startsWith("blob:") && !address.startsWith("data:"))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("F2 and a double click edit what is there; Escape drops it, Tab leads right, Alt+Enter breaks the line", async () => {
  const { page } = await openWorkbenchPage();
  await cell(page, 5, 1).click();
  await page.keyboard.press("F2");
  expect(await cellInput(page).inputValue()).toBe("1-1");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  expect(await cell(page, 5, 1).textContent()).toBe("1-1");
  await cell(page, 5, 1).dblclick();
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.type("二行目");
  await page.keyboard.press("Tab");
  expect(await selectedCell(page)).toBe("C6");
  await expect.poll(() => cell(page, 5, 1).locator(".text").textContent()).toBe("1-1\n二行目");
});

test("an input method begins in the cell, and its Enter ends the composition alone", async () => {
  const { page } = await openWorkbenchPage();
  await cell(page, 7, 7).click();
  const keys = await page.context().newCDPSession(page);
  for (const text of ["ｊ", "じ", "じゅん", "じゅんちょう"]) await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  expect(await cellInput(page).inputValue()).toBe("じゅんちょう");
  expect(await cellInput(page).evaluate((input) => getComputedStyle(input).opacity)).toBe("1");
  await cellInput(page).evaluate((input) => input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, isComposing: true })));
  expect(await selectedCell(page)).toBe("H8");
  await keys.send("Input.insertText", { text: "順調" });
  expect(await cellInput(page).inputValue()).toBe("順調");
  await page.keyboard.press("Enter");
  await expect.poll(() => cell(page, 7, 7).textContent()).toBe("順調");
});

test("a click elsewhere keeps what was typed, Delete empties, and Ctrl+Z and Ctrl+Y go through all of it", async () => {
  const { page } = await openWorkbenchPage();
  const before = await cell(page, 8, 3).textContent();
  await cell(page, 8, 3).click();
  await page.keyboard.type("新");
  await cell(page, 10, 3).click();
  await expect.poll(() => cell(page, 8, 3).textContent()).toBe("新");
  await page.keyboard.press("Delete");
  await expect.poll(() => cell(page, 10, 3).locator(".text").count()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => cell(page, 10, 3).locator(".text").textContent()).toBe("順調");
  await page.keyboard.press("Control+z");
  await expect.poll(() => cell(page, 8, 3).textContent()).toBe(before);
  expect(await selectedCell(page)).toBe("D9");
  await expect.poll(() => unsaved(page)).toBe(0);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => cell(page, 8, 3).textContent()).toBe("新");
  await page.getByRole("button", { name: "やり直す：D11の変更（Ctrl+Y）" }).click();
  await expect.poll(() => cell(page, 10, 3).locator(".text").count()).toBe(0);
  await expect.poll(() => unsaved(page)).toBe(1);
});

test("a formula is never written over; what was typed can be typed on", async () => {
  const { page } = await openWorkbenchPage();
  await openBytes(page, [{ name: "formula.xlsx", bytes: formulaWorkbook() }]);
  await cell(page, 0, 1).filter({ hasText: "3" }).click();
  await page.keyboard.type("七");
  await page.keyboard.press("Enter");
  await page.getByText("B1は数式の結果です。").waitFor();
  await expect.poll(() => cellInput(page).inputValue()).toBe("七");
  await page.keyboard.press("Escape");
  // Its sign says that a formula stays in the cell.
  await expect.poll(() => cell(page, 0, 1).textContent()).toBe("3fx");
  await page.getByRole("button", { name: "入力に戻る" }).click();
  expect(await selectedCell(page)).toBe("B1");
  expect(await cellInput(page).inputValue()).toBe("七");
  await page.keyboard.press("Escape");
});

test("what is being typed is kept when another file comes to the front", async () => {
  const { page } = await openWorkbenchPage();
  await openBytes(page, [{ name: "旭区.xlsx", bytes: readFileSync(sample) }]);
  await page.getByRole("tab", { name: "旭区.xlsx" }).waitFor();
  await cell(page, 8, 3).click();
  await page.keyboard.type("書きかけ");
  await openTexts(page, [{ name: "評価.csv", text: "a,b\n1,2\n" }]);
  await page.getByText("評価.csv").last().waitFor();
  await page.getByRole("tab", { name: "旭区.xlsx 未保存" }).click();
  await expect.poll(() => cell(page, 8, 3).textContent()).toBe("書きかけ");
});

test("a cell is copied with Ctrl+C and pasted with Ctrl+V, without the line break that Excel adds", async () => {
  const { page } = await openWorkbenchPage();
  await cell(page, 5, 1).click();
  const copied = await cellInput(page).evaluate((input) => {
    const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    input.dispatchEvent(event);
    return event.clipboardData?.getData("text/plain");
  });
  expect(copied).toBe("1-1");
  await cellInput(page).evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "9-9\r\n");
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect.poll(() => cell(page, 5, 1).locator(".text").textContent()).toBe("9-9");
});

test("a text file is typed into and saved as it is, and says that it cannot hold the review colours", async () => {
  const { page } = await openWorkbenchPage();
  await openTexts(page, [{ name: "評価.csv", text: "戦略番号,取組番号\r\n1-1,1-1-1\r\n" }]);
  await cell(page, 1, 0).filter({ hasText: "1-1" }).click();
  await page.keyboard.type("1-2");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^元に戻す：A2の変更/ }).waitFor();
  await page.getByText("文字だけのファイルには、要見直しの色を保存できません。").waitFor();
  expect(await page.getByRole("checkbox", { name: "要見直しの色も保存" }).count()).toBe(0);
  const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
  expect([name, bytes.toString()]).toEqual(["評価.csv", "戦略番号,取組番号\r\n1-2,1-1-1\r\n"]);
});

test("unsaved work is said on its tab, asked about before closing, and before the page is left", async () => {
  const { page } = await openWorkbenchPage();
  expect(await mayLeave(page)).toBe(true);
  await cell(page, 8, 3).click();
  await page.keyboard.type("新");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "sample.xlsx 未保存" }).waitFor();
  expect(await mayLeave(page)).toBe(false);
  await page.getByRole("button", { name: "sample.xlsx を閉じる" }).click();
  await page.getByRole("dialog", { name: "sample.xlsx に未保存の変更があります" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("sample.xlsx を閉じる");
  await page.getByRole("button", { name: "sample.xlsx を閉じる" }).click();
  await downloaded(page, () => page.getByRole("button", { name: "保存して閉じる" }).click());
  await page.getByText("評価シートを開いてください").waitFor();
  expect(await mayLeave(page)).toBe(true);
});

/** Number of files that show unsaved changes. */
function unsaved(page: Page): Promise<number> {
  return page.locator(".unsaved").count();
}

/** False if the page asks before it is left. */
function mayLeave(page: Page): Promise<boolean> {
  return page.evaluate(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
}

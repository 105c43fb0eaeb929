import { readFileSync } from "node:fs";
import { read, utils, write } from "@e965/xlsx";
import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { sharedBrowser } from "../browser/shared.ts";
import { openBytes, openTexts } from "./bench-page.ts";
import { openWorkbench } from "./browser.ts";
import { holdChecks } from "./held-checks.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

test("the sheet with the evaluation comes to the front by itself", async () => {
  const { page } = await openWorkbench(browser);
  await openBytes(page, [{ name: "三枚.xlsx", bytes: threeSheets() }]);
  await page.getByRole("tab", { name: "三枚.xlsx" }).waitFor();
  await expect.poll(() => frontSheet(page)).toBe("総括表");
  await page.getByRole("list", { name: "指摘と見直しの一覧" }).waitFor();
  await page.context().close();
});

test("a sheet that the user chose meanwhile stays in front", async () => {
  const { page } = await openWorkbench(browser);
  const letGo = await holdChecks(page);
  await openBytes(page, [{ name: "三枚.xlsx", bytes: threeSheets() }]);
  await expect.poll(() => frontSheet(page)).toBe("表紙");
  await page.getByRole("tab", { name: "メモ" }).click();
  await letGo();
  await page.getByRole("heading", { name: "このシートは点検できません" }).waitFor();
  await page.waitForTimeout(500);
  expect([await frontSheet(page), await page.getByRole("heading", { level: 2 }).textContent()]).toEqual(["メモ", "メモ"]);
  await page.getByRole("tab", { name: "総括表" }).click();
  await page.getByRole("list", { name: "指摘と見直しの一覧" }).waitFor();
  await page.context().close();
});

test("a sheet chosen while it was being looked at stays too", async () => {
  const { page } = await openWorkbench(browser);
  const letGo = await holdChecks(page);
  await openBytes(page, [{ name: "三枚.xlsx", bytes: threeSheets() }]);
  await expect.poll(() => frontSheet(page)).toBe("表紙");
  await page.getByRole("tab", { name: "表紙" }).click();
  await letGo();
  await page.getByRole("heading", { name: "このシートは点検できません" }).waitFor();
  await page.waitForTimeout(500);
  expect(await frontSheet(page)).toBe("表紙");
  await page.context().close();
});

test("a file that the user chose meanwhile stays in front, while the others are looked through", async () => {
  const { page } = await openWorkbench(browser);
  const letGo = await holdChecks(page);
  await openBytes(page, [{ name: "三枚.xlsx", bytes: threeSheets() }]);
  await openTexts(page, [{ name: "後.csv", text: "a,b\n1,2\n" }]);
  await page.getByRole("tab", { name: "sample.xlsx" }).click();
  await letGo();
  await page.waitForTimeout(500);
  expect(await page.getByRole("tablist", { name: "開いているファイル" }).getByRole("tab", { selected: true }).textContent()).toBe("sample.xlsx");
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("総括表");
  await page.getByRole("tab", { name: "三枚.xlsx" }).click();
  expect(await frontSheet(page)).toBe("総括表");
  await page.context().close();
});

/** Two sheets without an evaluation before the sample's. */
function threeSheets(): Uint8Array {
  const book = utils.book_new();
  for (const name of ["表紙", "メモ"]) utils.book_append_sheet(book, utils.aoa_to_sheet([[name], ["見出し", "値"]]), name);
  const { Sheets } = read(readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url)));
  utils.book_append_sheet(book, Sheets["総括表"] ?? utils.aoa_to_sheet([]), "総括表");
  return new Uint8Array(z.instanceof(ArrayBuffer).parse(write(book, { type: "array", bookType: "xlsx" })));
}

async function frontSheet(page: Page): Promise<string | null> {
  return page.getByRole("tablist", { name: "シート", exact: true }).getByRole("tab", { selected: true }).textContent();
}

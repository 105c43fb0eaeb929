import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeSettings } from "../../src/core/settings/keep.ts";
import { noSettings, withRule } from "../../src/core/settings/settings.ts";
import { openForEdit } from "../hosts/file/write/open.ts";
import { sample } from "./node-workspace.ts";
import { axeFindings } from "./axe.ts";
import { cell, counts, downloaded, openBytes } from "./workbench-page.ts";
import { openWorkbenchPage } from "./browser.ts";

const errors = async (page: Page) => (await counts(page))["誤り"];

/** Accepts the finding of the date. */
async function leave(page: Page): Promise<void> {
  await page.getByRole("list", { name: "指摘の一覧" }).getByRole("button", { name: /^誤り G12/ }).click();
  await page.getByRole("button", { name: "そのままにする…" }).click();
  await page.getByLabel("理由").fill("昨年度から続く番号のため");
  await page.getByLabel("氏名").fill("企画課 山田");
  await page.getByLabel("氏名").press("Enter");
}

test("what is left as it is can be undone, is saved with the file, and is known when the file is opened again", async () => {
  const { page, complaints } = await openWorkbenchPage();
  await expect.poll(() => errors(page)).toBe(4);
  await leave(page);
  await expect.poll(() => errors(page)).toBe(3);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.locator(".sheet-grid, .cell-name").first().click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => errors(page)).toBe(4);
  await page.keyboard.press("Control+y");
  await expect.poll(() => errors(page)).toBe(3);
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click());

  const { page: again } = await openWorkbenchPage();
  await openBytes(again, [{ name: "again.xlsx", bytes }]);
  await expect.poll(() => errors(again)).toBe(3);
  expect(complaints).toEqual([]);
});

test("settings that a file brought along are named at its head, and one click checks without them", async () => {
  const file = await openForEdit(sample);
  await file.remember("tenken.settings", writeSettings(withRule(noSettings, "code-date", "off")), undefined);
  const { page, complaints } = await openWorkbenchPage();
  await openBytes(page, [{ name: "受領.xlsx", bytes: Buffer.from(await file.save()) }]);
  await expect.poll(() => errors(page)).toBe(3);
  await page.getByText("この文書の設定：規則1つを点検しない（日付や数値になった番号）。").waitFor();
  await page.getByRole("button", { name: "標準の設定で点検し直す" }).click();
  await expect.poll(() => errors(page)).toBe(4);
  await page.getByText("この文書の設定は使っていません：").waitFor();
  await page.getByRole("button", { name: "この文書の設定で点検し直す" }).click();
  await expect.poll(() => errors(page)).toBe(3);
  expect(complaints).toEqual([]);
});

test("settings are kept by no browser, and go to a file and come back from it", async () => {
  const { page, complaints } = await openWorkbenchPage();
  const settings = () => page.getByRole("button", { name: "設定", exact: true }).click();
  const close = () => page.getByRole("button", { name: "設定を閉じる" }).click();
  await expect.poll(() => errors(page)).toBe(4);
  await settings();
  await page.getByRole("combobox", { name: "日付や数値になった番号" }).selectOption("off");
  const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: "ファイルに保存" }).click());
  expect([name, JSON.parse(bytes.toString("utf8"))]).toEqual(["Tenken 設定.json", expect.objectContaining({ rules: { "code-date": "off" } })]);
  await close();
  await expect.poll(() => errors(page)).toBe(3);
  await settings();
  await page.getByRole("button", { name: "すべて既定の設定に戻す" }).click();
  await close();
  await expect.poll(() => errors(page)).toBe(4);
  await settings();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "ファイルを開く", exact: true }).last().click()]);
  await chooser.setFiles({ name: "設定.json", mimeType: "application/json", buffer: bytes });
  await page.getByText("取り込みました。").waitFor();
  await close();
  await expect.poll(() => errors(page)).toBe(3);
  await page.reload();
  await expect.poll(() => errors(page)).toBe(4);
  expect(complaints).toEqual([]);
});

test("what was not saved is offered once the page is opened anew, and the offer has no fault of accessibility", async () => {
  const { page } = await openWorkbenchPage({ bypassCSP: true });
  const bytes = readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url));
  const files = [{ name: "旭区.xlsx", bytes }];
  await openBytes(page, files);
  await page.getByRole("tab", { name: "旭区.xlsx" }).waitFor();
  await cell(page, 5, 3).click();
  await page.keyboard.type("達成");
  await page.keyboard.press("Enter");
  const kept = () =>
    page.evaluate(async () => {
      // To open it before the page does would make one without a store.
      if (!(await indexedDB.databases()).some(({ name }) => name === "tenken")) return 0;
      return new Promise((resolve) => {
        const request = indexedDB.open("tenken");
        request.onsuccess = () => {
          const count = request.result.transaction("mends").objectStore("mends").count();
          count.onsuccess = () => {
            request.result.close();
            resolve(count.result);
          };
        };
      });
    });
  await expect.poll(kept).toBe(1);
  await page.reload();
  await page.getByRole("list").getByRole("button").first().waitFor();
  await openBytes(page, files);
  const restore = page.getByRole("button", { name: "書き換えを戻す" });
  await restore.waitFor();
  expect(await axeFindings(page, "all")).toEqual([]);
  await restore.click();
  await expect.poll(() => cell(page, 5, 3).locator(".text").textContent()).toBe("達成");
  await restore.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "元に戻す：D6の変更（Ctrl+Z）" }).click();
  await expect.poll(kept).toBe(0);
});

import { expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { openWorkbenchPage } from "./browser.ts";
import { cell } from "./workbench-page.ts";

test("from a disk, F1 and the help buttons open the manual within the page, at its part; its links lead on, Escape gives the focus back", async () => {
  const { page, requests, complaints } = await openWorkbenchPage();
  await cell(page, 5, 3).click();
  await page.keyboard.press("F1");
  const manual = page.getByRole("dialog", { name: "点検の手引" });
  const top = async (id: string) => Math.round((await manual.locator(`#${id}`).boundingBox())?.y ?? -1);
  await manual.getByRole("heading", { name: /点検画面/ }).waitFor();
  expect(await top("workbench")).toBeLessThan(200);
  await manual.getByRole("link", { name: "修正する・元に戻す" }).first().click();
  await expect.poll(() => top("mends")).toBeLessThan(200);
  expect([await manual.locator("img").count(), await manual.locator("a:not([href^='#'])").count()]).toEqual([0, 0]);
  await page.keyboard.press("Escape");
  await manual.waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("cell-input");
  await page.getByRole("tab", { name: "構成" }).click();
  await page.getByRole("button", { name: "設定" }).click();
  await page.getByRole("button", { name: "この部分の説明" }).first().click();
  await expect.poll(() => top("settings")).toBeLessThan(200);
  expect([requests.filter((address) => !/^(?:blob|data):/.test(address)).length, page.url().startsWith("file:"), complaints]).toEqual([1, true, []]);
});

test("the English page is short and has no fault of accessibility, in light and dark", async () => {
  const { page } = await openWorkbenchPage({ bypassCSP: true, locale: "en-US" });
  await page.keyboard.press("F1");
  await page.getByRole("dialog", { name: "Manual" }).getByRole("heading", { name: "The workbench" }).waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page, "all")).toEqual([]);
  }
});

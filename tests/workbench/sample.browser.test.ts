import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { openBytes } from "./workbench-page.ts";
import { openWorkbenchPage } from "./browser.ts";

const sample = readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url));

test("the sample is labelled on its tab and gives way to the user's file, whose form the head names; two of one name are told apart", async () => {
  const { page, complaints } = await openWorkbenchPage();
  const tabs = () => page.getByRole("tablist", { name: "開いているファイル" }).getByRole("tab").allInnerTexts();
  const tidy = async () => (await tabs()).map((text) => text.replace(/\s+/g, " ").replace("誤り ", "誤り"));
  expect(await tidy()).toEqual(["見本 sample.xlsx"]);
  // The same file twice would be opened once.
  const other = Buffer.from(zipSync(unzipSync(sample), { level: 1 }));
  await openBytes(page, [{ name: "旭区.xlsx", bytes: sample }, { name: "旭区.xlsx", bytes: other }]);
  await expect.poll(tidy).toEqual(["一覧（2）", "旭区.xlsx 誤り4", "旭区.xlsx (2) 誤り4"]);
  await page.getByRole("tab", { name: "旭区.xlsx (2)" }).click();
  await page.getByText("様式：大阪市 区の評価シート").waitFor();
  expect(complaints).toEqual([]);
});

test("F8 leads on from wherever the focus is: nowhere, and on the button that opened the file", async () => {
  const { page } = await openWorkbenchPage();
  const selected = () => page.getByRole("gridcell", { selected: true }).getAttribute("data-column");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("F8");
  await expect.poll(selected).toBe("6");
  await page.getByRole("button", { name: "開く" }).first().focus();
  await page.keyboard.press("F8");
  await expect.poll(selected).toBe("9");
  await page.keyboard.press("Shift+F8");
  await expect.poll(selected).toBe("6");
});

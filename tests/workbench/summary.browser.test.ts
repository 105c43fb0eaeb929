import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cell, cellInput, cellsIn, changedParts, downloaded, openBytes, openTexts, summarize } from "./bench-page.ts";
import { openWorkbenchPage } from "./browser.ts";

const sample = readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url));

test("one file gets its summary sheets behind the evaluation sheet, and one step takes them away", async () => {
  const { page, complaints } = await openWorkbenchPage();
  await summarize(page);
  await expect.poll(() => sheetTabs(page)).toEqual(["総括表", "集計", "要見直し一覧", "指摘一覧"]);
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
  const [now, then] = [cellsIn(bytes), cellsIn(sample)];
  expect([...then].filter(([at, found]) => now.get(at) !== found)).toEqual([]);
  expect(changedParts(bytes, sample)).not.toContain("xl/worksheets/sheet1.xml");
  await page.keyboard.press("Control+z");
  await expect.poll(() => sheetTabs(page)).toEqual(["総括表"]);
  await page.keyboard.press("Control+y");
  await expect.poll(() => sheetTabs(page)).toEqual(["総括表", "集計", "要見直し一覧", "指摘一覧"]);
  expect(complaints).toEqual([]);
});

test("the chart is drawn from the cells, with its words and its alternative text", async () => {
  const { page } = await openWorkbenchPage();
  await summarize(page);
  await page.getByRole("tab", { name: "集計" }).click();
  const chart = page.getByRole("img", { name: /^表2「評価の内訳」のグラフ.*アウトカム指標の達成状況（対象8件）：順調6件/ });
  await chart.waitFor();
  const texts = await chart.locator("text").allTextContents();
  expect(texts).toEqual(expect.arrayContaining(["良い評価", "良くない評価", "未記入・不明", "0%", "100%", "6", "14"]));
  const colors = await chart.locator(".chart-key").evaluateAll((keys) => keys.map((key) => key.getAttribute("fill")));
  expect(new Set(colors).size).toBe(colors.length);
  expect(await chart.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(200);
});

test("what is written into the columns for notes stays when the sheets are made again, and undoing brings the chart back", async () => {
  const { page } = await openWorkbenchPage();
  await summarize(page);
  await page.getByRole("tab", { name: "要見直し一覧" }).click();
  await cell(page, 6, 7).click();
  await page.keyboard.type("目標を見直す");
  await page.keyboard.press("Enter");
  await expect.poll(() => cell(page, 6, 7).textContent()).toBe("目標を見直す");
  await page.getByRole("tab", { name: "総括表" }).click();
  await page.getByRole("button", { name: "閉じる", exact: true }).click();
  await summarize(page);
  await page.getByText("を作りました").waitFor();
  expect(await sheetTabs(page)).toEqual(["総括表", "集計", "要見直し一覧", "指摘一覧"]);
  await page.getByRole("tab", { name: "要見直し一覧" }).click();
  await expect.poll(() => cell(page, 6, 7).textContent()).toBe("目標を見直す");
  for (let step = 0; step < 3; step++) await page.keyboard.press("Control+z");
  await expect.poll(() => sheetTabs(page)).toEqual(["総括表"]);
  for (let step = 0; step < 3; step++) await page.keyboard.press("Control+y");
  await page.getByRole("tab", { name: "集計" }).click();
  await page.locator(".chart").waitFor();
});

test("several files give one new workbook: a block for each, those not read with the reason; made again in the same tab", async () => {
  const { page } = await openWorkbenchPage();
  await openBytes(page, [{ name: "asahi.xlsx", bytes: sample }, { name: "kita.xlsx", bytes: sample }]);
  await openTexts(page, [
    { name: "表なし.csv", text: "a,b\n1,2\n" },
    { name: "報告.pdf", text: "%PDF-1.7" },
  ]);
  await page.getByRole("tab", { name: "asahi.xlsx" }).click();
  await summarize(page);
  await page.getByText("新しいブック「総括.xlsx」に作りました。").waitFor();
  await page.getByRole("tab", { name: "総括.xlsx 未保存" }).waitFor();
  expect(await page.getByRole("tab", { name: /未保存/ }).count()).toBe(1);
  await page.getByRole("button", { name: "表示する" }).click();
  const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
  expect(name).toBe("総括.xlsx");
  const cells = [...cellsIn(bytes).values()].join("\n");
  for (const office of ["kita.xlsx / 総括表", "asahi.xlsx / 総括表", "表なし.csv", "報告.pdf"]) expect(cells).toContain(office);
  expect(cells).toContain("評価の表が見つかりません。");
  expect(cells).toContain("（PDF）");
  await page.locator(".chart").waitFor();
  await page.getByRole("tab", { name: "asahi.xlsx" }).click();
  await summarize(page);
  await page.getByText("を作りました").waitFor();
  expect(await page.getByRole("tab", { name: /総括.*\.xlsx/ }).count()).toBe(1);
  await page.getByRole("button", { name: "作成したシートを削除" }).click();
  await expect.poll(() => page.getByRole("tab", { name: /総括.*\.xlsx/ }).count()).toBe(0);
});

test("the sheets made say what they are, and what was made stays said until it is closed", async () => {
  const { page, complaints } = await openWorkbenchPage();
  await openBytes(page, [{ name: "asahi.xlsx", bytes: sample }]);
  await openTexts(page, [{ name: "表なし.csv", text: "a,b\n1,2\n" }]);
  await page.getByRole("button", { name: "表なし.csv を閉じる" }).click();
  await summarize(page);
  const made = page.getByText(/「集計」「要見直し一覧」「指摘一覧」を作りました/);
  for (const name of ["集計", "要見直し一覧", "指摘一覧"]) {
    await page.getByRole("tab", { name }).click();
    await page.getByRole("heading", { name, level: 2 }).waitFor();
    await page.getByRole("heading", { name: "点検が作ったシートです" }).waitFor();
    expect([await made.count(), await page.getByRole("button", { name: "点検する" }).count(), await page.getByText("点検できません").count()]).toEqual([1, 0, 0]);
  }
  await openTexts(page, [{ name: "別.csv", text: "a,b\n1,2\n" }]);
  await page.getByRole("heading", { name: "このシートは点検できません" }).waitFor();
  expect(await made.count()).toBe(1);
  await page.getByRole("tab", { name: "asahi.xlsx 未保存" }).click();
  await page.getByRole("button", { name: "閉じる", exact: true }).click();
  await expect.poll(() => made.count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("with the file that got the sheets goes what was said of them", async () => {
  const { page } = await openWorkbenchPage();
  await summarize(page);
  await page.getByRole("button", { name: "sample.xlsx を閉じる" }).click();
  await page.getByRole("button", { name: "保存せずに閉じる" }).click();
  await expect.poll(() => page.getByText("を作りました").count()).toBe(0);
});

test("a saved summary opened again says where its chart is", async () => {
  const { page } = await openWorkbenchPage();
  await summarize(page);
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
  await openBytes(page, [{ name: "again.xlsx", bytes }]);
  await page.getByText("again.xlsx", { exact: true }).last().waitFor();
  await page.getByRole("tab", { name: "集計" }).click();
  await page.getByText("Excelで開くと表2の下に表示されます。").waitFor();
  expect(await cellInput(page).count()).toBe(1);
});

function sheetTabs(page: Page): Promise<string[]> {
  return page.getByRole("tablist", { name: "シート" }).getByRole("tab").allTextContents();
}

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { downloaded, openBytes, openTexts, summarize } from "./workbench-page.ts";
import { openWorkbenchPage } from "./browser.ts";

const sample = readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url));

test("the chart is drawn from the cells, with its words and its alternative text; saved and opened again the sheet says where it is", async () => {
  const { page } = await openWorkbenchPage();
  await summarize(page);
  await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name: "総括", exact: true }).click();
  const chart = page.getByRole("img", { name: /^評価の内訳（棒の中の数は件数）.*アウトカム指標の達成状況（対象8件）：順調6件/ });
  await chart.waitFor();
  const texts = await chart.locator("text").allTextContents();
  expect(texts).toEqual(expect.arrayContaining(["良い評価", "良くない評価", "未記入・不明", "0%", "100%", "6", "14"]));
  const colors = await chart.locator(".chart-key").evaluateAll((keys) => keys.map((key) => key.getAttribute("fill")));
  expect(new Set(colors).size).toBe(colors.length);
  expect(await chart.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(200);
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
  await openBytes(page, [{ name: "again.xlsx", bytes }]);
  await page.getByText("again.xlsx", { exact: true }).last().waitFor();
  await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name: "総括", exact: true }).click();
  await page.getByText("Excelで開くと「評価の内訳」の右に表示されます。").waitFor();
});

test("no text of the sheets made is cut at their own size, in the sample's workbook and in a new one", async () => {
  for (const names of [["旭区.xlsx"], ["旭区.xlsx", "北区.xlsx"]]) {
    const { page } = await openWorkbenchPage({ viewport: { width: 1900, height: 1400 } });
    await openBytes(page, names.map((name) => ({ name, bytes: sample })));
    if (names.length > 1) await page.getByRole("button", { name: "総括シートを作る" }).click();
    else await summarize(page);
    await page.getByText(/「総括」「課題別」「要見直し一覧」「指摘一覧」を作りました/).first().waitFor();
    if (names.length > 1) await page.getByRole("tab", { name: /^総括\.xlsx/ }).click();
    for (const name of ["総括", "課題別", "要見直し一覧", "指摘一覧"]) {
      await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name, exact: true }).click();
      await page.getByRole("heading", { name, level: 2 }).waitFor();
      await page.getByRole("combobox", { name: "表示倍率" }).selectOption("100%");
      await page.locator(".cell .text").nth(8).waitFor();
      const cut = await page.locator(".cell .text").evaluateAll((texts) => texts.flatMap((text) => (text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1 ? [`${text.parentElement?.id ?? ""} ${text.textContent}`] : [])));
      expect([name, cut]).toEqual([name, []]);
    }
  }
});

test("the sheets made say what they are, and what was made stays said beside its file until it is closed", async () => {
  const { page, complaints } = await openWorkbenchPage();
  await openBytes(page, [{ name: "asahi.xlsx", bytes: sample }]);
  await openTexts(page, [{ name: "表なし.csv", text: "a,b\n1,2\n" }]);
  await page.getByRole("button", { name: "表なし.csv を閉じる" }).click();
  await summarize(page);
  const made = page.getByText(/「総括」「課題別」「要見直し一覧」「指摘一覧」を作りました/);
  for (const name of ["総括", "課題別", "要見直し一覧", "指摘一覧"]) {
    await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name, exact: true }).click();
    await page.getByRole("heading", { name, level: 2 }).waitFor();
    await page.getByRole("heading", { name: "点検が作ったシートです" }).waitFor();
    expect([await made.count(), await page.getByRole("button", { name: "点検する" }).count(), await page.getByText("点検できません").count()]).toEqual([1, 0, 0]);
  }
  await openTexts(page, [{ name: "別.csv", text: "a,b\n1,2\n" }]);
  await page.getByRole("heading", { name: "このシートは点検できません" }).waitFor();
  await expect.poll(() => made.count()).toBe(0);
  await page.getByRole("tab", { name: "asahi.xlsx 未保存" }).click();
  await made.waitFor();
  await page.getByRole("button", { name: "閉じる", exact: true }).click();
  await expect.poll(() => made.count()).toBe(0);
  expect(complaints).toEqual([]);
});

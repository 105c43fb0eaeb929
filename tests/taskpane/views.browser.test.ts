import { expect, test } from "vitest";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { checked, counts, sampleBook, taskPanes } from "./open-pane.ts";

const open = taskPanes();
const tab = (excel: Excel, name: string) => excel.frame.getByRole("tab", { name });
const selection = (excel: Excel) => excel.snapshot().selection;

test("the outline follows the selected cell, and its rows select theirs; the card names parent, sisters and findings", async () => {
  const excel = await open();
  await checked(excel);
  await tab(excel, "構成").click();
  const tree = excel.frame.getByRole("tree");
  await tree.waitFor();
  excel.select("H10");
  const selected = tree.locator("[aria-selected=true]");
  await expect.poll(() => selected.innerText()).toContain("1-2-2");
  expect([await selected.getAttribute("aria-level"), await selected.innerText()]).toEqual(["3", expect.stringContaining("達成")]);
  const card = excel.frame.getByRole("region", { name: "選んだ行" });
  expect(await card.innerText()).toMatch(/属するもの\s*1-2[^]*前\s*1-2-1[^]*G10/);
  await card.getByRole("button", { name: /^1-2-1/ }).click();
  await expect.poll(() => selection(excel)).toBe("G9");
  await expect.poll(() => selected.innerText()).toContain("1-2-1");
  await selected.focus();
  await excel.page.keyboard.press("End");
  await excel.page.keyboard.press("Enter");
  await expect.poll(() => selection(excel)).toBe("G21");
  expect([excel.log.cells, excel.log.violations]).toEqual([[], []]);
  await excel.close();
});

test("the numbers name what is judged out of how many, and lead to what is not", async () => {
  const excel = await open();
  await checked(excel);
  await tab(excel, "数字").click();
  const panel = excel.frame.getByRole("tabpanel");
  const text = await panel.innerText();
  expect(text).toMatch(/順調 6[^]*順調でない 2/);
  expect(text).toContain("具体的取組 16件のうち 15件に判定があります。");
  await panel.getByRole("button", { name: "4-2-2" }).click();
  await expect.poll(() => selection(excel)).not.toBe("A1");
  await panel.getByRole("button", { name: "経営課題ごとの内訳" }).first().click();
  expect(await panel.innerText()).toMatch(/1 子ども[^]*順調 2/);
  await excel.close();
});

test("findings are found by words and by rule", async () => {
  const excel = await open();
  await checked(excel);
  const list = excel.frame.getByRole("list", { name: "指摘と見直しの一覧" });
  await excel.frame.getByRole("searchbox").fill("g12");
  await expect.poll(() => list.getByRole("button", { name: /G12/ }).count()).toBe(1);
  await expect.poll(() => list.getByRole("button", { name: /D6/ }).count()).toBe(0);
  await excel.frame.getByRole("searchbox").fill("どこにもない語");
  await excel.frame.getByText("条件に合うものはありません").waitFor();
  await excel.frame.getByRole("button", { name: "すべて表示" }).click();
  await excel.frame.getByRole("combobox", { name: "規則で絞り込む" }).selectOption("page-spelling");
  await expect.poll(() => list.getByRole("button", { name: /F13/ }).count()).toBe(1);
  await expect.poll(() => list.getByRole("button", { name: /D6/ }).count()).toBe(0);
  await excel.close();
});

test("what is resolved since the first check is counted, what is new is named; a check still leaves no trace", async () => {
  const excel = await open();
  await checked(excel);
  await excel.page.waitForTimeout(500);
  excel.type("D6", "順調");
  await excel.frame.getByText("10件中 1件解消", { exact: true }).waitFor();
  excel.type("D9", "じゅんちょう");
  await excel.frame.getByText("10件中 1件解消、新しく1件").waitFor();
  excel.select("D9");
  await expect.poll(() => excel.frame.locator("[aria-current=true]").innerText()).toContain("新しい");
  expect([await counts(excel), excel.book.settings.size, excel.log.cells]).toEqual([[5, 3, 2, 1, 2], 0, []]);
  await excel.close();
});

test("a letter to the sender names cell, present text and proposal", async () => {
  const excel = await open();
  await checked(excel);
  await excel.frame.getByRole("button", { name: "差戻しの文を作る" }).click();
  const letter = excel.frame.getByRole("textbox").first();
  await letter.waitFor();
  expect(await letter.inputValue()).toMatch(/D6[^]*順調□[^]*順調/);
  await excel.frame.getByRole("button", { name: "写す" }).first().click();
  await excel.frame.getByText(/写しました|写せませんでした/).waitFor();
  await excel.frame.getByRole("button", { name: "一覧に戻る" }).click();
  await checked(excel);
  await excel.close();
});

test("the other cells of a finding are named and lead there, and the finding stays the current one; F9 groups by rule", async () => {
  const book = await sampleBook();
  book.active.put(8, 1, { value: "1-1" });
  const excel = await open({ book });
  await checked(excel);
  excel.select("B9");
  await expect.poll(() => excel.frame.locator("[aria-current=true]").innerText()).toContain("B9");
  await excel.frame.getByRole("button", { name: "B6", exact: true }).first().click();
  await expect.poll(() => selection(excel)).toBe("B6");
  expect(await excel.frame.locator("[aria-current=true]").innerText()).toContain("B9");
  await excel.page.keyboard.press("F9");
  await expect.poll(() => excel.frame.getByRole("button", { name: "規則ごと" }).getAttribute("aria-pressed")).toBe("true");
  await excel.close();
});

import { expect, test } from "vitest";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { checked, counts, sampleBook, taskPanes } from "./open-pane.ts";

const open = taskPanes();
const button = (excel: Excel, name: string | RegExp) => excel.frame.getByRole("button", { name });
const list = (excel: Excel) => excel.frame.getByRole("list", { name: "指摘と見直しの一覧" });
const current = (excel: Excel) => excel.frame.locator("[aria-current=true]").innerText();

/** Leaves the finding of a cell as it is. */
async function leave(excel: Excel, cell: string, reason: string, person?: string): Promise<void> {
  excel.select(cell);
  await button(excel, "そのままにする…").click();
  await excel.frame.getByLabel("理由").fill(reason);
  if (person !== undefined) await excel.frame.getByLabel("氏名").fill(person);
  await button(excel, "そのままにする").last().click();
}

/** Goes to the end of the list. */
async function toEnd(excel: Excel): Promise<void> {
  await list(excel).locator("button[tabindex='0']").first().focus();
  await excel.page.keyboard.press("End");
}

test("a finding left as it is needs a reason and a name, stands apart, is in no mend of all, and outlives the pane", async () => {
  const excel = await open();
  await checked(excel);
  excel.select("G12");
  await button(excel, "そのままにする…").click();
  await button(excel, "そのままにする").last().click();
  await expect.poll(() => excel.frame.getByText("記入してください。").count()).toBe(2);
  await excel.page.keyboard.press("Escape");
  await expect.poll(() => excel.frame.getByLabel("理由").count()).toBe(0);
  expect(await button(excel, "そのままにする…").evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await leave(excel, "G12", "昨年度から続く番号のため", "企画課 山田");
  await expect.poll(() => counts(excel)).toEqual([3, 4, 2, 1, 2]);
  await expect.poll(() => current(excel)).toContain("F13");
  await button(excel, /安全な修正をすべて適用（4件）/).waitFor();
  const cells = excel.log.cells.length;
  await excel.close();

  const again = await open({ book: excel.book });
  await checked(again);
  expect([await counts(again), cells]).toEqual([[3, 4, 2, 1, 2], 0]);
  await toEnd(again);
  await expect.poll(async () => (await list(again).innerText()).replace(/\s+/g, " ")).toMatch(/そのままにしたもの 1件.*G12.*昨年度から続く番号のため 企画課 山田、令和\d+年（\d{4}年）\d+月\d+日/);
  await button(again, "指摘に戻す").click();
  await expect.poll(() => counts(again)).toEqual([4, 4, 2, 1, 2]);
  await expect.poll(() => again.book.settings.size).toBe(0);
  expect(again.log.cells).toEqual([]);
  await again.close();
});

test("the name is typed once; another content is a finding again", async () => {
  const excel = await open();
  await checked(excel);
  await leave(excel, "G12", "一つめ", "企画課 山田");
  await expect.poll(() => counts(excel)).toEqual([3, 4, 2, 1, 2]);
  await leave(excel, "D6", "二つめ");
  await expect.poll(() => counts(excel)).toEqual([3, 3, 2, 1, 2]);
  excel.type("D6", "順　調");
  await expect.poll(() => counts(excel)).toEqual([3, 4, 2, 1, 2]);
  await excel.close();
});

test("what the last session found is compared with, where something was written", async () => {
  const excel = await open();
  await checked(excel);
  await leave(excel, "G12", "理由", "山田");
  await expect.poll(() => excel.book.settings.size).toBe(2);
  await excel.close();
  excel.type("D6", "順調");
  const again = await open({ book: excel.book });
  await again.frame.getByText("9件中 1件解消", { exact: true }).waitFor();
  await again.close();
});

test("settings hold at once and in the document; what it cannot keep is said", async () => {
  const excel = await open();
  await checked(excel);
  await button(excel, "設定").click();
  await excel.frame.getByRole("combobox", { name: "日付や数値になった番号" }).selectOption("off");
  await excel.frame.getByRole("combobox", { name: "ページの順序" }).selectOption("error");
  await excel.frame.getByText("（はじめは「誤り」）").waitFor();
  await button(excel, "設定を閉じる").click();
  await expect.poll(() => counts(excel)).toEqual([4, 3, 2, 1, 2]);
  expect(await button(excel, "設定").evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await button(excel, "設定").click();
  await button(excel, "English").click();
  await button(excel, "Close settings").waitFor();
  await excel.close();

  const again = await open({ book: excel.book });
  await again.frame.getByRole("button", { name: "Settings" }).click();
  const text = await again.frame.getByLabel("Present settings").inputValue();
  expect(JSON.parse(text)).toMatchObject({ rules: { "code-date": "off", "page-order": "error" }, language: "en" });
  await again.frame.getByRole("button", { name: "Reset all settings" }).click();
  await expect.poll(() => again.book.settings.size).toBe(0);
  await button(again, "設定を閉じる").waitFor();
  await again.frame.getByLabel("受け取った設定をここに貼り付ける").fill(text.replace("page-order", "page-oder"));
  await button(again, "この設定を使う").click();
  await again.frame.getByText(/page-oder.*示された項目を直してください/).waitFor();
  expect(again.book.settings.size).toBe(0);
  await again.frame.getByLabel("受け取った設定をここに貼り付ける").fill(text);
  await button(again, "この設定を使う").click();
  await again.frame.getByText("The settings are in use.").waitFor();
  await again.close();
});

test("settings that a document holds and nobody can read are left out, and named", async () => {
  const book = await sampleBook();
  book.settings.set("tenken.settings", JSON.stringify(JSON.stringify({ version: 1, rules: { "no-such-rule": "off", "code-date": "off" } })));
  const excel = await open({ book });
  await checked(excel);
  expect(await counts(excel)).toEqual([3, 4, 2, 1, 2]);
  await button(excel, "設定").click();
  await excel.frame.getByText(/rules\.no-such-rule/).waitFor();
  await excel.close();
});

test("a document that takes no settings: what was decided holds until the pane is closed, and that is said", async () => {
  const excel = await open();
  await checked(excel);
  excel.host.faults.settingsFail = true;
  await leave(excel, "G12", "理由", "山田");
  await excel.frame.getByText(/ブックに保存できませんでした。この画面を閉じるまでは有効です。/).waitFor();
  await expect.poll(() => counts(excel)).toEqual([3, 4, 2, 1, 2]);
  expect([excel.book.settings.size, excel.log.cells]).toEqual([0, []]);
  await excel.frame.getByRole("switch", { name: /入力に合わせて/ }).uncheck();
  excel.type("D6", "順調");
  await excel.frame.getByText(/点検のあとで入力がありました/).waitFor();
  await excel.close();
});

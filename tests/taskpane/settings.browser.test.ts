import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { bureauRows, workbookOf } from "../core/learn/form-sheets.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { button, checked, counts, taskPane, told } from "./open-pane.ts";

const open = taskPane();

test("a form is learned from the pane that cannot check the sheet, used at once, known again after the pane was closed, and given up", async () => {
  const excel = await open(await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", bureauRows, { H3: "中くらい" }))));
  const { book, log } = excel;
  await told(excel, /このシートは点検できません/);
  await button(excel, "この表の様式を作る").click();
  await told(excel, /読み取りました/);
  await excel.frame.getByRole("radio", { name: /よい|良い/ }).first().check();
  await excel.frame.getByRole("textbox", { name: "様式の名前" }).fill("局の様式");
  await button(excel, "この様式を使う").click();
  await told(excel, /「局の様式」の様式で点検しています/);
  await button(excel, "設定を閉じる").click();
  await checked(excel);
  expect(await counts(excel)).not.toEqual([0, 0, 0, 0, 0]);
  await excel.closePane();
  await excel.openPane();
  await checked(excel);
  await button(excel, "設定").click();
  await button(excel, "はじめの様式に戻す").click();
  await told(excel, /「大阪市 区の評価シート」の様式で点検しています/);
  await expect.poll(() => book.settings.size).toBe(0);
  expect(log.cells).toEqual([]);
});

test("rules, language, input rules, settings handed on as text: each holds at once, and all go without a trace", async () => {
  const excel = await open();
  const { frame, book } = excel;
  await checked(excel);
  const before = excel.snapshot();
  await button(excel, "設定").click();
  await button(excel, "入力規則を付ける").click();
  await told(excel, /評価の欄5列を一覧から選べるようにし、番号の欄3列を文字列にしました/);
  await button(excel, "入力規則を外す").click();
  await told(excel, /入力規則を外し/);
  await button(excel, "入力規則を付ける").waitFor();
  expect(excel.snapshot()).toEqual(before);

  await frame.getByRole("combobox", { name: "日付や数値になった番号" }).selectOption("off");
  await frame.getByRole("combobox", { name: "ページの順序" }).selectOption("error");
  await told(excel, "（はじめは「誤り」）");
  await button(excel, "設定を閉じる").click();
  await expect.poll(() => counts(excel)).toEqual([4, 3, 2, 1, 2]);
  expect(await button(excel, "設定").evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await button(excel, "設定").click();
  await button(excel, "English").click();
  await button(excel, "Close settings").waitFor();
  const text = await frame.getByLabel("Present settings").inputValue();
  expect(JSON.parse(text)).toMatchObject({ rules: { "code-date": "off", "page-order": "error" }, language: "en" });
  await button(excel, "Reset all settings").click();
  await button(excel, "設定を閉じる").waitFor();
  await expect.poll(() => book.settings.size).toBe(0);

  const field = frame.getByLabel("受け取った設定をここに貼り付ける");
  await field.fill(text.replace("page-order", "page-oder"));
  await button(excel, "この設定を使う").click();
  await told(excel, /page-oder.*示された項目を直してください/);
  expect(book.settings.size).toBe(0);
  await field.fill(text);
  await button(excel, "この設定を使う").click();
  await told(excel, "The settings are in use.");
  expect(book.settings.size).toBe(1);

  book.settings.set("tenken.settings", JSON.stringify(JSON.stringify({ version: 1, rules: { "no-such-rule": "off" } })));
  await excel.closePane();
  await excel.openPane();
  await checked(excel);
  await button(excel, "設定").click();
  await told(excel, /rules\.no-such-rule/);
});

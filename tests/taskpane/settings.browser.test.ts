import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";
import { axeFindings } from "../workbench/axe.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { button, checked, counts, taskPane, told } from "./open-pane.ts";

const open = taskPane({ bypassCSP: true });

test("a sheet of another form is checked at once, its question answered by keys, its terms changed, known again after the pane was closed, and given up", async () => {
  const excel = await open(await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", gradedRows, { C5: "検討" }))));
  const { book, log, frame } = excel;
  await told(excel, "様式：シートから読み取った様式");
  await told(excel, "見直しが要る行4件に関わります");
  expect(await axeFindings(frame)).toEqual([]);
  await frame.getByRole("group", { name: /見直しや注意が要る評価/ }).getByRole("button", { name: "D", exact: true }).press("Enter");
  await expect.poll(() => counts(excel)).toEqual([0, 0, 1, 0, 2]);
  const answered = button(excel, "回答済みの質問（1件）");
  await expect.poll(() => frame.evaluate(() => document.activeElement?.getAttribute("data-question"))).toBe("term:C:検討");
  await answered.press("Enter");
  await button(excel, "D、C").press("Enter");
  await expect.poll(() => counts(excel)).toEqual([0, 0, 1, 2, 2]);
  expect(await axeFindings(frame)).toEqual([]);
  await button(excel, "この答えを取り消す").press("Enter");
  await answered.waitFor({ state: "detached" });
  await expect.poll(() => frame.evaluate(() => document.activeElement?.getAttribute("data-question"))).toBe("bad:C");
  await button(excel, "記入の誤りです（仮の答え）").waitFor({ state: "hidden" });
  await button(excel, /「検討」は、評価の語ですか/).press("Enter");
  await button(excel, "記入の誤りです（仮の答え）").press("Enter");
  await expect.poll(() => counts(excel)).toEqual([1, 0, 0, 2, 2]);
  await expect.poll(() => frame.evaluate(() => document.activeElement?.getAttribute("data-question"))).toBe("bad:C");

  await button(excel, "設定").click();
  await button(excel, "様式の内容…").click();
  await frame.getByRole("combobox", { name: "「B」の見直し" }).selectOption("attention");
  await told(excel, "この文書の様式で点検しています：「進行管理表」の様式");
  await frame.getByRole("textbox", { name: "加える語" }).fill("Ａ");
  await button(excel, "加える").click();
  await told(excel, /別の語「A」と読み分けられません/);
  expect(await axeFindings(frame)).toEqual([]);
  await button(excel, "設定に戻る").click();
  await button(excel, "設定を閉じる").click();
  await expect.poll(() => counts(excel)).toEqual([1, 0, 0, 2, 6]);
  await excel.closePane();
  await excel.openPane();
  await expect.poll(() => counts(excel)).toEqual([1, 0, 0, 2, 6]);
  await button(excel, "設定").click();
  await button(excel, "既定の様式に戻す").click();
  await told(excel, "シートから読み取った様式で点検しています。");
  await button(excel, "すべて既定の設定に戻す").click();
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
  await told(excel, "（既定は「誤り」）");
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

  const field = frame.getByLabel("受け取った設定又は様式をここに貼り付ける");
  await field.fill(text.replace("page-order", "page-oder"));
  await button(excel, "取り込む").click();
  await told(excel, /page-oder.*示された項目を直してください/);
  expect(book.settings.size).toBe(0);
  await field.fill(text);
  await button(excel, "取り込む").click();
  await told(excel, "It is in use.");
  expect(book.settings.size).toBe(1);

  book.settings.set("tenken.settings", JSON.stringify(JSON.stringify({ version: 1, rules: { "no-such-rule": "off" } })));
  await excel.closePane();
  await excel.openPane();
  await checked(excel);
  await button(excel, "設定").click();
  await told(excel, /rules\.no-such-rule/);
});

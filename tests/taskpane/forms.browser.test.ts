import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { bureauRows, cityRows, workbookOf } from "../core/learn/form-sheets.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { checked, counts, taskPanes } from "./open-pane.ts";

const open = taskPanes();
const button = (excel: Excel, name: string | RegExp) => excel.frame.getByRole("button", { name });
const told = (excel: Excel, text: RegExp) => excel.frame.getByText(text).first().waitFor();

async function openRows(rows: Parameters<typeof workbookOf>[1], put: Parameters<typeof workbookOf>[2] = {}): Promise<Excel> {
  return open({ book: await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", rows, put))) });
}

test("a sheet of another form: its form is learned from the pane that cannot check it, used at once, and kept in the document", async () => {
  const excel = await openRows(bureauRows, { H3: "中くらい" });
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
  await excel.close();

  const again = await open({ book: excel.book });
  await checked(again);
  await button(again, "設定").click();
  await button(again, "はじめの様式に戻す").click();
  await told(again, /「大阪市 区の評価シート」の様式で点検しています/);
  await expect.poll(() => again.book.settings.size).toBe(0);
  expect(again.log.cells).toEqual([]);
  await again.close();
});

test("another form is learned, and finds what is planted in its sheet", async () => {
  const excel = await openRows(cityRows, { H8: "順調" });
  await told(excel, /このシートは点検できません|指摘/);
  await button(excel, "設定").click();
  await button(excel, "この表の様式を作る").click();
  await excel.frame.getByRole("textbox", { name: "様式の名前" }).fill("市の様式");
  await button(excel, "この様式を使う").click();
  await told(excel, /「市の様式」の様式で点検しています/);
  await button(excel, "設定を閉じる").click();
  await excel.frame.getByRole("list", { name: "指摘と見直しの一覧" }).getByRole("button", { name: /H8/ }).waitFor();
  await excel.close();
});

test("input rules are added with one click and taken away with another: the workbook is as it was", async () => {
  const excel = await open();
  await checked(excel);
  const before = JSON.stringify(excel.snapshot());
  const sheet = excel.book.active;
  await button(excel, "設定").click();
  await button(excel, "入力規則を付ける").click();
  await told(excel, /評価の欄5列を一覧から選べるようにし、番号の欄3列を文字列にしました/);
  expect([sheet.validations.length, sheet.cell(21, 1).format, excel.book.sheets.map(({ visibility }) => visibility)]).toEqual([5, "@", ["Visible", expect.stringMatching(/Hidden/)]]);
  await button(excel, "入力規則を外す").click();
  await told(excel, /入力規則を外し/);
  await button(excel, "入力規則を付ける").waitFor();
  expect(JSON.stringify(excel.snapshot())).toBe(before);
  await excel.close();
});

import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { button, checked, following, taskPane, told } from "./open-pane.ts";
import { sampleBook } from "./sample-book.ts";

const open = taskPane();
const names = ({ book }: Excel) => book.sheets.map(({ name }) => name);

/** Presses the button, which is on the tab of numbers. */
async function sumUp(excel: Excel): Promise<void> {
  await excel.frame.getByRole("tab", { name: "集計" }).click();
  await button(excel, "総括シートを作る").click();
}

test("the sheets are made, say what they are, and go again; one that was changed is asked about", async () => {
  const excel = await open();
  const { frame } = excel;
  await following(excel);
  const before = excel.snapshot();
  await sumUp(excel);
  const made = frame.getByText(/を作りました/).first();
  await made.waitFor();
  expect([names(excel), excel.book.sheet("総括").charts.length]).toEqual([["総括表", "総括", "課題別", "要見直し一覧", "指摘一覧"], 1]);
  await button(excel, "作成したシートを削除").click();
  await told(excel, /4枚のシートを削除しました/);
  expect(excel.snapshot()).toEqual(before);

  await sumUp(excel);
  await made.waitFor();
  for (const name of ["指摘一覧", "課題別"]) {
    excel.select(`${name}!A1`);
    await frame.getByRole("heading", { level: 2, name }).waitFor();
    await frame.getByRole("heading", { name: "点検が作ったシートです" }).waitFor();
    expect([await made.isVisible(), await button(excel, "点検する").count(), await frame.getByText("点検できません").count()]).toEqual([true, 0, 0]);
  }
  expect(await frame.getByRole("combobox", { name: "点検するシート" }).innerText()).toContain("課題別：点検が作ったシート");
  await button(excel, "閉じる").click();
  await expect.poll(() => made.isVisible()).toBe(false);
  excel.type("課題別!A1", "課題別（部長説明用）");
  excel.select("総括表!A1");
  await checked(excel);
  await sumUp(excel);
  await told(excel, /「課題別」は、作ったあとで書き換えられています/);
  await button(excel, "別のシートに作る").click();
  await told(excel, /「課題別 \(2\)」/);
  expect(excel.book.sheet("課題別").cell(0, 0).value).toBe("課題別（部長説明用）");
});

test("W4 a workbook whose structure is protected takes no sheets; they are made in a new workbook", async () => {
  const book = await sampleBook();
  book.structureProtected = true;
  const excel = await open(book);
  await checked(excel);
  const before = excel.snapshot();
  await sumUp(excel);
  await told(excel, /保護されている/);
  await button(excel, "新しいブックに作る").click();
  await told(excel, /新しいブックに作りました/);
  expect(excel.snapshot()).toEqual(before);
  const [opened] = excel.log.newWorkbooks;
  const made = await openFile("new.xlsx", Buffer.from(opened ?? "", "base64"));
  expect((await made.sheets()).map(({ name }) => name)).toEqual(["総括", "課題別", "要見直し一覧", "指摘一覧"]);
});

import { expect, test } from "vitest";
import { checked, taskPanes } from "./open-pane.ts";

const open = taskPanes();

test("a sheet that was made says what it is, calmly, and what was made stays said until it is closed", async () => {
  const excel = await open();
  await checked(excel);
  excel.clickRibbon("summarize");
  const made = excel.frame.getByText(/を作りました/).first();
  await made.waitFor();
  for (const name of ["集計", "要見直し一覧", "指摘一覧"]) {
    excel.select(`${name}!A1`);
    await excel.frame.getByRole("heading", { level: 2, name }).waitFor();
    await excel.frame.getByRole("heading", { name: "点検が作ったシートです" }).waitFor();
    expect([await made.isVisible(), await excel.frame.getByRole("button", { name: "点検する" }).count(), await excel.frame.getByText("点検できません").count()]).toEqual([true, 0, 0]);
  }
  expect(await excel.frame.getByRole("combobox", { name: "点検するシート" }).innerText()).toContain("集計：点検が作ったシート");
  await excel.frame.getByRole("button", { name: "閉じる" }).click();
  await expect.poll(() => made.isVisible()).toBe(false);
  excel.select("総括表!A1");
  await checked(excel);
  await excel.close();
});

test("a workbook saved with such a sheet in front is opened on its evaluation, and the sheet is known again", async () => {
  const excel = await open();
  await checked(excel);
  excel.clickRibbon("summarize");
  await excel.frame.getByText(/を作りました/).first().waitFor();
  excel.book.activate(excel.book.sheet("集計"));
  await excel.closePane();
  await excel.openPane();
  await checked(excel);
  expect(await excel.frame.getByRole("heading", { level: 2 }).innerText()).toBe("総括表");
  await excel.frame.getByRole("combobox", { name: "点検するシート" }).selectOption({ label: "集計：点検が作ったシート" });
  await excel.frame.getByRole("heading", { name: "点検が作ったシートです" }).waitFor();
  await excel.close();
});

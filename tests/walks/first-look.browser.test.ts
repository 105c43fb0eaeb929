import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { checked, counts, taskPane } from "../taskpane/open-pane.ts";
import { cell, downloaded, selectedCell } from "../workbench/workbench-page.ts";
import { workspaces } from "./workbenches.ts";
import { button, view } from "./pane-part.ts";

const openPane = taskPane();
const openWorkspace = workspaces();

/** The numbers of the first column in the pane, in all and issue by issue: "順調：6件", "順調でない：2件", and so on. */
async function paneNumbers(frame: Frame): Promise<readonly number[]> {
  const figures = await frame.locator("figure").filter({ hasText: "順調でない" }).allInnerTexts();
  return figures.flatMap((text) => ["順調", "順調でない"].map((word) => Number(new RegExp(`(?:^|\\s)${word}：(\\d+)件`).exec(text)?.[1])));
}

/** The same numbers in the rows of the summary sheet's table by issue: the line for all, then each issue's. */
function sheetNumbers(at: (row: number, column: number) => unknown): readonly unknown[] {
  const rows = Array.from({ length: 60 }, (_, row) => Array.from({ length: 30 }, (__, column) => at(row, column)).filter((value) => value !== undefined && value !== ""));
  const isIssue = (row: readonly unknown[]) => /^\d+$/.test(String(row[0])) && typeof row[1] === "string";
  const [all, issues] = [rows.filter(([first]) => first === "合計").slice(0, 1), rows.filter(isIssue)];
  // The numbers of strategies and initiatives come before the statuses.
  return [...all.map((row) => row.slice(3, 5)), ...issues.map((row) => row.slice(4, 6))].flat();
}

/** Goes to the numbers, opens the first breakdown, and follows the code without judgement. */
async function look(frame: Frame): Promise<readonly number[]> {
  await view(frame, "集計");
  await button(frame, "経営課題ごとの内訳").first().click();
  const numbers = await paneNumbers(frame);
  await frame.getByText(/判定がない1件：/).first().waitFor();
  await button(frame, "4-2-2").first().click();
  return numbers;
}

test("in Excel: counts without any setting, the numbers by issue, a code that is left out, the summary with the same numbers", async () => {
  const excel = await openPane();
  const { frame } = excel;
  await checked(excel);
  expect(await counts(excel)).toEqual([4, 4, 2, 1, 2]);
  const numbers = await look(frame);
  await expect.poll(() => excel.snapshot().selection).toBe("I21");
  await button(frame, "総括シートを作る").click();
  await frame.getByText(/を作りました/).first().waitFor();
  const sheet = excel.book.sheet("課題別");
  expect([numbers.length, sheetNumbers((row, column) => sheet.cell(row, column).value)]).toEqual([10, numbers]);
});

test("in the workbench: the same", async () => {
  const { page, complaints } = await openWorkspace({ acceptDownloads: true });
  const frame = page.mainFrame();
  const numbers = await look(frame);
  await expect.poll(() => selectedCell(page)).toBe("I21");
  await button(frame, "総括シートを作る").click();
  await frame.getByText(/を作りました/).first().waitFor();
  await page.getByRole("tablist", { name: "シート" }).getByRole("tab", { name: "課題別" }).click();
  await cell(page, 0, 0).waitFor();
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click());
  const file = await openFile("sample.xlsx", bytes);
  const made = (await file.sheets()).find(({ name }) => name === "課題別");
  const grid = await file.read(made?.id ?? "");
  expect([numbers.length, sheetNumbers((row, column) => grid.value(row, column))]).toEqual([10, numbers]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

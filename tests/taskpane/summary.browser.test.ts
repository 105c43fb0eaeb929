import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { checked, sampleBook, taskPanes } from "./open-pane.ts";

const open = taskPanes();
const button = (excel: Excel, name: string | RegExp) => excel.frame.getByRole("button", { name });
const told = (excel: Excel, text: RegExp) => excel.frame.getByText(text).first().waitFor();
const names = (excel: Excel) => excel.book.sheets.map(({ name }) => name);
const all = (excel: Excel) => JSON.stringify(excel.snapshot());

/** The texts and numbers of a sheet, row by row. */
function rows(excel: Excel, name: string): readonly (readonly unknown[])[] {
  const sheet = excel.book.sheet(name);
  return Array.from({ length: 60 }, (_, row) => Array.from({ length: 12 }, (__, column) => sheet.cell(row, column).value).filter((value) => value !== undefined && value !== ""));
}

/** The numbers' tab has the button. */
async function sumUp(excel: Excel): Promise<void> {
  await excel.frame.getByRole("tab", { name: "数字" }).click();
  await button(excel, "総括シートを作る").click();
}

async function make(excel: Excel): Promise<void> {
  await sumUp(excel);
  await told(excel, /を作りました/);
}

/** Where a text stands in a sheet, such as "B7". */
function find(excel: Excel, sheet: string, text: string) {
  for (let row = 0; row < 60; row++) {
    for (let column = 0; column < 15; column++) if (excel.book.sheet(sheet).cell(row, column).value === text) return { row, column };
  }
  throw new Error(`${text} is not in ${sheet}`);
}

const address = (sheet: string, { row, column }: { readonly row: number; readonly column: number }) => `${sheet}!${String.fromCharCode(65 + column)}${row + 1}`;

test("one click makes three sheets behind the evaluation, with a chart; one more takes them away", async () => {
  const excel = await open();
  await checked(excel);
  const before = all(excel);
  await make(excel);
  expect(names(excel)).toEqual(["総括表", "集計", "要見直し一覧", "指摘一覧"]);
  expect(rows(excel, "集計").flat().join("\n")).toMatch(/順調でない/);
  expect(excel.book.sheet("集計").charts).toHaveLength(1);
  expect(rows(excel, "要見直し一覧").flat()).toEqual(expect.arrayContaining(["3-2", "2-2-1", "4-1"]));
  expect(rows(excel, "指摘一覧").flat()).toEqual(expect.arrayContaining(["D6", "G12", "I21"]));
  expect(new Set(excel.log.cells.map(({ sheet }) => sheet)).has("総括表")).toBe(false);
  await button(excel, "作成したシートを削除").click();
  await told(excel, /3枚のシートを削除しました/);
  expect(all(excel)).toBe(before);
  await excel.close();
});

test("made again, what the evaluator wrote stays with its code; a sheet that was changed is asked about first", async () => {
  const excel = await open();
  await checked(excel);
  await make(excel);
  const header = find(excel, "要見直し一覧", "見直しの方向");
  const row = find(excel, "要見直し一覧", "3-2").row;
  excel.type(address("要見直し一覧", { row, column: header.column }), "受け入れを増やす");
  await button(excel, "閉じる").click();
  await make(excel);
  expect(names(excel)).toEqual(["総括表", "集計", "要見直し一覧", "指摘一覧"]);
  expect(find(excel, "要見直し一覧", "受け入れを増やす").row).toBe(find(excel, "要見直し一覧", "3-2").row);
  excel.type("集計!A1", "集計（部長説明用）");
  await button(excel, "閉じる").click();
  await sumUp(excel);
  await told(excel, /「集計」作ったあとで書き換えられています/);
  expect(excel.book.sheet("集計").cell(0, 0).value).toBe("集計（部長説明用）");
  await button(excel, "別のシートに作る").click();
  await told(excel, /「集計 \(2\)」/);
  expect([excel.book.sheet("集計").cell(0, 0).value, find(excel, "要見直し一覧 (2)", "受け入れを増やす").row > 0]).toEqual(["集計（部長説明用）", true]);
  await excel.close();
});

test("several evaluation sheets give one set, from the ribbon", async () => {
  const book = await sampleBook();
  const [first] = book.sheets;
  if (!first) throw new Error("the sample has no sheet");
  const second = book.addSheet("第二課");
  for (let row = 0; row < 25; row++) for (let column = 0; column < 12; column++) second.put(row, column, first.cell(row, column));
  book.takeChanges();
  const excel = await open({ book });
  await checked(excel);
  excel.clickRibbon("summarize");
  await told(excel, /を作りました/);
  expect(names(excel)).toEqual(["総括表", "第二課", "集計", "要見直し一覧", "指摘一覧"]);
  const cells = rows(excel, "集計").flat().map(String);
  expect(["総括表", "第二課"].map((name) => cells.some((cell) => cell.includes(name)))).toEqual([true, true]);
  await excel.close();
});

test("W4: a workbook whose structure is protected takes no sheets; a new workbook is offered", async () => {
  const book = await sampleBook();
  book.structureProtected = true;
  const excel = await open({ book });
  await checked(excel);
  const before = all(excel);
  await sumUp(excel);
  await told(excel, /保護されている/);
  await button(excel, "新しいブックに作る").click();
  await told(excel, /新しいブックに作りました/);
  expect(all(excel)).toBe(before);
  const [opened] = excel.log.newWorkbooks;
  const made = await openFile("new.xlsx", Buffer.from(opened ?? "", "base64"));
  expect((await made.sheets()).map(({ name }) => name)).toEqual(["集計", "要見直し一覧", "指摘一覧"]);
  await excel.close();
});

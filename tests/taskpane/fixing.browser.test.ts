import { expect, test } from "vitest";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { faults, faultyBook } from "./faulty-book.ts";
import { button, checked, counts, following, taskPane, told } from "./open-pane.ts";
import { more } from "../walks/pane-part.ts";

const open = taskPane();
const value = (excel: Excel, address: string) => {
  const { sheet, area } = excel.book.at(address);
  return sheet.cell(area.row, area.column).value;
};
const written = (excel: Excel) => new Set(excel.log.cells.map(({ address }) => address));

test("fixes of a rule, all safe ones, one that is only suggested; after the pane was closed one is taken back, and then all: the workbook is as it was", async () => {
  const excel = await open(faultyBook({ ...faults, D6: "A" }));
  await following(excel);
  const before = excel.snapshot();
  excel.select("L5");
  await button(excel, "この規則をすべて修正（3件）").click();
  await told(excel, "3件を修正しました");
  expect([...written(excel)].sort()).toEqual(["F6", "L4", "L5"]);
  await button(excel, "元に戻す").click();
  await told(excel, "3件を元に戻しました");
  expect(value(excel, "L5")).toBe("2");
  excel.log.restart();

  await button(excel, "修正を選ぶ…").click();
  const list = excel.frame.getByRole("list", { name: "安全な修正" });
  expect(await list.innerText()).toContain("D4 「順調␣」 → 「順調」");
  expect(written(excel)).toEqual(new Set());
  await button(excel, "選んだ14件を修正").click();
  await told(excel, "14件を修正しました");
  expect(written(excel)).toEqual(new Set(Object.keys(faults)));
  await button(excel, "次の指摘へ").click();
  await button(excel, "この案で修正").click();
  await told(excel, "1件を修正しました");
  await told(excel, "指摘はありません");
  expect([value(excel, "D6"), value(excel, "G8"), value(excel, "A7"), value(excel, "A8"), excel.book.active.cell(7, 6).format]).toEqual(["順調", "2-1-2", "2 学びのまち", undefined, "@"]);

  await excel.closePane();
  await excel.openPane();
  await more(excel.frame);
  await button(excel, "修正の履歴（15件）").click();
  await excel.frame.getByRole("list", { name: "修正の履歴" }).getByRole("listitem").nth(1).getByRole("button").click();
  await told(excel, "1件を元に戻しました");
  await button(excel, "すべて元に戻す").click();
  await told(excel, "14件を元に戻しました");
  expect({ ...excel.snapshot(), selection: "" }).toEqual({ ...before, selection: "" });
});

test("fixes are chosen rule by rule or one by one; each rule gives three examples; one click takes back what was done", async () => {
  const excel = await open(faultyBook());
  const { frame } = excel;
  await checked(excel);
  const before = excel.snapshot();
  await button(excel, "修正を選ぶ…").click();
  const list = frame.getByRole("list", { name: "安全な修正" });
  const box = (name: string | RegExp) => frame.getByRole("checkbox", { name });
  /** What a tick box says, and whether it is set, unset or in between. */
  const said = async (name: string) => {
    const found = box(new RegExp(`^${name} \\d+件中\\d+件$`));
    return [await found.evaluate((input) => (input instanceof HTMLInputElement ? (input.labels?.[0]?.textContent ?? "") : "")), await found.evaluate((input) => input instanceof HTMLInputElement && (input.indeterminate ? "mixed" : input.checked))];
  };
  expect([await said("すべて選ぶ"), await said("評価の表記ゆれ"), await said("ページの表記ゆれ")]).toEqual([["すべて選ぶ 14件中14件", true], ["評価の表記ゆれ 5件中5件", true], ["ページの表記ゆれ 3件中3件", true]]);
  expect([await box(/^D4 /).count(), await box(/^I9 /).count(), await box(/^J10 /).count()]).toEqual([1, 1, 0]);
  await box(/^ページの表記ゆれ/).click();
  expect([await said("すべて選ぶ"), await said("ページの表記ゆれ"), await box(/^L5 /).isChecked()]).toEqual([["すべて選ぶ 14件中11件", "mixed"], ["ページの表記ゆれ 3件中0件", false], false]);
  await box(/^L5 /).click();
  expect(await said("ページの表記ゆれ")).toEqual(["ページの表記ゆれ 3件中1件", "mixed"]);
  const rest = list.getByRole("button", { name: "ほか2件" }).first();
  await rest.click();
  expect(await rest.getAttribute("aria-expanded")).toBe("true");
  await box(/^J10 /).click();
  expect(await said("評価の表記ゆれ")).toEqual(["評価の表記ゆれ 5件中4件", "mixed"]);
  await button(excel, "選んだ11件を修正").click();
  await told(excel, "11件を修正しました");
  expect([value(excel, "J10"), value(excel, "L4"), value(excel, "L5"), value(excel, "K11")]).toEqual(["予定通り実施", "P1", "p.2", "有効であり、継続して推進"]);
  await button(excel, "元に戻す").click();
  await told(excel, "11件を元に戻しました");
  expect({ ...excel.snapshot(), selection: "" }).toEqual({ ...before, selection: "" });
});

test("H7 a failure in the middle is said, and what is left is finished", async () => {
  const excel = await open(faultyBook());
  await checked(excel);
  excel.host.faults.failWrite(9, "GeneralException");
  await button(excel, "安全な修正 14件").click();
  await told(excel, /途切れた/);
  expect(excel.log.cells.length).toBeGreaterThan(3);
  await told(excel, "途中で止まった修正が14件あります");
  await button(excel, "続きを行う").click();
  await told(excel, "14件を修正しました");
  expect([await counts(excel), written(excel)]).toEqual([[0, 0, 0, 0, 0], new Set(Object.keys(faults))]);
});

test("H1 while a cell is edited the pane says so; a fix that is cancelled then never lands, another lands once the edit has ended", async () => {
  const excel = await open(faultyBook());
  await checked(excel);
  for (const way of ["cancelled", "landed"] as const) {
    excel.host.cellEditMode = true;
    await excel.frame.getByRole("list", { name: "指摘の一覧" }).getByRole("button").first().click();
    await button(excel, "修正").first().click();
    await told(excel, /セルの編集が終わるのを待っています/);
    if (way === "cancelled") await button(excel, "キャンセル").click();
    expect(excel.log.cells).toEqual([]);
    excel.host.cellEditMode = false;
    await told(excel, way === "cancelled" ? /何も変えていません/ : "1件を修正しました");
    expect(written(excel).size).toBe(way === "cancelled" ? 0 : 1);
  }
});

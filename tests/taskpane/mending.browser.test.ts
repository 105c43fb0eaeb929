import { describe, expect, it } from "vitest";
import { bookOf } from "../excel-host/blank-pane.ts";
import { parseArea } from "../excel-host/model/area.ts";
import type { Book } from "../excel-host/model/book.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { cleanRows } from "../core/sheet.ts";
import { checked, counts, taskPanes } from "./open-pane.ts";

const open = taskPanes();

/** Fourteen faults with one way to mend each: a code that became a date, a label on the wrong row, spellings, hidden characters. */
const faults: Readonly<Record<string, string | number | undefined>> = {
  D4: "順調 ", L4: "P1", G5: "１－１－２", H5: "　花壇の手入れ", L5: "2", F6: "ｐ．5", A7: undefined, D7: "順調\u200B",
  A8: "2 学びのまち", G8: 37_258, G9: "2-1-3 ", I9: "達成　", B10: "2－2", J10: "予定通り実施", K11: "有効であり、 継続して推進",
};
const dateFormat = "yyyy/m/d";

function faultyBook(put = faults): Book {
  const { book, sheet } = bookOf(cleanRows);
  for (const [address, value] of Object.entries(put)) {
    const area = parseArea(address);
    if (area) sheet.put(area.row, area.column, { value, ...(typeof value === "number" && { format: dateFormat }) });
  }
  book.takeChanges();
  return book;
}

const cells = (excel: Excel) => JSON.stringify(excel.snapshot().sheets);
const all = (excel: Excel) => JSON.stringify(excel.snapshot());
const button = (excel: Excel, name: RegExp | string) => excel.frame.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) });
const value = (excel: Excel, address: string) => {
  const { sheet, area } = excel.book.at(address);
  return sheet.cell(area.row, area.column).value;
};
/** The pane tells what became of a mend once the sheet was checked again. */
const told = (excel: Excel, text: RegExp) => excel.frame.getByText(text).first().waitFor();

async function mendAll(excel: Excel): Promise<void> {
  await button(excel, /安全な修正をすべて/).click();
  await button(excel, /選んだ/).click();
  await told(excel, /14件を修正しました/);
}

/** How many mends the document keeps. */
function mends({ book }: Excel): number {
  return book.settings.get("tenken.mends")?.match(/\\"id\\":/g)?.length ?? 0;
}

describe("mending", () => {
  it("fourteen faults are mended in one go, and each is taken back alone, in any order: the workbook is as it was", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    const before = all(excel);
    const sheets = cells(excel);
    expect(await counts(excel)).toEqual([1, 12, 1, 0, 0]);
    await button(excel, /安全な修正をすべて/).click();
    const list = excel.frame.getByRole("list", { name: "安全な修正" });
    expect(await list.innerText()).toContain("D4 「順調␣」 → 「順調」");
    expect([await list.getByRole("listitem").first().getAttribute("aria-setsize"), cells(excel) === sheets]).toEqual(["14", true]);
    await button(excel, "選んだ14件を修正").click();
    await told(excel, /14件を修正しました/);
    await told(excel, /指摘はありません/);
    expect(new Set(excel.log.cells.map(({ address }) => address))).toEqual(new Set(Object.keys(faults)));
    expect([value(excel, "G8"), value(excel, "A7"), value(excel, "A8"), excel.book.active.cell(7, 6).format]).toEqual(["2-1-2", "2 学びのまち", undefined, "@"]);
    await button(excel, /修正の履歴/).click();
    for (let left = 14; left > 0; left--) {
      // From the middle, now above, now below.
      const entries = excel.frame.getByRole("list", { name: "修正の履歴" }).getByRole("listitem");
      const drawn = await entries.count();
      await entries.nth((left * 5) % drawn).getByRole("button").click();
      await expect.poll(() => mends(excel)).toBe(left - 1);
    }
    await expect.poll(() => all(excel) === before).toBe(true);
    await excel.close();
  });

  it("H9: after the pane was closed and the file opened anew, all is taken back", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    const before = all(excel);
    await mendAll(excel);
    await excel.closePane();
    await excel.openPane();
    await button(excel, /修正の履歴（14件）/).click();
    await button(excel, "すべて元に戻す").click();
    await told(excel, /14件を元に戻しました/);
    expect(all(excel)).toBe(before);
    await excel.close();
  });

  it("one is mended alone by keyboard, and the focus is then on the next finding", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    excel.select("L5");
    await expect.poll(() => excel.frame.locator("[aria-current=true]").innerText()).toContain("L5");
    await excel.frame.locator("[aria-current=true]").focus();
    await excel.page.keyboard.press("Tab");
    expect(await excel.frame.locator(":focus").innerText()).toBe("修正");
    await excel.page.keyboard.press("Enter");
    await expect.poll(() => value(excel, "L5")).toBe("p.2");
    await expect.poll(() => excel.frame.locator(":focus").innerText()).toContain("F6");
    expect(excel.log.cells.map(({ address }) => address)).toEqual(["L5"]);
    await excel.close();
  });

  it("all safe ones of a rule are mended together", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    excel.select("L5");
    await button(excel, "この種類をすべて修正（3件）").click();
    await told(excel, /3件を修正しました/);
    expect(["L4", "L5", "F6"].map((address) => value(excel, address))).toEqual(["p.1", "p.2", "p.5"]);
    expect(new Set(excel.log.cells.map(({ address }) => address)).size).toBe(3);
    await button(excel, "元に戻す").click();
    await told(excel, /3件を元に戻しました/);
    expect(value(excel, "L5")).toBe("2");
    await excel.close();
  });

  it("what is not ticked stays as it is", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    await button(excel, /安全な修正をすべて/).click();
    await excel.frame.getByRole("checkbox", { name: /D4/ }).uncheck();
    await button(excel, "選んだ13件を修正").click();
    await told(excel, /13件を修正しました/);
    expect([value(excel, "D4"), value(excel, "L4")]).toEqual(["順調 ", "p.1"]);
    await excel.close();
  });

  it("a suggested one is mended alone and never with the others", async () => {
    const excel = await open({ book: faultyBook({ D6: "A", L4: "P1" }) });
    await checked(excel);
    await button(excel, /安全な修正をすべて適用（1件）/).waitFor();
    await button(excel, "この案で修正").click();
    await told(excel, /1件を修正しました/);
    expect([value(excel, "D6"), value(excel, "L4")]).toEqual(["順調", "P1"]);
    await excel.close();
  });

  it("a cell that was changed since is left alone, and that is said", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    await mendAll(excel);
    excel.type("D4", "順調でない");
    await button(excel, /修正の履歴/).click();
    await button(excel, "すべて元に戻す").click();
    await told(excel, /13件を元に戻しました。 1件は、あとで書き換えられていたため/);
    expect([value(excel, "D4"), value(excel, "L4")]).toEqual(["順調でない", "P1"]);
    await excel.close();
  });

  it("H3: a row inserted after the check: nothing is written, the pane names the cell and shows the sheet as it is now", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    await excel.frame.getByRole("switch", { name: /入力に合わせて/ }).uncheck();
    await expect.poll(() => excel.book.settings.size).toBe(1);
    excel.host.as("co-author", (book) => book.insertRows(book.active, 4, 1));
    const before = all(excel);
    excel.select("D1");
    await button(excel, /安全な修正をすべて/).click();
    await button(excel, /選んだ/).click();
    await told(excel, /の内容が、点検したときと変わっています。何も書き込んでいません/);
    expect(all(excel).replace(/"selection".*/, "")).toBe(before.replace(/"selection".*/, ""));
    expect(excel.log.cells).toEqual([]);
    await excel.close();
  });

  it("H7 H9: a failure in the middle: the next opening shows what is left, and finishes it", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    const before = all(excel);
    excel.host.faults.restart();
    excel.host.faults.failWrite(9, "GeneralException");
    await button(excel, /安全な修正をすべて/).click();
    await button(excel, /選んだ/).click();
    await told(excel, /途切れました/);
    const written = excel.log.cells.length;
    expect(written).toBeGreaterThan(3);
    excel.host.faults.restart();
    await excel.closePane();
    await excel.openPane();
    await told(excel, /途中で止まった修正が14件あります/);
    await button(excel, "続きを行う").click();
    await told(excel, /14件を修正しました/);
    await told(excel, /指摘はありません/);
    await button(excel, /修正の履歴/).click();
    await button(excel, "すべて元に戻す").click();
    await told(excel, /14件を元に戻しました/);
    expect(all(excel)).toBe(before);
    await excel.close();
  });

  it("H7: or it is taken back", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    const before = all(excel);
    excel.host.faults.restart();
    excel.host.faults.failWrite(9, "GeneralException");
    await button(excel, /安全な修正をすべて/).click();
    await button(excel, /選んだ/).click();
    await told(excel, /途中で止まった修正が14件あります/);
    excel.host.faults.restart();
    await button(excel, "元に戻す").last().click();
    await told(excel, /14件を元に戻しました/);
    expect(all(excel)).toBe(before);
    await excel.close();
  });

  it.each([
    ["W3: a protected sheet", (book: Book) => Object.assign(book.active, { protection: { password: "x" } }), /保護されているため書き込めません/],
    ["W15: a read-only workbook", (book: Book) => Object.assign(book, { readOnly: true }), /読み取り専用のため書き込めません/],
    ["a formula", (book: Book) => book.active.put(3, 3, { value: "順調 ", formula: '="順調 "' }), /D4は数式の結果です/],
  ])("%s: nothing is written, and the pane says why", async (_, change, sentence) => {
    const book = faultyBook();
    change(book);
    const excel = await open({ book });
    await checked(excel);
    const before = cells(excel);
    await button(excel, /安全な修正をすべて/).click();
    await button(excel, /選んだ/).click();
    await told(excel, sentence);
    expect([cells(excel) === before, excel.log.cells, excel.book.settings.size]).toEqual([true, [], 0]);
    await excel.close();
  });

  it("W5: filtered rows keep their cells; the mended ones are written alone", async () => {
    const book = faultyBook();
    const { active } = book;
    active.hiddenRows.add(4);
    active.hiddenRows.add(6);
    const excel = await open({ book });
    await checked(excel);
    await mendAll(excel);
    expect(new Set(excel.log.cells.map(({ address }) => address))).toEqual(new Set(Object.keys(faults)));
    await excel.close();
  });

  it("H1: while a cell is edited the pane says so; the mend lands once the edit has ended", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    excel.select("L5");
    await button(excel, "修正").first().waitFor();
    excel.host.cellEditMode = true;
    await button(excel, "修正").first().click();
    await told(excel, /セルの編集が終わるのを待っています/);
    expect(excel.log.cells).toEqual([]);
    excel.host.cellEditMode = false;
    await told(excel, /1件を修正しました/);
    expect(excel.log.cells).toHaveLength(1);
    await excel.close();
  });

  it("H1: a mend that is cancelled while a cell is edited never lands", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    excel.host.cellEditMode = true;
    await button(excel, "修正").first().click();
    await told(excel, /セルの編集が終わるのを待っています/);
    await button(excel, "中止").click();
    excel.host.cellEditMode = false;
    await told(excel, /何も変えていません/);
    expect(excel.log.cells).toEqual([]);
    await excel.close();
  });

  it("a document that takes no settings: nothing is written, since it could not be taken back", async () => {
    const excel = await open({ book: faultyBook() });
    await checked(excel);
    const before = all(excel);
    excel.host.faults.settingsFail = true;
    await button(excel, "修正").first().click();
    await told(excel, /途切れました|書き込めません/);
    expect([all(excel) === before, excel.log.cells]).toEqual([true, []]);
    await excel.close();
  });
});

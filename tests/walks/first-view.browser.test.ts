import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { button, linesSeen, list, more, wholeJob } from "./pane-part.ts";

const open = taskPane({ viewport: { width: 320, height: 480 } });

const verdict = (frame: Frame) => frame.getByText(/^(このままでは提出できません|提出できます)/).innerText();

test("within a narrow pane: may I hand this in, what is wrong, what do I press", async () => {
  const excel = await open();
  const { frame, page } = excel;
  await checked(excel);
  expect(await verdict(frame)).toBe("このままでは提出できません：誤り4件（うち1クリックで直るもの1件）");
  expect(await frame.locator("button").filter({ hasText: /^安全な修正 5件$/ }).count()).toBe(1);
  await expect.poll(async () => (await linesSeen(frame)).length).toBeGreaterThanOrEqual(3);
  await page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(async () => (await linesSeen(frame)).length).toBeGreaterThanOrEqual(8);
  for (const height of await linesSeen(frame)) expect([height >= 40, height <= 60]).toEqual([true, true]);
  // The counts are as high as a finger needs, and all letters can be read.
  const heights = await frame.getByRole("group", { name: "区分で絞り込む" }).getByRole("button").evaluateAll((buttons) => buttons.map((each) => each.getBoundingClientRect().height));
  expect(new Set(heights)).toEqual(new Set([32]));
  const small = await frame.locator("section").first().evaluate((pane) =>
    [...pane.querySelectorAll("*")].filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "") && parseFloat(getComputedStyle(element).fontSize) < 12).map(({ textContent }) => textContent),
  );
  expect(small).toEqual([]);
});

test("with a question too, of a form that was read from the sheet: it is one line until it is asked for", async () => {
  const rows = { C4: "AA", C6: "継続", C8: "E", A10: "施策2-9", A12: "施策3-9" };
  const excel = await open(await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", gradedRows, rows))));
  const { frame, page } = excel;
  await page.setViewportSize({ width: 320, height: 480 });
  await checked(excel);
  const fold = button(frame, /^質問が\d+件あります。$/);
  expect([await fold.getAttribute("aria-expanded"), await frame.locator("[data-question]").count()]).toEqual(["false", 0]);
  await expect.poll(async () => (await linesSeen(frame)).length).toBeGreaterThanOrEqual(3);
  await fold.click();
  expect([await fold.getAttribute("aria-expanded"), await frame.locator("[data-question]").count() > 0]).toEqual(["true", true]);
});

test("what is cut in the head is told in full once it has the focus", async () => {
  const excel = await open();
  await checked(excel);
  const about = excel.frame.getByRole("group", { name: "点検したもの" });
  const isCut = () => about.evaluate((element) => [...element.querySelectorAll("p, h2")].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1));
  const told = () => about.evaluate((element) => getComputedStyle(element, "::after").content);
  const tab = excel.frame.getByRole("tab", { name: "集計" });
  const place = await tab.boundingBox();
  expect([await isCut(), await told()]).toEqual([true, "none"]);
  await about.focus();
  expect(await told()).toMatch(/総括表[^]*経営課題 4・戦略 8・具体的取組 16[^]*範囲 A3:L21/);
  // Nothing moves, so that a press on what stands below becomes a click.
  expect(await tab.boundingBox()).toEqual(place);
  await tab.click();
  expect([await tab.getAttribute("aria-selected"), await told()]).toEqual(["true", "none"]);
  await about.click();
  expect(await told()).toMatch(/範囲 A3:L21/);
  // The focus that comes by itself, where what had it is gone, covers nothing.
  await tab.hover();
  expect(await told()).toBe("none");
});

test("the whole job in seven clicks: fixes, marks, summary, reply", async () => {
  const excel = await open();
  await checked(excel);
  expect(await wholeJob(excel.frame)).toBe(7);
  const rules = excel.book.sheets[0]?.rules ?? [];
  expect(rules.some(({ formula = "", numberFormat = "" }) => formula.includes("tenken:required") && numberFormat.includes("⚑"))).toBe(true);
});

test("a date is told as the sheet shows it, before its mend and in the history after it", async () => {
  const excel = await open();
  const { frame } = excel;
  await checked(excel);
  const line = list(frame).getByRole("button", { name: /日付/ });
  expect(await line.innerText()).toContain("「2002/1/2」 → 「2-1-2」");
  await line.click();
  expect(await list(frame).innerText()).not.toContain("37258");
  await button(frame, "安全な修正 5件").click();
  await frame.getByText("5件を修正しました。").first().waitFor();
  await more(frame);
  await button(frame, /^修正の履歴/).click();
  await expect.poll(() => frame.getByRole("group", { name: "修正の履歴" }).innerText()).toContain("「2002/1/2」 → 「2-1-2」");
});

test("the one button says what to do now, until the sheet may be handed in; a click on a count of rows to review leads to them", async () => {
  const excel = await open();
  const { frame } = excel;
  await checked(excel);
  const primary = () => frame.locator("section button").filter({ hasText: /点検する|安全な修正|次の指摘へ|総括シートを作る/ }).first().innerText();
  expect(await primary()).toBe("安全な修正 5件");
  await button(frame, "安全な修正 5件").click();
  await expect.poll(primary).toBe("次の指摘へ");
  await button(frame, "次の指摘へ").click();
  await expect.poll(() => frame.locator("[aria-current=true]").innerText()).toContain("J15");
  for (const [cell, value] of [["J15", "予定どおり実施"], ["K18", "有効であり、継続して推進"], ["I21", "達成"]] as const) excel.type(cell, value);
  await expect.poll(() => verdict(frame)).toBe("提出できます（注意1件を確かめてください）");
  for (const [cell, value] of [["L16", "p.17"], ["C20", "【避難】\n・備える"]] as const) excel.type(cell, value);
  await expect.poll(primary).toBe("総括シートを作る");
  expect(await verdict(frame)).toBe("提出できます");
  await frame.getByRole("group", { name: "区分で絞り込む" }).getByRole("button", { name: "要見直し" }).click();
  await expect.poll(() => frame.getByRole("list", { name: "見直しの一覧" }).getByRole("button").allInnerTexts()).toEqual([expect.stringContaining("3-2")]);
});

test("a status that is empty or no word of the form is filled in by one of the form's terms, and the way back is offered", async () => {
  const excel = await open();
  const { frame } = excel;
  await checked(excel);
  for (const [cell, terms, chosen] of [
    ["K18", ["有効であり、継続して推進", "有効でないため、取組を見直す"], "有効であり、継続して推進"],
    ["J15", ["予定どおり実施", "予定どおり実施しなかった"], "予定どおり実施しなかった"],
  ] as const) {
    await list(frame).getByRole("button", { name: new RegExp(`誤り ${cell}`) }).click();
    const chips = frame.getByRole("group", { name: "様式の語から記入" }).getByRole("button");
    expect(await chips.allInnerTexts()).toEqual(terms);
    await chips.filter({ hasText: new RegExp(`^${chosen}$`) }).click();
    await frame.getByText("1件を修正しました。").first().waitFor();
    const { sheet, area } = excel.book.at(cell);
    await expect.poll(() => sheet.cell(area.row, area.column).value).toBe(chosen);
  }
  await button(frame, "元に戻す").click();
  await frame.getByText("1件を元に戻しました。").first().waitFor();
  await list(frame).getByRole("button", { name: /誤り J15/ }).waitFor();
});

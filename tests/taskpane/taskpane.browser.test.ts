import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { addressOf } from "../excel-host/model/area.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { hasSeed, mergedSeed } from "../samples/seed.ts";
import { checked, counts, sampleBook, taskPanes } from "./open-pane.ts";

const open = taskPanes();
const currentEntry = (excel: Excel) => excel.frame.locator("[aria-current=true]").innerText();
const rulesOf = (excel: Excel) => excel.book.sheets[0]?.rules ?? [];
const plain = (excel: Excel) => JSON.stringify(excel.snapshot());

test("the sheet in front is checked when the pane opens: at most 3 round trips a check, no cell written, no trace", async () => {
  const excel = await open();
  await checked(excel);
  expect(await counts(excel)).toEqual([4, 4, 2, 1, 2]);
  const before = plain(excel);
  const trips = excel.log.roundTrips.length;
  excel.clickRibbon("check");
  await expect.poll(() => excel.completed.length).toBe(1);
  await excel.page.waitForTimeout(500);
  expect(excel.log.roundTrips.length - trips).toBeLessThanOrEqual(3);
  expect([excel.log.cells, excel.log.rules, excel.log.outsideRequests, excel.log.pageErrors]).toEqual([[], [], [], []]);
  expect(plain(excel)).toBe(before);
  await excel.close();
});

test.skipIf(!hasSeed)("the real evaluation as a workbook: 3 round trips, no cell written; marks on its four rows alone, and off again", async () => {
  const excel = await open({ book: await bookFromFile(await openFile("asahi.xlsx", mergedSeed())) });
  await checked(excel);
  expect(await counts(excel)).toEqual([0, 0, expect.any(Number), 1, 3]);
  const before = plain(excel);
  const trips = excel.log.roundTrips.length;
  excel.clickRibbon("check");
  await expect.poll(() => excel.completed.length).toBe(1);
  await excel.page.waitForTimeout(500);
  expect([excel.log.roundTrips.length - trips <= 3, excel.log.cells, plain(excel) === before]).toEqual([true, [], true]);
  excel.clickRibbon("toggleMarks");
  await expect.poll(() => rulesOf(excel).length).toBe(2);
  // 3-2, its first row 16; then 3-1 with 3-1-2, and 4-1-1.
  expect(rulesOf(excel).map(({ areas }) => areas.map(addressOf).join(" "))).toEqual(["B16:F16", "B14:F15 G15:L15 G17:L17"]);
  excel.clickRibbon("toggleMarks");
  await expect.poll(() => plain(excel)).toBe(before);
  await excel.close();
});

test("findings and cells are linked both ways", async () => {
  const excel = await open();
  await checked(excel);
  excel.select("H8");
  await expect.poll(() => currentEntry(excel)).toContain("H8");
  await excel.frame.getByRole("button", { name: /次の指摘/ }).click();
  await expect.poll(() => JSON.stringify(excel.snapshot().selection)).toContain("G10");
  await excel.close();
});

test("H12: edits are followed by themselves, and can be left alone", async () => {
  const excel = await open();
  await checked(excel);
  await excel.page.waitForTimeout(500);
  excel.type("D6", "順調");
  await expect.poll(() => counts(excel)).toEqual([4, 3, 2, 1, 2]);
  await excel.frame.getByRole("switch", { name: /入力に合わせて/ }).uncheck();
  excel.type("D6", "じゅんちょう");
  await excel.page.waitForTimeout(1000);
  expect(await counts(excel)).toEqual([4, 3, 2, 1, 2]);
  await excel.frame.getByRole("button", { name: "点検する" }).click();
  await expect.poll(() => counts(excel)).toEqual([5, 3, 2, 1, 2]);
  await excel.close();
});

test("W6 W7: marks on and off from the ribbon leave the workbook as it was", async () => {
  const excel = await open();
  await checked(excel);
  const before = plain(excel);
  excel.clickRibbon("toggleMarks");
  await expect.poll(() => rulesOf(excel).length).toBe(2);
  expect(JSON.stringify(rulesOf(excel))).toMatch(/tenken:required.*tenken:attention|tenken:attention.*tenken:required/);
  expect(excel.log.cells).toEqual([]);
  excel.clickRibbon("toggleMarks");
  await expect.poll(() => rulesOf(excel).length).toBe(0);
  await expect.poll(() => plain(excel)).toBe(before);
  await excel.close();
});

test("H9: marks are known again after the pane was closed", async () => {
  const excel = await open();
  await checked(excel);
  const marks = () => excel.frame.getByRole("switch", { name: /要見直し/ });
  await marks().check();
  await expect.poll(() => rulesOf(excel).length).toBe(2);
  await excel.page.waitForTimeout(500);
  await excel.closePane();
  await excel.openPane();
  await checked(excel);
  expect(await marks().isChecked()).toBe(true);
  await marks().uncheck();
  await expect.poll(() => rulesOf(excel).length).toBe(0);
  await excel.close();
});

test("W3: a protected sheet gets no marks, and the pane says why", async () => {
  const book = await sampleBook();
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("the sample has no sheet");
  sheet.protection = { password: "x" };
  const excel = await open({ book });
  await checked(excel);
  excel.clickRibbon("toggleMarks");
  await excel.frame.getByText(/保護/).first().waitFor();
  expect([rulesOf(excel).length, excel.log.cells.length]).toEqual([0, 0]);
  expect(await excel.frame.getByRole("switch", { name: /要見直し/ }).isChecked()).toBe(false);
  excel.log.takeViolations();
  await excel.close();
});

test("W1: where the sheet in front holds no evaluation, another one is offered", async () => {
  const book = await sampleBook();
  book.activate(book.addSheet("メモ"));
  const excel = await open({ book });
  await checked(excel);
  expect(await excel.frame.getByRole("heading", { level: 2 }).innerText()).toBe("総括表");
  await excel.close();
});

test("E1: where Office.js does not load, the pane says so within five seconds and offers the workbench", async () => {
  const excel = await open({ officeReachable: false });
  const alert = excel.frame.getByRole("alert");
  await alert.waitFor({ timeout: 6000 });
  expect(await excel.frame.getByRole("link").first().getAttribute("href")).toContain("workbench.html");
  excel.log.takeViolations();
  await excel.close();
});

test("H14: English where Excel is English, the same findings", async () => {
  const excel = await open({ locale: "en-US" });
  await checked(excel);
  expect(await excel.frame.getByRole("button", { name: "Check", exact: true }).count()).toBe(1);
  expect(await counts(excel)).toEqual([4, 4, 2, 1, 2]);
  await excel.close();
});

import { unzipSync } from "fflate";
import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { openFile } from "../../src/hosts/file/open.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { axeFindings } from "../workbench/axe.ts";
import { openWorkbenchPage } from "../workbench/browser.ts";
import { downloaded, openBytes } from "../workbench/workbench-page.ts";
import { foundIn, manyWorkbooks, oneWorkbook, sections, sentAgain } from "./mails.ts";
import { fixAll } from "./pane-part.ts";

const openPane = taskPane({ viewport: { width: 320, height: 640 } });
const clean = "図書館";

/** The list, and its presses, which are counted. */
function listIn(frame: Frame) {
  let presses = 0;
  const region = frame.getByRole("region", { name: "受け取った評価シート" });
  const press = async (name: RegExp | string) => {
    presses++;
    await frame.getByRole("button", { name, exact: typeof name === "string" }).click();
  };
  const lines = async () => (await region.getByRole("row").allInnerTexts()).slice(1).map((line) => line.replaceAll(/\s+/g, " ").trim());
  const isChecked = () => expect.poll(async () => (await region.getByRole("combobox").count()) === sections.length && !(await region.innerText()).includes("点検しています")).toBe(true);
  return { region, press, lines, isChecked, presses: () => presses };
}

/** Keeps what is written to the clipboard, which a page from disk may not read, and opens no window for printing. */
async function clipboardOf(frame: Frame): Promise<() => Promise<string>> {
  await frame.evaluate(() => {
    window.print = () => undefined;
    const kept = { text: "" };
    Object.defineProperty(window, "kept", { value: kept });
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text: string) => Promise.resolve(void (kept.text = text)) } });
  });
  return () => frame.evaluate(() => ("kept" in window ? JSON.stringify(window.kept) : "")).then((kept) => z.object({ text: z.string() }).parse(JSON.parse(kept)).text);
}

/** The safe fixes of all sheets. */
async function safeIn(books: readonly Uint8Array[]): Promise<number> {
  const found = await Promise.all(books.map(foundIn));
  return found.flatMap((each) => [...each.values()]).reduce((sum, { safe }) => sum + safe, 0);
}

test("nine files are listed by office at once; fixed, saved as one zip and summed up by four presses; what comes again tells what was corrected", { timeout: 120_000 }, async () => {
  const files = manyWorkbooks();
  const { page, complaints } = await openWorkbenchPage({ acceptDownloads: true, bypassCSP: true });
  await openBytes(page, [...files, { name: "壊れた.xlsx", bytes: new Uint8Array([1, 2, 3]) }, { name: "空.csv", bytes: new Uint8Array() }]);
  const list = listIn(page.mainFrame());
  await list.isChecked();
  const lines = await list.lines();
  expect([lines.slice(0, 2).map((line) => line.split(" ")[0]).sort(), lines.at(-1)?.startsWith(clean)]).toEqual([["壊れた", "空"], true]);
  expect(lines.slice(2, -1).map((line) => line.split(" ").slice(0, 3).join(" ")).sort()).toEqual(sections.filter((name) => name !== clean).map((name) => `${name} ${name}.xlsx 提出できません`).sort());
  expect(await axeFindings(page, "all")).toEqual([]);
  const tabs = await page.getByRole("tablist", { name: "開いているファイル" }).getByRole("tab").allInnerTexts();
  expect([tabs[0], tabs.slice(1, 9).every((text) => /誤り\s*\d/.test(text)), tabs.some((text) => text.includes("見本"))]).toEqual(["一覧（11）", true, false]);

  const stateOf = (office: string) => list.region.getByRole("combobox", { name: `${office}の状態` });
  for (const office of ["市民課", "健康課"]) await stateOf(office).selectOption("差戻し");
  const safe = await safeIn(files.map(({ bytes }) => bytes));
  await list.press(`安全な修正 ${safe}件…`);
  await list.press(`8所属の${safe}件を修正`);
  await page.getByText(/^8所属で\d+件を修正しました。$/).waitFor();
  expect(await list.region.getByRole("button", { name: /の修正を元に戻す$/ }).count()).toBe(8);
  expect(await axeFindings(page, "all but colours")).toEqual([]);
  const { name, bytes } = await downloaded(page, () => list.press("修正したファイルを保存"));
  const saved = unzipSync(bytes);
  expect([name, Object.keys(saved)]).toEqual(["修正した評価シート.zip", files.filter((file) => !file.name.startsWith(clean)).map((file) => file.name)]);
  const again = await downloaded(page, () => list.region.getByRole("button", { name: "健康課の差戻し文をもう一度保存" }).click());
  expect([[...new Set(Object.keys(unzipSync(again.bytes)).map((path) => path.includes("健康課")))], await stateOf("健康課").inputValue()]).toEqual([[true], "returned"]);
  await list.press("総括シートを作る");
  await page.getByText(/^新しいブック「総括.xlsx」に「総括」.*を作りました。/).waitFor();
  expect([(await list.lines()).length, await page.getByRole("tab", { name: /^一覧/ }).innerText()]).toEqual([11, "一覧（11）"]);
  expect([list.presses(), complaints]).toEqual([4, []]);

  await stateOf("企画課").selectOption("差戻し");
  await page.reload();
  await page.getByRole("list").getByRole("button").first().waitFor();
  await openBytes(page, [{ name: "企画課（控え）.xlsx", bytes: saved["企画課.xlsx"] ?? new Uint8Array() }, { name: "市民課_再.xlsx", bytes: sentAgain("市民課") }]);
  const chosen = (office: string) => stateOf(office).locator("option:checked").innerText();
  await expect.poll(async () => [await chosen("企画課"), await chosen("市民課")]).toEqual(["差戻し", "再提出"]);
  expect(await list.region.getByRole("row").filter({ hasText: "市民課" }).innerText()).toMatch(/直った[1-9]\d*・残り\d+・新しい0/);
});

test("the list is printed and copied as it stands, and a letter copied beside its sheet sends the office back", { timeout: 120_000 }, async () => {
  const { page, complaints } = await openWorkbenchPage({ bypassCSP: true });
  const copied = await clipboardOf(page.mainFrame());
  await openBytes(page, manyWorkbooks());
  const list = listIn(page.mainFrame());
  await list.isChecked();
  const named = (await list.lines()).map((line) => line.split(" ")[0]);
  await list.press("一覧を印刷");
  const printed = page.locator(".printed");
  await printed.waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  const rows = await printed.locator("tbody tr").allInnerTexts();
  expect([await page.locator(".workbench").isVisible(), await printed.locator("h1").innerText(), rows.map((row) => row.split("\t")[0])]).toEqual([false, "受け取った評価シート", named]);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await list.press("一覧をコピー");
  await page.getByText("一覧をコピーしました。表として貼り付けられます。").waitFor();
  const table = (await copied()).trimEnd().split(/\r?\n/).map((line) => line.split("\t"));
  expect(table.slice(-sections.length).map(([name]) => name)).toEqual(named);
  expect(table.at(-sections.length - 1)?.slice(0, 3)).toEqual(["所属", "ファイル", "判定"]);

  await list.region.getByRole("button", { name: "健康課", exact: true }).click();
  await page.getByRole("button", { name: "検索・並べ方・その他" }).click();
  await page.getByRole("button", { name: "差戻し文を作る" }).click();
  await page.getByRole("group", { name: "差戻し文" }).getByRole("button", { name: "コピー", exact: true }).first().click();
  expect(await copied()).toContain("健康課");
  await page.getByRole("tab", { name: /^一覧/ }).click();
  const stateOf = (office: string) => list.region.getByRole("combobox", { name: `${office}の状態` }).inputValue();
  await expect.poll(() => stateOf("健康課")).toBe("returned");
  expect([await stateOf("土木課"), complaints]).toEqual(["open", []]);
});

test("nine sheets in one workbook in Excel: listed, fixed and summed up by five presses, each sheet undone alone", { timeout: 120_000 }, async () => {
  const bytes = oneWorkbook();
  const excel = await openPane(await bookFromFile(await openFile("九課.xlsx", bytes)));
  await checked(excel);
  const list = listIn(excel.frame);
  await list.press("すべて点検");
  await list.press("一覧");
  await list.isChecked();
  expect(excel.log.cells).toEqual([]);
  // A sheet that its office gave the name says it once.
  expect((await list.region.getByRole("rowheader").allInnerTexts()).map((name) => name.trim()).sort()).toEqual([...sections].sort());
  expect(await axeFindings(excel.frame, "all")).toEqual([]);
  const safe = await safeIn([bytes]);
  await list.press(`安全な修正 ${safe}件…`);
  await list.press(`8所属の${safe}件を修正`);
  await excel.frame.getByText(/^8所属で\d+件を修正しました。$/).waitFor();
  expect([...new Set(excel.log.cells.map(({ sheet }) => sheet))].sort()).toEqual(sections.filter((name) => name !== clean).sort());
  await list.press("総括シートを作る");
  await excel.frame.getByText(/を作りました/).first().waitFor();
  expect(list.presses()).toBe(5);
  const copied = await clipboardOf(excel.frame);
  await list.press(/^差戻し文をコピー（\d+所属）$/);
  await excel.frame.getByText(/所属の差戻し文をコピーしました/).waitFor();
  const letters = (await copied()).split(/^-{40}$/m);
  const returned = await list.region.getByRole("combobox").evaluateAll((choices) => choices.filter((choice) => choice instanceof HTMLSelectElement && choice.value === "returned").length);
  expect([letters.length, letters.every((letter) => letter.includes("評価シートの確認について（依頼）"))]).toEqual([returned, true]);
  await excel.frame.getByRole("button", { name: "土木課の修正を元に戻す" }).click();
  await excel.frame.getByText(/^土木課：\d+件を元に戻しました/).waitFor();
  expect(await excel.frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("by keyboard: the list and the files are tabs that the arrow keys go through; a file that is opened has the focus on its tab; with the list in front no key changes a file that is not in sight", { timeout: 120_000 }, async () => {
  const { page, complaints } = await openWorkbenchPage({ acceptDownloads: true });
  const tablist = page.getByRole("tablist", { name: "開いているファイル" });
  await openBytes(page, manyWorkbooks());
  const list = listIn(page.mainFrame());
  await list.isChecked();
  await list.region.getByRole("button", { name: "企画課", exact: true }).press("Enter");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await expect.poll(focused).toMatch(/^企画課.xlsx/);
  await fixAll(page.mainFrame(), 7);
  await expect.poll(() => tablist.getByRole("tab", { selected: true }).innerText()).toMatch(/未保存/);
  await tablist.getByRole("tab", { selected: true }).focus();
  for (const [key, shown] of [["Home", /^一覧/], ["ArrowRight", /^総務課.xlsx/], ["ArrowLeft", /^一覧/]] as const) {
    await page.keyboard.press(key);
    await expect.poll(focused).toMatch(shown);
  }
  for (const key of ["F8", "Control+z", "Control+f"]) await page.keyboard.press(key);
  const { name, bytes } = await downloaded(page, () => page.keyboard.press("Control+s"));
  expect([name, Object.keys(unzipSync(bytes)), await page.locator(".find-bar").count(), complaints]).toEqual(["修正した評価シート.zip", ["企画課.xlsx"], 0, []]);
  await page.getByText(/^1個のファイルを、1つのzipに保存しました/).waitFor();
});

import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { serve } from "../../src/tools/serve.mjs";
import { counts, finding, openTexts, selectedCell } from "./workbench-page.ts";
import { dist, openWorkbenchPage, pageOnDisk } from "./browser.ts";

let served = "";

beforeAll(async () => {
  served = `${await serve(dist, 4300, "workbench.html")}workbench.html`;
});

test.each(["disk", "http"])("the sample is open and checked at once, from %s", async (from) => {
  const { page, complaints } = await openWorkbenchPage({}, from === "disk" ? pageOnDisk : served);
  expect(await counts(page)).toEqual({ 誤り: 4, 注意: 4, 確認: 2, 要見直し: 1, 要注意: 2 });
  await expect.poll(() => page.getByRole("grid", { name: "シート 総括表" }).getByText("1-1-1", { exact: true }).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("nothing leaves the page: its policy forbids it, and it asks for nothing", async () => {
  const { page, requests } = await openWorkbenchPage({}, served);
  const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  await page.getByRole("button", { name: "点検する" }).click();
  await page.getByRole("button", { name: "English" }).click();
  expect(requests.filter((address) => address !== served && !address.startsWith("blob:") && !address.startsWith("data:"))).toEqual([]);
  const refused = await page.evaluate(() => globalThis.fetch("data:text/plain,x").then(() => "sent", () => "refused"));
  expect(refused).toBe("refused");
});

test("a click on a finding, and Enter, select its cell", async () => {
  const { page } = await openWorkbenchPage();
  await finding(page, "G12").click();
  expect(await selectedCell(page)).toBe("G12");
  expect(await page.getByRole("gridcell", { selected: true }).textContent()).toContain("2002/1/2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await selectedCell(page)).toBe("J15");
});

test("selecting a cell shows its findings", async () => {
  const { page } = await openWorkbenchPage();
  await page.getByRole("gridcell").filter({ hasText: "1-1-1" }).click();
  expect(await page.locator("[aria-current=true]").count()).toBe(0);
  await page.locator("[data-row='5'] [data-column='3']").click();
  expect(await currentFinding(page)).toContain("D6");
  expect(await page.getByRole("status").last().textContent()).toContain("順調□");
});

test("F8 and Shift+F8 go through the findings in the order of the list, from the grid and from the pane", async () => {
  const { page } = await openWorkbenchPage();
  await page.locator("[data-row='5'] [data-column='0']").click();
  const seen: string[] = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press("F8");
    seen.push(await selectedCell(page));
  }
  expect(seen).toEqual(["G12", "J15", "K18"]);
  await page.keyboard.press("Shift+F8");
  expect(await selectedCell(page)).toBe("J15");
  await page.getByRole("button", { name: "検索・並べ方・その他" }).focus();
  await page.keyboard.press("F8");
  expect(await selectedCell(page)).toBe("K18");
  await page.keyboard.press("Shift+F8");
  await page.keyboard.press("Shift+F8");
  await page.keyboard.press("Shift+F8");
  expect(await selectedCell(page)).toBe("C20");
});

test("the counts filter", async () => {
  const { page } = await openWorkbenchPage();
  const filter = page.getByRole("group", { name: "区分で絞り込む" });
  await filter.getByRole("button", { name: "誤り" }).click();
  expect(await page.getByRole("status").last().textContent()).toBe("4件を表示しています。");
  await expect.poll(() => page.getByRole("list", { name: "指摘の一覧" }).getByText("注意").count()).toBe(0);
  await filter.getByRole("button", { name: "誤り" }).click();
  await filter.getByRole("button", { name: "要見直し" }).click();
  await expect.poll(() => page.getByRole("list", { name: "見直しの一覧" }).getByRole("button").allTextContents()).toEqual([expect.stringContaining("3-2")]);
});

test("rows that need review are marked by word and sign, and the marks can be taken away", async () => {
  const { page } = await openWorkbenchPage();
  await page.getByRole("group", { name: "区分で絞り込む" }).getByRole("button", { name: "要見直し" }).click();
  await page.getByRole("list").getByRole("button").click();
  const cell = page.getByRole("gridcell", { selected: true });
  expect(await cell.textContent()).toBe("3-2要見直し");
  expect(await cell.getByText("要見直し").locator("svg").count()).toBe(1);
  await page.getByRole("button", { name: "検索・並べ方・その他" }).click();
  await page.getByRole("switch").click();
  await expect.poll(() => cell.textContent()).toBe("3-2");
});

test("the page follows the system's light and dark theme while it is open", async () => {
  const { page } = await openWorkbenchPage();
  const grounds = () => page.evaluate(() => [".pane-area section", ".grid", "body"].map((part) => getComputedStyle(document.querySelector(part) ?? document.body).backgroundColor));
  const light = await grounds();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(async () => (await grounds()).filter((ground, index) => ground !== light[index]).length).toBe(3);
  await page.emulateMedia({ colorScheme: null });
  await expect.poll(grounds).toEqual(light);
});

test("several files open at once, each in a tab; one that cannot be read says why", async () => {
  const { page } = await openWorkbenchPage();
  await openTexts(page, [
    { name: "評価.csv", text: "戦略番号,取組番号\n1-1,1-1-1\n" },
    { name: "報告.pdf", text: "%PDF-1.7" },
  ]);
  const tabs = page.getByRole("tablist", { name: "開いているファイル" }).getByRole("tab");
  await expect.poll(() => tabs.allTextContents()).toEqual(["一覧（2）", "評価.csv", "報告.pdf"]);
  await tabs.last().click();
  await expect.poll(() => page.locator(".blank").textContent()).toMatch(/報告\.pdf を開けませんでした.*PDFで.*もとのブックを受け取ってください。/);
  await page.getByRole("button", { name: "報告.pdf を閉じる" }).click();
  await expect.poll(() => tabs.count()).toBe(1);
});

test("many files leave the page as wide as the window", async () => {
  const { page } = await openWorkbenchPage();
  await openTexts(page, Array.from({ length: 12 }, (_, index) => ({ name: `とても長い名前のファイル${index}.csv`, text: "a,b\n" })));
  await page.getByRole("tab", { name: "とても長い名前のファイル11.csv" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
});

test("dropped files open too", async () => {
  const { page } = await openWorkbenchPage();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["a,b\n1,2\n"], "drop.csv"));
    for (const type of ["dragover", "drop"]) document.querySelector(".workbench")?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true }));
  });
  await page.getByRole("tab", { name: "drop.csv" }).waitFor();
  await page.getByRole("heading", { name: "このシートは点検できません" }).waitFor();
});

async function currentFinding(page: Page): Promise<string> {
  return (await page.locator("[aria-current=true]").textContent()) ?? "";
}

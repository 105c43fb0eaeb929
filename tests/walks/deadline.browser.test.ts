import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { downloaded, openBytes } from "../workbench/workbench-page.ts";
import { workspaces } from "./workbenches.ts";
import { foundIn, manyWorkbooks, oneWorkbook, sections } from "./mails.ts";
import { button, leave, letter, fixAll, view } from "./pane-part.ts";

const openPane = taskPane();
const openWorkspace = workspaces();
const clean = "図書館";
const reason = "前年度の資料に合わせるため";

/** The text of the pane's list of sheets. */
const sheetList = (excel: Excel) => excel.frame.getByRole("combobox", { name: "点検するシート" }).locator("option").allInnerTexts();

test("nine sheets in one workbook: all checked, fixed, one finding left, a letter, the summary sheets", { timeout: 180_000 }, async () => {
  const bytes = oneWorkbook();
  const found = await foundIn(bytes);
  const excel = await openPane(await bookFromFile(await openFile("九課.xlsx", bytes)));
  const { frame } = excel;
  await checked(excel);
  await button(frame, "すべて点検").click();
  await expect.poll(() => sheetList(excel)).toEqual(sections.map((name) => `${name}：指摘 ${found.get(name)?.findings}件`));
  expect(excel.log.cells).toEqual([]);

  const left = new Map<string, number>();
  for (const [name, { findings, safe }] of found) {
    await frame.getByRole("combobox", { name: "点検するシート" }).selectOption({ label: `${name}：指摘 ${findings}件` });
    await frame.getByRole("heading", { level: 2, name, exact: true }).waitFor();
    if (name === clean) {
      await frame.getByRole("heading", { name: "指摘はありません" }).waitFor();
    } else {
      await fixAll(frame, safe);
      await frame.getByText(new RegExp(`^${findings}件中 \\d+件解消$`)).waitFor();
    }
    left.set(name, findings - safe);
  }
  // Findings that only a fix revealed are in the list of sheets too.
  const said = (name: string) => sheetList(excel).then((lines) => Number(/(\d+)件/.exec(lines.find((line) => line.startsWith(name)) ?? "")?.[1]));
  expect([...new Set(excel.log.cells.map(({ sheet }) => sheet))]).toEqual(sections.filter((name) => name !== clean));
  for (const [name, findings] of left) expect(await said(name)).toBeLessThanOrEqual(findings);

  await frame.getByRole("combobox", { name: "点検するシート" }).selectOption({ index: sections.indexOf("防災課") });
  await frame.getByRole("heading", { level: 2, name: "防災課" }).waitFor();
  const before = await said("防災課");
  await leave(frame, "L16", reason, "企画課 山田");
  await expect.poll(() => said("防災課")).toBe(before - 1);
  const { text } = await letter(frame);
  expect(text).toMatch(/シート「防災課」[^]*I21/);
  expect(text).not.toContain("L16");

  await view(frame, "集計");
  await button(frame, "総括シートを作る").click();
  await frame.getByText(/を作りました/).first().waitFor();
  expect(excel.book.sheets.map(({ name }) => name)).toEqual([...sections, "総括", "課題別", "要見直し一覧", "指摘一覧"]);
  // What was left as it is stands at the end of the list.
  const rows = excel.snapshot().sheets.at(-1)?.cells ?? {};
  const wrong = Object.keys(rows).filter((at) => rows[at]?.value === "L16").map((at) => rows[at.replace("C", "A")]?.value);
  expect(wrong).toEqual([...sections.filter((name) => name !== "防災課" && name !== clean), "防災課"]);
  expect([excel.log.pageErrors, excel.log.outsideRequests]).toEqual([[], []]);
});

test("nine files at once: all checked, fixed, one finding left, the summary; saved and opened again, all is as it was left", { timeout: 180_000 }, async () => {
  const files = manyWorkbooks();
  const { page, complaints } = await openWorkspace({ acceptDownloads: true });
  const frame = page.mainFrame();
  const tab = (name: string) => page.getByRole("tablist", { name: "開いているファイル" }).getByRole("tab", { name });
  const countsOf = () => frame.getByRole("group", { name: "区分で絞り込む" }).innerText();
  const foundNow = async () => [...(await countsOf()).matchAll(/\d+/g)].slice(0, 3).reduce((sum, [number]) => sum + Number(number), 0);
  await openBytes(page, files);
  await expect.poll(() => page.getByRole("tablist", { name: "開いているファイル" }).getByRole("tab").count()).toBe(files.length + 1);

  const saved: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const leftOf = new Map<string, string>();
  for (const { name, bytes } of files) {
    const { findings = 0, safe = 0 } = (await foundIn(bytes)).get("総括表") ?? {};
    await tab(name).click();
    await expect.poll(() => frame.getByRole("heading", { level: 2 }).locator("xpath=following::p[1]").innerText()).toBe(name);
    await expect.poll(foundNow).toBe(findings);
    if (safe > 0) await fixAll(frame, safe);
    await expect.poll(foundNow).toBeLessThanOrEqual(findings - safe);
    if (name === "防災課.xlsx") {
      await leave(frame, "L16", reason, "企画課 山田");
      const { text, said } = await letter(frame);
      expect([text, said]).toEqual([expect.stringMatching(/防災課\.xlsx[^]*I21/), expect.stringMatching(/コピーしました。|コピーできませんでした。/)]);
    }
    leftOf.set(name, await countsOf());
    if (safe > 0) saved.push(await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click()));
  }
  await view(frame, "集計");
  await button(frame, "総括シートを作る").click();
  await page.getByRole("tab", { name: /総括.*未保存/ }).waitFor();
  await page.getByRole("tab", { name: /総括.*未保存/ }).click();
  saved.push(await downloaded(page, () => page.getByRole("button", { name: "保存", exact: true }).click()));
  expect([saved.map(({ name }) => name), complaints]).toEqual([[...files.map(({ name }) => name).filter((name) => !name.startsWith(clean)), "総括.xlsx"], []]);
  await page.context().close();

  const { page: again } = await openWorkspace();
  await openBytes(again, saved);
  for (const { name } of saved.slice(0, -1)) {
    await again.getByRole("tab", { name }).click();
    await expect.poll(() => again.getByRole("group", { name: "区分で絞り込む" }).innerText()).toBe(leftOf.get(name));
  }
  await again.context().close();
});

import { expect, test } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";
import { axeFindings } from "./axe.ts";
import { openWorkbenchPage } from "./browser.ts";
import { counts, downloaded, openBytes, openTexts } from "./workbench-page.ts";

const plan = workbookOf("進行管理表", gradedRows);

test("a form that does not fit is one full state with one way on, which leads to the questions", async () => {
  const { page, complaints } = await openWorkbenchPage({ bypassCSP: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await openBytes(page, [{ name: "計画.xlsx", bytes: workbookOf("進行管理表", gradedRows, { C5: "検討" }) }]);
  await press("設定");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("ファイルを開く")]);
  await chooser.setFiles({ name: "様式.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...osakaWard, id: "ours", name: { ja: "わが市の様式", en: "Our form" } })) });
  await page.getByText("取り込みました。").waitFor();
  await press("設定を閉じる");
  await page.getByRole("heading", { name: "様式が違うようです" }).waitFor();
  await page.getByText("この文書の様式「わが市の様式」は、このシートの表に合いません。この表から様式を作りました。質問が2件あります。").waitFor();
  const pane = page.getByRole("region", { name: "点検結果" });
  expect((await pane.getByRole("button").allInnerTexts()).filter((text) => text !== "")).toEqual(["質問に答える"]);
  expect([await pane.getByRole("list").count(), await pane.getByRole("tab").count(), await page.getByRole("gridcell", { name: /誤り|注意|確認/ }).count()]).toEqual([0, 0, 0]);
  expect(await axeFindings(page, "all but colours")).toEqual([]);
  await page.getByRole("button", { name: "質問に答える" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "様式についての質問" }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("指摘");
  await page.getByRole("list", { name: "指摘の一覧" }).getByRole("button", { name: /C5/ }).waitFor();
  await page.getByText("この文書の設定：様式「わが市の様式」は表に合わないため使わない。").waitFor();
  expect(complaints).toEqual([]);
});

test("a form goes from one file to the next that it fits, as a file to one that it is opened for, and the sheet without a table has one way on", async () => {
  const { page, complaints } = await openWorkbenchPage({ bypassCSP: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await openBytes(page, [{ name: "計画.xlsx", bytes: plan }]);
  await press("D");
  await expect.poll(() => counts(page)).toMatchObject({ 要見直し: 0, 要注意: 2 });
  await press("設定");
  await press("様式の内容…");
  const { name, bytes } = await downloaded(page, () => press("様式をファイルに保存"));
  expect(name).toBe("進行管理表の様式.json");
  await press("この文書の様式にする");
  await page.getByText("この文書の様式で点検しています：進行管理表の様式").waitFor();

  await openBytes(page, [{ name: "隣の計画.xlsx", bytes: plan }]);
  await press("設定に戻る");
  await press("設定を閉じる");
  await page.getByText("この様式が合います：進行管理表の様式（ほかの文書の様式です）").waitFor();
  expect(await counts(page)).toMatchObject({ 要見直し: 0, 要注意: 2 });
  expect(await axeFindings(page, "all but colours")).toEqual([]);
  await press("この文書の様式にする");
  await page.getByText("この様式が合います").waitFor({ state: "detached" });

  await openTexts(page, [{ name: "メモ.tsv", text: "メモ\nあとで書く\n" }]);
  await page.getByRole("heading", { name: "このシートは点検できません" }).waitFor();
  await press("受け取った様式を使う");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("ファイルを開く")]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: bytes });
  await page.getByText("取り込みました。").waitFor();
  await page.getByText("この文書の様式で点検しています：進行管理表の様式").waitFor();
  expect(complaints).toEqual([]);
});

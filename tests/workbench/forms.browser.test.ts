import { expect, test } from "vitest";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";
import { axeFindings } from "./axe.ts";
import { openWorkbenchPage } from "./browser.ts";
import { counts, downloaded, openBytes, openTexts } from "./workbench-page.ts";

const plan = workbookOf("進行管理表", gradedRows);

test("a form goes from one file to the next that it fits, as a file to one that it is opened for, and the sheet without a table has one way on", async () => {
  const { page, complaints } = await openWorkbenchPage({ bypassCSP: true });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await openBytes(page, [{ name: "計画.xlsx", bytes: plan }]);
  await press("D");
  await expect.poll(() => counts(page)).toMatchObject({ 要見直し: 0, 要注意: 2 });
  await press("設定");
  await press("様式の内容…");
  const { name, bytes } = await downloaded(page, () => press("様式をファイルに保存"));
  expect(name).toBe("様式.json");
  await press("この文書の様式にする");
  await page.getByText("この文書の様式で点検しています：「進行管理表」の様式").waitFor();

  await openBytes(page, [{ name: "隣の計画.xlsx", bytes: plan }]);
  await press("設定に戻る");
  await press("設定を閉じる");
  await page.getByText("この様式が合います：「進行管理表」の様式（ほかの文書の様式です）").waitFor();
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
  await page.getByText("この文書の様式で点検しています：「進行管理表」の様式").waitFor();
  expect(complaints).toEqual([]);
});

import { basename } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { WorkFolder } from "../cli/files.ts";
import { manyWorkbooks } from "../walks/mails.ts";
import { openWorkbenchPage } from "./browser.ts";

const work = new WorkFolder();

/** Drags files or folders of the disk onto the page, as the system does. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) await session.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
  await session.detach();
}

test("a dropped folder is listed with the sheets in it and in its folders, and nothing else in it; one without sheets says what to do", async () => {
  const bytes = new Map(manyWorkbooks().map((file) => [file.name, file.bytes]));
  const put = (path: string) => work.put(path, bytes.get(basename(path)) ?? "x");
  for (const name of ["総務課.xlsx", "~$総務課.xlsx", "6月/企画課.xlsx", "7月/企画課.xlsx", "読んでください.docx"]) put(`届いたもの/${name}`);
  const { page, complaints } = await openWorkbenchPage();
  await drop(page, [work.path("届いたもの"), put("市民課.xlsx"), work.folder("空の箱")]);
  const region = page.getByRole("region", { name: "受け取った評価シート" });
  await expect.poll(() => region.getByRole("combobox").count()).toBe(4);
  await expect.poll(async () => (await region.innerText()).includes("点検しています")).toBe(false);
  const lines = (await region.getByRole("row").allInnerTexts()).slice(1).map((line) => line.replaceAll(/\s+/g, " "));
  const [first, ...others] = lines;
  expect(first).toMatch(/^空の箱.*フォルダーの中に評価シートのファイル（.*）がありません。.*開いてください。/);
  expect(others.map((line) => line.split(" 提出")[0]).sort()).toEqual(["6月/企画課 6月/企画課.xlsx", "7月/企画課 7月/企画課.xlsx", "市民課 市民課.xlsx", "総務課 総務課.xlsx"]);
  expect(complaints).toEqual([]);
});

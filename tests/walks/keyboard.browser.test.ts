import type { Frame, Page } from "playwright-core";
import { expect, test } from "vitest";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { workspaces } from "./workbenches.ts";
import { Keys } from "./keys.ts";
import { list } from "./pane-part.ts";

const openPane = taskPane();
const openWorkspace = workspaces();
const counts = (frame: Frame) => frame.getByRole("group", { name: "区分で絞り込む" }).innerText().then((text) => [...text.matchAll(/\d+/g)].map(Number));

/** Counts how often Escape reaches the place where Office.js on the web takes it as the wish to leave the pane. */
async function countEscapes(frame: Frame): Promise<() => Promise<number>> {
  await frame.evaluate(() => {
    document.body.dataset["escapes"] = "0";
    window.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") document.body.dataset["escapes"] = String(Number(document.body.dataset["escapes"]) + 1);
    });
  });
  return () => frame.evaluate(() => Number(document.body.dataset["escapes"]));
}

/** Unfolds what is needed now and then; the arrow keys lead there from the counts. */
async function more(keys: Keys): Promise<void> {
  await keys.to(/^(\d+(誤り|注意|確認|要見直し|要注意)|検索・並べ方・その他)$/);
  await along(keys, "検索・並べ方・その他");
  await keys.press("Enter");
}

/** Goes along a row of buttons, which has one stop of Tab. */
async function along(keys: Keys, wanted: string): Promise<void> {
  for (let name = (await keys.focus()).name; name !== wanted; ) name = await keys.press("ArrowRight");
}

/** The whole job, from the check to the last view, without a mouse. @returns how many keys it took. */
async function work(page: Page, frame: Frame): Promise<number> {
  const keys = new Keys(page, frame);
  const escapes = await countEscapes(frame);
  const current = () => frame.locator("[aria-current=true]").innerText();

  // Check, and through the findings.
  await keys.to(/^点検したもの$/);
  await keys.press("ArrowRight");
  expect((await keys.focus()).name).toBe("点検する");
  await keys.press("F8");
  await expect.poll(current).toContain("G12");
  await keys.press("Enter");
  // The new check finds it again, and the user is still there.
  await frame.getByText(/^点検が終わりました。/).waitFor();
  expect(await current()).toContain("G12");
  await expect.poll(() => counts(frame)).toEqual([4, 4, 2, 1, 2]);
  await keys.press("F8");
  await expect.poll(current).toContain("J15");
  await keys.press("F8");
  await expect.poll(current).toContain("K18");
  await keys.press("Shift+F8");
  await expect.poll(current).toContain("J15");
  await keys.to(/^誤り J15/);
  await keys.press("ArrowDown", "ArrowUp", "End", "Home");
  await keys.press("Enter");
  await expect.poll(current).toContain("G12");

  // Fixes one; the focus is then on the next.
  await keys.press("Tab");
  expect((await keys.focus()).name).toBe("修正");
  await keys.press("Enter");
  await expect.poll(() => counts(frame)).toEqual([3, 4, 2, 1, 2]);
  await expect.poll(async () => (await keys.focus()).name).toMatch(/^誤り J15/);

  // Accepts one, after closing the form with Escape once.
  await keys.press("ArrowDown", "Enter");
  await keys.to(/^そのままにする…$/);
  await keys.press("Enter");
  await keys.press("Escape");
  expect((await keys.focus()).name).toBe("そのままにする…");
  await keys.press("Enter");
  await keys.type("前年度のとおり");
  await keys.press("Tab");
  await keys.type("企画課 山田");
  await keys.press("Enter");
  await expect.poll(() => counts(frame)).toEqual([2, 4, 2, 1, 2]);

  // Fix all but one, and take one of them back.
  await keys.to(/^安全な修正 4件$/, "Shift+Tab");
  await keys.press("ArrowRight", "Enter");
  await keys.to(/^F13/);
  await keys.press("Space");
  await keys.to(/^選んだ3件を修正$/);
  await keys.press("Enter");
  await frame.getByText("3件を修正しました。").first().waitFor();
  await keys.seen("fixing");
  await more(keys);
  await keys.to(/^修正の履歴（4件）$/);
  await keys.press("Enter");
  await keys.to(/^元に戻す$/);
  await keys.to(/^元に戻す$/);
  await keys.press("Enter");
  await frame.getByText("1件を元に戻しました。").first().waitFor();
  await keys.seen("taking back");
  await keys.press("Escape");
  await list(frame).waitFor();
  await keys.seen("the list again");
  expect([await escapes(), (await keys.focus()).name]).toEqual([0, "検索・並べ方・その他"]);

  // Searches; Escape empties the field and keeps the focus.
  const lines = () => list(frame).getByRole("listitem").first().getAttribute("aria-setsize").then(Number);
  const before = await lines();
  await keys.press("Enter");
  await keys.to(/^検索$/);
  await keys.type("ページ");
  await expect.poll(lines).toBeLessThan(before);
  await keys.press("Escape");
  await expect.poll(lines).toBe(before);
  expect([await escapes(), (await keys.focus()).name]).toEqual([0, "検索"]);
  await keys.press("Tab");
  await keys.press("ArrowDown", "ArrowUp");

  // The other views.
  await keys.to(/^指摘$/);
  await keys.press("ArrowRight", "ArrowRight", "Enter");
  await frame.getByRole("tree").waitFor();
  await keys.to(/^\d-\d/);
  await keys.press("ArrowDown", "ArrowDown", "End", "Home", "ArrowDown", "Enter");
  await frame.getByRole("region", { name: "選んだ行" }).waitFor();
  await keys.to(/^1-1-2 /);
  await keys.press("Enter");
  await keys.to(/^構成$/, "Shift+Tab");
  await keys.press("ArrowRight", "Enter");
  await keys.to(/^経営課題ごとの内訳$/);
  await keys.press("Enter");
  expect(await frame.locator(":focus").getAttribute("aria-expanded")).toBe("true");

  // The settings and back.
  await keys.to(/^点検(したもの|する)$/, "Shift+Tab");
  await along(keys, "設定");
  await keys.press("Enter");
  await keys.to(/^自動$/);
  await keys.to(/^列がない$/);
  await keys.press("ArrowDown", "ArrowUp");
  await keys.to(/^設定を閉じる$/, "Shift+Tab");
  await keys.press("Enter");
  expect((await keys.focus()).name).toBe("設定");
  return keys.pressed;
}

test("in Excel: the whole job by keyboard alone, with the focus seen after every key", { timeout: 240_000 }, async () => {
  const excel = await openPane();
  await checked(excel);
  expect(await work(excel.page, excel.frame)).toBeGreaterThan(80);
  expect([excel.log.pageErrors, excel.log.violations]).toEqual([[], []]);
});

test("in the workbench: the same", { timeout: 240_000 }, async () => {
  const { page, complaints } = await openWorkspace();
  expect(await work(page, page.mainFrame())).toBeGreaterThan(80);
  expect(complaints).toEqual([]);
  await page.context().close();
});

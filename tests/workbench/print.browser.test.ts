import { expect, test } from "vitest";
import { openWorkbenchPage } from "./browser.ts";
import { counts } from "./workbench-page.ts";

test("the list of findings is printed as it is filtered, alone, with its headings on each page, and leaves nothing behind", async () => {
  const { page, complaints } = await openWorkbenchPage({ colorScheme: "dark" });
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  const printed = page.locator(".printed");
  const print = async () => {
    await page.getByRole("button", { name: "検索・並べ方・その他" }).click();
    await page.getByRole("button", { name: "一覧を印刷" }).click();
    await printed.waitFor({ state: "attached" });
  };
  const { 誤り: errors = 0, 注意: warnings = 0, 確認: notes = 0 } = await counts(page);
  await print();
  expect(await printed.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect([await printed.isVisible(), await page.locator(".workbench").isVisible(), await printed.locator("tbody tr").count()]).toEqual([true, false, errors + warnings + notes]);
  expect(await printed.locator("h1, p").allInnerTexts()).toEqual([
    "評価シートの指摘",
    "このままでは提出できません：誤り4件",
    "所属：さくら台区",
    expect.stringMatching(/^作成日：/),
    `指摘 ${String(errors + warnings + notes)}件`,
  ]);
  expect(await printed.locator("th").allInnerTexts()).toEqual(["区分", "セル", "番号", "指摘", "直し方", "セルの内容"]);
  expect((await printed.locator("tbody tr").first().innerText()).split("\t").slice(0, 4)).toEqual(["誤り", "G12", "2-1-2", "番号2-1-2が日付（2002/1/2）になっています。"]);
  const looks = await printed.evaluate((element) => ["thead", "tr", "td"].map((name) => {
    const { display, breakInside, color } = getComputedStyle(element.querySelector(name) ?? element);
    return [display, breakInside, color];
  }));
  expect(looks).toEqual([["table-header-group", "avoid", "rgb(0, 0, 0)"], ["table-row", "avoid", "rgb(0, 0, 0)"], ["table-cell", "auto", "rgb(0, 0, 0)"]]);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await printed.waitFor({ state: "detached" });

  await page.getByRole("group", { name: "区分で絞り込む" }).getByRole("button", { name: /\d+\s*注意$/ }).click();
  await page.getByRole("button", { name: "一覧を印刷" }).click();
  await printed.waitFor({ state: "attached" });
  expect([await printed.locator("tbody tr").count(), await printed.locator("p").last().textContent()]).toEqual([warnings, `絞り込んだもの：${String(errors + warnings + notes)}件のうち${String(warnings)}件`]);
  expect(complaints).toEqual([]);
});

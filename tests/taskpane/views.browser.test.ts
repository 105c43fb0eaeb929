import { expect, test } from "vitest";
import { button, counts, following, taskPane, told } from "./open-pane.ts";
import { sampleBook } from "./sample-book.ts";
import { more } from "../walks/pane-part.ts";

const open = taskPane();

test("findings: their other cells, search and rule, what is new and what is resolved, what was left as it is, the letter", async () => {
  const book = await sampleBook();
  book.active.put(8, 1, { value: "1-1" });
  const excel = await open(book);
  const { frame } = excel;
  const list = frame.getByRole("list", { name: "指摘の一覧" });
  const current = () => frame.locator("[aria-current=true]").innerText();
  await following(excel);
  const [errors = 0, warnings = 0] = await counts(excel);
  excel.select("B9");
  await expect.poll(current).toContain("B9");
  await button(excel, "B6").first().click();
  await expect.poll(() => excel.snapshot().selection).toBe("B6");
  expect(await current()).toContain("B9");
  await more(frame);
  for (const order of ["行順", "規則ごと", "誤りから"]) {
    await excel.page.keyboard.press("F9");
    await expect.poll(() => button(excel, order).getAttribute("aria-pressed")).toBe("true");
  }

  await frame.getByRole("searchbox").fill("g12");
  await expect.poll(() => list.getByRole("button", { name: /G12/ }).count()).toBe(1);
  await expect.poll(() => list.getByRole("button", { name: /D6/ }).count()).toBe(0);
  await frame.getByRole("searchbox").fill("どこにもない語");
  await told(excel, "条件に合うものはありません");
  await button(excel, "すべて表示").click();
  await frame.getByRole("combobox", { name: "規則で絞り込む" }).selectOption("page-spelling");
  await expect.poll(() => list.getByRole("button", { name: /F13/ }).count()).toBe(1);
  await expect.poll(() => list.getByRole("button", { name: /D6/ }).count()).toBe(0);
  await frame.getByRole("combobox", { name: "規則で絞り込む" }).selectOption("");

  excel.type("D6", "順調");
  await frame.getByText(/^\d+件中 1件解消$/).waitFor();
  excel.type("D9", "じゅんちょう");
  await frame.getByText(/^\d+件中 1件解消、新しく1件$/).waitFor();
  excel.select("D9");
  await expect.poll(current).toContain("新しい");
  expect([await counts(excel), excel.book.settings.size, excel.log.cells]).toEqual([[errors + 1, warnings - 1, 2, 1, 2], 0, []]);

  excel.host.faults.settingsFail = true;
  excel.select("G12");
  await button(excel, "そのままにする…").click();
  await frame.getByLabel("理由").fill("昨年度から続く番号のため");
  await frame.getByLabel("氏名").fill("企画課 山田");
  await button(excel, "そのままにする").click();
  await told(excel, /^Excelとのやり取りが途切れたため、ブックに残せません。.*もう一度試してください。保存はしていませんが、今の設定や判断はこの画面を閉じるまで有効です。/);
  await list.locator("button[tabindex='0']").first().focus();
  await excel.page.keyboard.press("End");
  await excel.page.keyboard.press("Enter");
  await expect.poll(async () => (await list.innerText()).replace(/\s+/g, " ")).toMatch(/そのままにしたもの 1件.*G12.*昨年度から続く番号のため 企画課 山田、令和\d+年（\d{4}年）\d+月\d+日/);
  await button(excel, "指摘に戻す").click();
  await expect.poll(() => counts(excel)).toEqual([errors + 1, warnings - 1, 2, 1, 2]);
  // The name is only typed once.
  await button(excel, "そのままにする…").click();
  expect(await frame.getByLabel("氏名").inputValue()).toBe("企画課 山田");
  await button(excel, "キャンセル").click();

  await more(frame);
  await button(excel, "差戻し文を作る").click();
  // No column names sections, so that nobody left theirs out.
  const letter = frame.getByRole("textbox", { name: /^シート全体（指摘\d+件）$/ });
  await letter.waitFor();
  expect(await letter.inputValue()).toMatch(/D9[^]*じゅんちょう/);
  await button(excel, "コピー").first().click();
  await told(excel, /コピーしました|コピーできませんでした/);
  await button(excel, "一覧に戻る").click();

  await more(frame);
  await button(excel, "一覧をコピー…").click();
  const table = frame.getByRole("textbox", { name: "指摘の一覧をコピー" });
  await expect.poll(() => table.inputValue()).toMatch(/^区分\tセル\t番号\t指摘\t直し方\tセルの内容\n誤り\t/);
  expect((await table.inputValue()).split("\n").length).toBe(1 + (await counts(excel)).slice(0, 3).reduce((sum, count) => sum + count, 0));
  await excel.page.keyboard.press("Escape");
  await list.waitFor();
});

test("the outline follows the selected cell, and its rows select theirs; the numbers name what is judged, and lead to what is not", async () => {
  const excel = await open();
  const { frame } = excel;
  const selection = () => excel.snapshot().selection;
  await following(excel);
  await frame.getByRole("tab", { name: "構成" }).click();
  const tree = frame.getByRole("tree");
  await tree.waitFor();
  excel.select("H10");
  const selected = tree.locator("[aria-selected=true]");
  await expect.poll(() => selected.innerText()).toContain("1-2-2");
  expect([await selected.getAttribute("aria-level"), await selected.innerText()]).toEqual(["3", expect.stringContaining("達成")]);
  const card = frame.getByRole("region", { name: "選んだ行" });
  expect(await card.innerText()).toMatch(/上位\s*1-2[^]*前\s*1-2-1[^]*G10/);
  await card.getByRole("button", { name: /^1-2-1/ }).click();
  await expect.poll(selection).toBe("G9");
  await expect.poll(() => selected.innerText()).toContain("1-2-1");
  await selected.focus();
  await excel.page.keyboard.press("End");
  await excel.page.keyboard.press("Enter");
  await expect.poll(selection).toBe("G21");

  // The counts filter it too, until they are pressed again or Escape is.
  const shown = async () => (await tree.getByRole("treeitem").allInnerTexts()).map((text) => /^\S*/.exec(text.replace(/^要見直し\s*/, ""))?.[0]);
  const required = frame.getByRole("group", { name: "区分で絞り込む" }).getByRole("button", { name: "要見直し" });
  const whole = await shown();
  for (const clear of ["click", "Escape"] as const) {
    await required.click();
    await expect.poll(shown).toEqual(["3", "3-2"]);
    await told(excel, "1件を表示しています。");
    if (clear === "click") await required.click();
    else await tree.getByRole("treeitem").first().press("Escape");
    await expect.poll(() => required.getAttribute("aria-pressed")).toBe("false");
    expect((await shown()).length).toBeGreaterThan(5);
  }
  expect(whole.length).toBeGreaterThan(5);

  await frame.getByRole("tab", { name: "集計" }).click();
  const panel = frame.getByRole("tabpanel");
  await expect.poll(() => panel.innerText()).toMatch(/順調：6件[^]*順調でない：2件/);
  expect(await panel.innerText()).toContain("具体的取組 16件のうち 15件に判定があります。");
  await panel.getByRole("button", { name: "4-2-2" }).click();
  await expect.poll(selection).toBe("I21");
  await panel.getByRole("button", { name: "経営課題ごとの内訳" }).first().click();
  await expect.poll(() => panel.innerText()).toMatch(/1 子ども[^]*順調：2件/);
  expect(excel.log.cells).toEqual([]);
});

test("what comes after a finding that is left as it is begins in view, also where its form had been scrolled to", async () => {
  const excel = await open();
  const { frame, page } = excel;
  await page.setViewportSize({ width: 320, height: 640 });
  await following(excel);
  await button(excel, /^安全な修正/).click();
  await told(excel, /件を修正しました/);
  const list = frame.getByRole("list", { name: "指摘の一覧" });
  await list.getByRole("button", { name: /J15/ }).click();
  await button(excel, "そのままにする…").click();
  await frame.getByLabel("理由").fill("昨年度から続く書き方のため");
  await frame.getByLabel("氏名").fill("企画課 山田");
  const scrolled = () => list.evaluate(({ parentElement }) => parentElement?.scrollTop ?? -1);
  expect(await scrolled()).toBeGreaterThan(0);
  await button(excel, "そのままにする").click();
  await frame.locator("[aria-current=true]").filter({ hasText: "K18" }).waitFor();
  await expect.poll(scrolled).toBe(0);
});

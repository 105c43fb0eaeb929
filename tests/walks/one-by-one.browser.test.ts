import { expect, test } from "vitest";
import { checked, following, taskPane } from "../taskpane/open-pane.ts";
import { openWorkbenchPage } from "../workbench/browser.ts";
import { Keys } from "./keys.ts";
import { button, list, more } from "./pane-part.ts";

const open = taskPane({ viewport: { width: 320, height: 480 } });

test("findings one at a time by single keys: gone to, fixed, filled in, left as they are, and back to the list", async () => {
  const excel = await open();
  const { frame, page, book } = excel;
  await checked(excel);
  await more(frame);
  const mode = frame.getByRole("group", { name: "1件ずつ見る" });
  await button(frame, "1件ずつ見る").focus();
  const keys = new Keys(page, frame);
  await keys.press("Enter");
  const current = () => mode.locator(":focus").innerText();
  const place = async () => (await mode.innerText()).split("\n")[0];
  const placeAfter = async (key: string, said: string | RegExp) => {
    await keys.press(key);
    await expect.poll(place).toMatch(said);
  };
  const goTo = async (wanted: string) => {
    for (let tries = 0; tries < 10 && !(await current()).includes(wanted); tries++) {
      const before = await current();
      await keys.press("ArrowRight");
      await expect.poll(current).not.toBe(before);
    }
  };
  // The first one is gone to like the others.
  await expect.poll(place).toBe("10件中1件目");
  await expect.poll(current).toContain("誤り");
  const first = await current();
  await expect.poll(() => first.includes(excel.snapshot().selection)).toBe(true);
  await placeAfter("ArrowLeft", "10件中10件目");
  await placeAfter("ArrowRight", "10件中1件目");
  // Only keys that do something here are told.
  const keysTold = async () => (await mode.innerText()).split("\n").at(-1);
  await goTo("K18");
  expect(await keysTold()).toBe("S：そのままにする　T：様式の語を選ぶ　← →：前後の指摘　Esc：一覧に戻る");
  expect(await mode.innerText()).toContain("様式の語から記入");
  await goTo("G12");
  expect(await keysTold()).toBe("Enter：修正　S：そのままにする　← →：前後の指摘　Esc：一覧に戻る");
  await goTo("J15");
  await keys.press("t");
  expect(await current()).toBe("予定どおり実施");
  await placeAfter("Enter", /^9件中/);
  await expect.poll(current).toMatch(/誤り|注意|確認/);
  const { sheet, area } = book.at("J15");
  expect(sheet.cell(area.row, area.column).value).toBe("予定どおり実施");
  // S asks for the reason, where an s is a letter; Escape there goes back to the finding alone.
  await keys.press("s");
  await frame.getByLabel("理由").fill("");
  await keys.press("s");
  expect(await frame.getByLabel("理由").inputValue()).toBe("s");
  await keys.press("Escape");
  expect([await mode.count(), await current()]).toEqual([1, "そのままにする…"]);
  await keys.press("ArrowRight");
  await goTo("日付");
  await placeAfter("Enter", /^8件中/);
  await expect.poll(current).toMatch(/誤り|注意|確認/);
  await keys.press("Escape");
  expect(await mode.count()).toBe(0);
  await list(frame).waitFor();
});

test("a check that arrives while the reason is typed takes neither the focus nor what is typed, one at a time and in the list", async () => {
  const excel = await open();
  const { frame, page } = excel;
  await following(excel);
  await more(frame);
  await button(frame, "1件ずつ見る").click();
  const mode = frame.getByRole("group", { name: "1件ずつ見る" });
  const place = async () => (await mode.innerText()).split("\n")[0];
  const reason = frame.getByLabel("理由");
  const typed = () => reason.evaluate((field) => [document.activeElement === field, field instanceof HTMLTextAreaElement && field.value]);
  await frame.locator("[aria-current=true]").focus();
  await expect.poll(place).toBe("10件中1件目");
  await page.keyboard.press("ArrowRight");
  await expect.poll(place).toBe("10件中2件目");
  await page.keyboard.press("s");
  await page.keyboard.type("asu");
  // Somebody makes one more fault above, then mends it and another.
  excel.type("D9", "じゅんちょう");
  await expect.poll(place).toBe("11件中3件目");
  expect(await typed()).toEqual([true, "asu"]);
  await page.keyboard.type(" no");
  excel.type("D9", "順調");
  await expect.poll(place).toBe("10件中2件目");
  expect(await typed()).toEqual([true, "asu no"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  // The same in the list.
  await list(frame).getByRole("button", { name: / K18 / }).click();
  await button(frame, "そのままにする…").click();
  await page.keyboard.type("asu");
  excel.type("D6", "順調");
  await frame.getByText(/^10件中 1件解消$/).waitFor();
  await expect.poll(typed).toEqual([true, "asu"]);
  // What is typed as the name stays too where a line more comes above.
  const name = frame.getByLabel("氏名");
  await name.fill("山田");
  excel.type("D9", "じゅんちょう");
  await list(frame).getByRole("button", { name: / D9 / }).waitFor();
  expect([await name.inputValue(), await reason.inputValue()]).toEqual(["山田", "asu"]);
});

test("after an undo the finding that is back is shown, and no other", async () => {
  const { page } = await openWorkbenchPage();
  const frame = page.mainFrame();
  await list(frame).waitFor();
  await more(frame);
  await button(frame, "1件ずつ見る").click();
  const mode = frame.getByRole("group", { name: "1件ずつ見る" });
  const place = async () => (await mode.innerText()).split("\n")[0];
  await expect.poll(place).toBe("10件中1件目");
  for (let next = 2; next <= 5; next++) {
    await page.keyboard.press("ArrowRight");
    await expect.poll(place).toBe(`10件中${next}件目`);
  }
  const fifth = await mode.locator(":focus").innerText();
  await page.keyboard.press("Enter");
  await expect.poll(place).toMatch(/^9件中/);
  await page.keyboard.press("Control+z");
  await expect.poll(place).toBe("10件中5件目");
  expect(await mode.locator("[aria-current=true]").innerText()).toBe(fifth);
});

test("after the last one no place among none is told, and no keys for it; where nothing else is left, what was left stands there", async () => {
  const excel = await open();
  const { frame, page } = excel;
  await checked(excel);
  const leaveAll = async (count: number) => {
    await more(frame);
    await button(frame, "1件ずつ見る").press("Enter");
    const mode = frame.getByRole("group", { name: "1件ずつ見る" });
    for (let left = count; left > 0; left--) {
      await expect.poll(() => mode.innerText()).toContain(`${left}件中1件目`);
      await mode.locator("[aria-current]").press("s");
      await frame.getByLabel("理由").fill("前年度のとおり");
      await frame.getByLabel("氏名").fill("山田");
      await page.keyboard.press("Enter");
    }
    return mode;
  };
  await button(frame, /^2\s*確認$/).click();
  const mode = await leaveAll(2);
  await mode.getByText("条件に合うものはありません").waitFor();
  expect(await mode.innerText()).not.toMatch(/件中|Esc/);
  await page.keyboard.press("Escape");
  await button(frame, /^0\s*確認$/).click();
  await leaveAll(8);
  await expect.poll(() => mode.count()).toBe(0);
  await frame.getByText(/^指摘はありません/).first().waitFor();
  await expect.poll(() => frame.evaluate(() => document.activeElement?.closest("[role=tabpanel]") !== null)).toBe(true);
});

import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { faultyBook } from "../taskpane/faulty-book.ts";
import { following, taskPane } from "../taskpane/open-pane.ts";
import { largeWorkbook } from "../workbench/large-workbook.ts";
import { Keys } from "./keys.ts";
import { button, list, more } from "./pane-part.ts";

const open = taskPane({ viewport: { width: 320, height: 800 } });

test("rules fold: by mouse and by key, also while the list is filtered, until one goes to what is inside; each is fixed from its heading", async () => {
  const excel = await open(faultyBook());
  const { frame, page } = excel;
  await following(excel);
  await more(frame);
  await button(frame, "規則ごと").click();
  const heading = (name: string) => list(frame).getByRole("button", { name: new RegExp(`^${name}`) });
  const lines = async () => (await list(frame).getByRole("listitem").allInnerTexts()).map((text) => /^\S+/.exec(text.trim().replace(/^(誤り|注意|確認)\s+/, ""))?.[0]);
  const pages = heading("ページの表記ゆれ 3件");
  expect([await pages.getAttribute("aria-expanded"), await lines()]).toEqual(["true", expect.arrayContaining(["L4", "L5", "F6"])]);
  await pages.click();
  await expect.poll(lines).not.toContain("L5");
  expect([await pages.getAttribute("aria-expanded"), await pages.evaluate((element) => document.activeElement === element)]).toEqual(["false", true]);
  // No line stands on another, and the list is as high as its lines.
  const gaps = await list(frame).evaluate((element) => {
    const boxes = [...element.querySelectorAll("[role=listitem]")].map((item) => item.getBoundingClientRect()).sort((one, other) => one.top - other.top);
    return boxes.slice(1).map(({ top }, index) => Math.round(top - (boxes[index]?.bottom ?? 0)));
  });
  expect([gaps.length > 8, new Set(gaps)]).toEqual([true, new Set([0])]);
  // One stop of Tab for the whole list: the arrows go over headings too, and Enter folds.
  const keys = new Keys(page, frame);
  expect(await keys.press("ArrowDown")).toMatch(/^番号の表記ゆれ 3件/);
  await keys.press("Enter");
  expect(await heading("番号の表記ゆれ").getAttribute("aria-expanded")).toBe("false");
  expect(await keys.press("ArrowUp")).toMatch(/^ページの表記ゆれ 3件/);
  expect(await keys.press("Tab")).toBe("3件を修正");
  await frame.getByRole("searchbox").fill("ページ");
  await expect.poll(lines).toEqual(["ページの表記ゆれ"]);
  expect(await button(frame, "3件を修正").count()).toBe(0);
  await frame.getByRole("searchbox").fill("");
  await expect.poll(lines).toContain("D4");
  expect(await pages.getAttribute("aria-expanded")).toBe("false");
  for (let steps = 0; steps < 14 && (await pages.getAttribute("aria-expanded")) === "false"; steps++) await page.keyboard.press("F8");
  await expect.poll(() => frame.locator("[aria-current=true]").innerText()).toMatch(/L4|L5|F6/);
  expect(await pages.getAttribute("aria-expanded")).toBe("true");
  await list(frame).getByRole("listitem").filter({ hasText: /^ページの表記ゆれ/ }).getByRole("button", { name: "3件を修正" }).click();
  await frame.getByText("3件を修正しました。").first().waitFor();
  await button(frame, "元に戻す").click();
  await frame.getByText("3件を元に戻しました。").first().waitFor();
});

test("of 1,000 findings only those in view are drawn; folded, the next rule is at hand", async () => {
  const excel = await open(await bookFromFile(await openFile("many.xlsx", largeWorkbook(1000, 1), { inflate: inflateInNode })));
  const { frame } = excel;
  await following(excel);
  await more(frame);
  await button(frame, "規則ごと").click();
  const first = list(frame).getByRole("button", { name: /1,000件$/ });
  const drawn = () => list(frame).getByRole("listitem").count();
  expect([await drawn() > 5, await drawn() < 40, await list(frame).getByRole("listitem").first().getAttribute("aria-setsize")]).toEqual([true, true, "1001"]);
  await first.click();
  await expect.poll(drawn).toBe(1);
  await first.click();
  await expect.poll(drawn).toBeGreaterThan(5);
  // Whoever looked far below reads what another filter shows from its first line.
  const scrolled = () => list(frame).evaluate((element) => element.parentElement?.scrollTop);
  await list(frame).evaluate((element) => element.parentElement?.scrollTo({ top: 20_000 }));
  await expect.poll(scrolled).toBeGreaterThan(10_000);
  await frame.getByRole("searchbox").fill("1");
  await expect.poll(scrolled).toBe(0);
});

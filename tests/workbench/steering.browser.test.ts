import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { steeringBook, steeringForm, steers } from "../samples/steering.ts";
import { openWorkbenchPage } from "./browser.ts";
import { openBytes } from "./workbench-page.ts";

/** All texts of the page: its own, those of attributes, and the title, without editable ones. */
async function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const elements = [...document.body.querySelectorAll("*:not(script):not(style)")];
    const own = elements.flatMap((element) => [...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ""] : [])));
    const attributes = elements.flatMap((element) => [...element.attributes].filter(({ name }) => name !== "value").map(({ value }) => value));
    return [document.title, ...own, ...attributes];
  });
}

const found: string[] = [];

/** Remembers the texts that steer. */
async function look(page: Page, where: string): Promise<void> {
  const texts = await textsOf(page);
  expect(texts.length).toBeGreaterThan(50);
  found.push(...texts.filter((text) => steers.test(text)).map((text) => `${where}: ${text}`));
}

test.each([
  ["its texts", null],
  ["its form too", steeringForm],
])("no letter of a file steers what the page shows: %s", async (_, form) => {
  const { page, complaints } = await openWorkbenchPage();
  await openBytes(page, [{ name: "評価\u202E\u2028\u{E0041}.xlsx", bytes: await steeringBook(form) }]);
  await page.getByRole("heading", { name: "総括[U+202E]" }).waitFor();
  if (form) {
    // A form that does not fit the table is told first.
    await look(page, "another form");
    await page.getByRole("button", { name: "結果を見る" }).click();
  }
  await look(page, "findings");
  const list = page.getByRole("list", { name: "指摘の一覧" });
  for (const card of await list.getByRole("button", { name: /U\+202E/ }).all()) {
    await card.click();
    await look(page, "a finding");
  }
  for (const view of ["構成", "集計"]) {
    await page.getByRole("tab", { name: view }).click();
    await look(page, view);
  }
  await page.getByRole("button", { name: "設定", exact: true }).click();
  await look(page, "settings");
  await page.getByRole("button", { name: "様式の内容…" }).click();
  await look(page, "form");
  expect([found, complaints]).toEqual([[], []]);
});

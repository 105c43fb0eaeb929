import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { rules } from "../../src/core/rules/index.ts";
import { ruleTitle } from "../../src/core/rules/say.ts";
import { openWorkbenchPage } from "./browser.ts";

/** Bytes of script, as gzip packs it. */
const most = 470_000;

test("what page and worker both need stands once in the page, which has all of its script in itself", async () => {
  const { page } = await openWorkbenchPage();
  await page.getByRole("list", { name: "指摘の一覧" }).waitFor();
  const scripts = await page.evaluate(() => [...document.scripts].filter(({ type, id }) => type === "" || id === "worker").map(({ text, src }) => ({ text, src })));
  expect(scripts.map(({ src }) => src)).toEqual(["", "", ""]);
  const all = scripts.map(({ text }) => text).join("\n");
  const titles = rules.map(({ id }) => ruleTitle(id, "en"));
  expect(titles.filter((title) => all.split(JSON.stringify(title)).length !== 2)).toEqual([]);
  expect(scripts.reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0)).toBeLessThan(most);
});

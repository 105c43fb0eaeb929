import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { root } from "../../src/tools/build-if-old.mjs";
import { lendPage } from "../browser/shared.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
const pages = readdirSync(`${root}src/help`).filter((name) => name.endsWith(".html"));

const views: readonly (readonly [string, BrowserContextOptions])[] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["320 px", { viewport: { width: 320, height: 700 } }],
];

describe.each(pages)("the built help/%s", (name) => {
  test.each(views)("axe finds nothing, nothing is too wide, and every picture is drawn: %s", async (_, options) => {
    const { page, requests } = await openPage(name, options);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await page.evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src))).toEqual([]);
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
  });
});

test("the contents lead to their part by keyboard", async () => {
  const { page } = await openPage("index.html", {});
  await page.getByRole("link", { name: "修正する・元に戻す" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("#mends").boundingBox().then((box) => box && box.y < 100)).toBe(true);
});

async function openPage(name: string, options: BrowserContextOptions) {
  const page = await lendPage({ locale: "ja-JP", viewport: { width: 1000, height: 800 }, ...options });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(`${root}dist/help/${name}`).href);
  return { page, requests };
}

async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate("axe.run({ selectors: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)");
  return violations.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

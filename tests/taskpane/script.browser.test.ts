import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { installProbe } from "../bench/probe.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { button, checked, taskPane } from "./open-pane.ts";

/** Bytes of script, as gzip packs it. */
const most = 220_000;

describe("the pane's script", () => {
  const open = taskPane();

  test("little of it is loaded until the first result, and what is shown later arrives by itself", async () => {
    const { page } = await open();
    await page.addInitScript(installProbe);
    const excel = await open();
    await checked(excel);
    const needed = (await scripts(excel)).filter(({ isNeeded }) => isNeeded);
    expect(needed.map(({ name }) => name)).toEqual(["/start.js", "/taskpane.js"]);
    expect(needed.reduce((sum, { packed }) => sum + packed, 0)).toBeLessThanOrEqual(most);
    await expect.poll(async () => (await scripts(excel)).map(({ name }) => name)).toContain("/taskpane-views.js");
  });

  test("its parts are asked for with a sign of the build, so that none is taken that the web view kept of another", async () => {
    const { page } = await open();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await checked(await open());
    await expect.poll(() => asked.filter((url) => /taskpane-views\.js\?[0-9a-f]{8}$/.test(url)).length).toBe(1);
    expect(new Set(asked.filter((url) => url.includes("/taskpane-")).map((url) => new URL(url).search)).size).toBe(1);
  });

  test("a part that does not arrive says so, is loaded on request, and gets the focus", async () => {
    const { page } = await open();
    await page.route(/taskpane-.*\.js\?/, (route) => route.abort());
    const excel = await open();
    await checked(excel);
    await button(excel, "設定").click();
    const told = excel.frame.getByRole("alert");
    await told.getByText(/読み込めませんでした.*もう一度/).waitFor();
    await page.unroute(/taskpane-.*\.js\?/);
    await told.getByRole("button").click();
    await excel.frame.getByRole("heading", { name: "設定", exact: true }).waitFor();
    expect([await told.count(), await excel.frame.locator(":focus").innerText()]).toEqual([0, "設定"]);
  });

  test("nor does a fix write anything while its part is missing", async () => {
    const { page } = await open();
    await page.route(/taskpane-.*\.js\?/, (route) => route.abort());
    const excel = await open();
    await checked(excel);
    await button(excel, /^安全な修正/).click();
    await excel.frame.getByText(/点検の部品を読み込めませんでした/).first().waitFor();
    expect(excel.log.cells).toEqual([]);
    await page.unroute(/taskpane-.*\.js\?/);
    await button(excel, /^安全な修正/).click();
    await excel.frame.getByText(/件を修正しました/).first().waitFor();
  });
});

test("no part of it asks for a file, changes the ribbon or opens the pane by itself (OfficeDev/office-js#5050, #3788)", () => {
  const parts = readdirSync(`${root}dist`).filter((name) => /^taskpane.*\.js$/.test(name));
  expect(parts.length).toBeGreaterThan(5);
  const unwanted = /type:"file"|requestUpdate|requestCreateControls|setStartupBehavior|AutoShowTaskpane|showOpenFilePicker/;
  expect(parts.filter((name) => unwanted.test(readFileSync(`${root}dist/${name}`, "utf8")))).toEqual([]);
});

/** The scripts of ours that were requested, and whether before the first result stood. */
async function scripts({ frame }: Excel): Promise<readonly { readonly name: string; readonly packed: number; readonly isNeeded: boolean }[]> {
  const requested = await frame.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.startsWith(location.origin))
      .map(({ name, startTime }) => ({ name: new URL(name).pathname, isNeeded: startTime <= (window.probe.first ?? Infinity) }))
      .filter(({ name }) => name.endsWith(".js")),
  );
  return requested.map((script) => ({ ...script, packed: gzipSync(readFileSync(`${root}dist${script.name}`), { level: 9 }).length }));
}

import type { CDPSession, Frame, Page } from "playwright-core";
import { expect, test } from "vitest";
import { checked, taskPanes } from "../taskpane/open-pane.ts";
import { benches } from "./benches.ts";
import { barsSeen, contrast } from "./pixels.ts";
import { list, view } from "./pane-part.ts";

const openPane = taskPanes();
const openBench = benches();
const kinds = ["誤り", "注意", "確認", "要見直し", "要注意"];
const sights = ["deuteranopia", "protanopia", "achromatopsia"] as const;
const tall = { width: 400, height: 1400 };

/** What stands beside each colour: for people, in words; for those who see them, signs of different form. */
async function wordsBesideColours(frame: Frame): Promise<void> {
  const filters = frame.getByRole("group", { name: "種類で絞り込む" }).getByRole("button");
  expect((await filters.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, ""))).toEqual(kinds);
  const forms = await filters.locator("svg path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
  expect(new Set(forms).size).toBe(kinds.length);
  const entries = await list(frame).getByRole("button", { name: /^(誤り|注意|確認|要見直し|要注意) / }).count();
  expect(entries).toBe(await list(frame).locator("[role=listitem] svg").count());
  await frame.getByRole("switch", { name: "要見直しを表示" }).check();
  const legend = frame.getByRole("list", { name: "シートでの色" }).getByRole("listitem");
  await legend.first().waitFor();
  expect(await legend.allInnerTexts()).toEqual(["要見直し", "要注意"]);
  await view(frame, "構成");
  const chips = frame.getByRole("treeitem").locator("span[title]");
  await chips.first().waitFor();
  const words = await chips.allInnerTexts();
  expect([words.length > 20, words.filter((word) => word.trim() === "")]).toEqual([true, []]);
  await view(frame, "数字");
}

/** Where two pieces of a bar meet, an edge is seen: between their own colours, or between one of them and the line. */
async function piecesApart(page: Page, frame: Frame): Promise<void> {
  const alike = (await barsSeen(page, frame)).filter(({ one, line, other }) => {
    const across = [one, ...line, other];
    return contrast(one, other) < 3 && !across.some((color, index) => contrast(color, across[index + 1] ?? color) >= 3);
  });
  expect(alike).toEqual([]);
  const bars = frame.locator("figure");
  for (const text of await bars.allInnerTexts()) expect(text).toMatch(/^(\S+ \d+\s*)+$/);
}

async function underEverySight(page: Page, frame: Frame): Promise<void> {
  await wordsBesideColours(frame);
  await frame.locator("figure").nth(4).waitFor();
  expect((await barsSeen(page, frame)).length).toBeGreaterThan(5);
  const session: CDPSession = await page.context().newCDPSession(page);
  const plain = await page.screenshot();
  for (const type of sights) {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type });
    expect((await page.screenshot()).equals(plain)).toBe(false);
    await piecesApart(page, frame);
  }
  await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
}

test.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
] as const)("in Excel, without telling red from green, and without colours: %s", async (_, options) => {
  const excel = await openPane({ ...options, viewport: tall });
  await checked(excel);
  await underEverySight(excel.page, excel.frame);
  await excel.close();
});

test.each([
  ["light", {}],
  ["forced colours", { forcedColors: "active" }],
] as const)("in the workbench: %s", async (_, options) => {
  const { page } = await openBench({ ...options, viewport: { width: 1300, height: 1400 } });
  await underEverySight(page, page.mainFrame());
  await page.context().close();
});

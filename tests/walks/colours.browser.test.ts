import type { CDPSession, Frame, Page } from "playwright-core";
import { expect, test } from "vitest";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { workspaces } from "./workbenches.ts";
import { barsSeen, contrast } from "./pixels.ts";
import { list, more, view } from "./pane-part.ts";

const openPane = taskPane({ viewport: { width: 400, height: 1400 } });
const openWorkspace = workspaces();
const kinds = ["誤り", "注意", "確認", "要見直し", "要注意"];
const sights = ["deuteranopia", "protanopia", "achromatopsia"] as const;
/** The looks in which the same page is tested. */
const looks = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "light", forcedColors: "active" },
} as const;

/** Colours never stand alone: words stand beside them, and signs of different shape for people who see them. */
async function wordsBesideColours(frame: Frame): Promise<void> {
  const filters = frame.getByRole("group", { name: "区分で絞り込む" }).getByRole("button");
  expect((await filters.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, ""))).toEqual(kinds);
  const forms = await filters.locator("svg path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));
  expect(new Set(forms).size).toBe(kinds.length);
  const entries = await list(frame).getByRole("button", { name: /^(誤り|注意|確認|要見直し|要注意) / }).count();
  expect(entries).toBe(await list(frame).locator("[role=listitem] svg").count());
  await more(frame);
  await frame.getByRole("switch", { name: "要見直しをシートに表示" }).check();
  const legend = frame.getByRole("list", { name: "シートでの色" }).getByRole("listitem");
  await legend.first().waitFor();
  expect(await legend.allInnerTexts()).toEqual(["要見直し", "要注意"]);
  await view(frame, "構成");
  const chips = frame.getByRole("treeitem").locator("span[title]");
  await chips.first().waitFor();
  const words = await chips.allInnerTexts();
  expect([words.length > 20, words.filter((word) => word.trim() === "")]).toEqual([true, []]);
  await view(frame, "集計");
}

/** Where two pieces of a bar meet, an edge must be visible: between their colours, or between one of them and the line. */
async function piecesApart(page: Page, frame: Frame): Promise<void> {
  const alike = (await barsSeen(page, frame)).filter(({ one, line, other }) => {
    const across = [one, ...line, other];
    return contrast(one, other) < 3 && !across.some((color, index) => contrast(color, across[index + 1] ?? color) >= 3);
  });
  expect(alike).toEqual([]);
  const bars = frame.locator("figure");
  for (const text of await bars.allInnerTexts()) expect(text).toMatch(/^(\S+：\d+件\s*)+$/);
}

/** Words do not depend on the look. The pieces are examined in each look under every kind of colour vision. */
async function underEverySight(page: Page, frame: Frame, wished: readonly (keyof typeof looks)[]): Promise<void> {
  await wordsBesideColours(frame);
  await frame.locator("figure").nth(4).waitFor();
  const session: CDPSession = await page.context().newCDPSession(page);
  const figure = frame.locator("figure").first();
  for (const look of wished) {
    await page.emulateMedia(looks[look]);
    expect((await barsSeen(page, frame)).length).toBeGreaterThan(5);
    const plain = await figure.screenshot();
    for (const type of sights) {
      await session.send("Emulation.setEmulatedVisionDeficiency", { type });
      expect((await figure.screenshot()).equals(plain)).toBe(false);
      await piecesApart(page, frame);
    }
    await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
  }
}

test("in Excel, without telling red from green, and without colours: light, dark and forced colours", async () => {
  const excel = await openPane();
  await checked(excel);
  await underEverySight(excel.page, excel.frame, ["light", "dark", "forced"]);
});

test("in the workbench: light and forced colours", async () => {
  const { page } = await openWorkspace({ viewport: { width: 1300, height: 1400 } });
  await underEverySight(page, page.mainFrame(), ["light", "forced"]);
  await page.context().close();
});

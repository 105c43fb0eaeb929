import { expect, test } from "vitest";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { checked, taskPanes } from "./open-pane.ts";

const open = taskPanes();
/** The pane's ground is darker than its text. */
const isDark = (excel: Excel) =>
  excel.frame.getByRole("region", { name: "点検結果" }).evaluate((pane) => {
    const brightness = (color: string) => [...color.matchAll(/\d+/g)].slice(0, 3).reduce((sum, [part]) => sum + Number(part), 0);
    const { color, backgroundColor } = getComputedStyle(pane);
    return brightness(backgroundColor) < brightness(color);
  });

/** Excel's theme as desktop Office.js hands it on: everything a colour, `isDarkTheme` too, which is "#000000" for false. */
const desktop = (ground: string, isDarkTheme: string) => ({ bodyBackgroundColor: ground, isDarkTheme });
const black = desktop("#262626", "#000001");
const colorful = desktop("#e6e6e6", "#000000");

async function setTheme(excel: Excel, theme: Readonly<Record<string, string | boolean>>): Promise<void> {
  await excel.frame.evaluate((value) => void Object.defineProperty(Office.context, "officeTheme", { configurable: true, get: () => value }), theme);
}

test("a theme that is changed while the pane is open is followed when the user comes back to it", async () => {
  const excel = await open();
  await checked(excel);
  expect(await isDark(excel)).toBe(false);
  await setTheme(excel, black);
  await excel.frame.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await expect.poll(() => isDark(excel)).toBe(true);
  await setTheme(excel, colorful);
  await excel.page.mouse.move(-1, -1);
  await excel.page.mouse.move(100, 300);
  await expect.poll(() => isDark(excel)).toBe(false);
  expect([excel.log.cells, excel.log.pageErrors]).toEqual([[], []]);
  await excel.close();
});

test("Office.js answers with an old theme for 5 seconds: it is asked once more", async () => {
  const excel = await open();
  await checked(excel);
  await setTheme(excel, colorful);
  await excel.frame.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await excel.page.waitForTimeout(500);
  await setTheme(excel, black);
  expect(await isDark(excel)).toBe(false);
  await expect.poll(() => isDark(excel), { timeout: 8000 }).toBe(true);
  await excel.close();
});

test("Excel's own theme goes before the system's; where it does not say, as on the web, the system's is followed", async () => {
  const excel = await open();
  await checked(excel);
  await excel.page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => isDark(excel)).toBe(true);
  await setTheme(excel, { bodyBackgroundColor: "#ffffff", isDarkTheme: false });
  await excel.frame.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(() => isDark(excel)).toBe(false);
  await excel.close();
});

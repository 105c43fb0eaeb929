import { expect, test } from "vitest";
import { checked, taskPane } from "./open-pane.ts";

const open = taskPane();

test("Excel's theme is followed when the user comes back; it goes before the system's, which is followed where Excel says nothing", async () => {
  const excel = await open();
  await checked(excel);
  const { page, frame, log } = excel;
  /** True if the pane's background is darker than its text. */
  const isDark = () =>
    frame.getByRole("region", { name: "点検結果" }).evaluate((pane) => {
      const brightness = (color: string) => [...color.matchAll(/\d+/g)].slice(0, 3).reduce((sum, [part]) => sum + Number(part), 0);
      const { color, backgroundColor } = getComputedStyle(pane);
      return brightness(backgroundColor) < brightness(color);
    });
  const setTheme = (theme: Readonly<Record<string, string | boolean>>) =>
    frame.evaluate((value) => void Object.defineProperty(Office.context, "officeTheme", { configurable: true, get: () => value }), theme);
  expect(await isDark()).toBe(false);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(isDark).toBe(true);
  await setTheme({ bodyBackgroundColor: "#ffffff", isDarkTheme: false });
  await frame.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(isDark).toBe(false);
  await page.emulateMedia({ colorScheme: "light" });
  // Desktop Office.js passes a theme in this form: every value is a colour, even `isDarkTheme`, where "#000000" means false.
  await setTheme({ bodyBackgroundColor: "#262626", isDarkTheme: "#000001" });
  await frame.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await expect.poll(isDark).toBe(true);
  await setTheme({ bodyBackgroundColor: "#e6e6e6", isDarkTheme: "#000000" });
  await page.mouse.move(-1, -1);
  await page.mouse.move(100, 300);
  await expect.poll(isDark).toBe(false);
  expect([log.cells, log.pageErrors]).toEqual([[], []]);
});

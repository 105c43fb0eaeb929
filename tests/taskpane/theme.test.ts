import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isDarkTheme, onThemeChange } from "../../src/hosts/excel/page.ts";

/** Desktop Office.js passes a theme in this form: every value is a colour, even `isDarkTheme`, where "#000000" means false. */
const desktop = (ground: string, isDark: string) => ({ bodyBackgroundColor: ground, isDarkTheme: isDark });
const black = desktop("#262626", "#000001");
const colorful = desktop("#e6e6e6", "#000000");

const targets = { window: new EventTarget(), document: new EventTarget(), page: new EventTarget(), scheme: new EventTarget() };

function setTheme(officeTheme: unknown): void {
  vi.stubGlobal("Office", { context: { officeTheme } });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", Object.assign(targets.window, { matchMedia: () => targets.scheme }));
  vi.stubGlobal("document", Object.assign(targets.document, { documentElement: targets.page }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ["Excel's own word", { isDarkTheme: true, bodyBackgroundColor: "#ffffff" }, true],
  ["Excel's own word", { isDarkTheme: false, bodyBackgroundColor: "#000000" }, false],
  ["a dark ground", black, true],
  ["a light ground", colorful, false],
  ["nothing, as on the web", undefined, undefined],
  ["a ground that is no colour", desktop("", "#000000"), undefined],
])("%s: %j", (_, theme, expected) => {
  setTheme(theme);
  expect(isDarkTheme()).toBe(expected);
});

it("a theme that Excel does not answer for is unknown, and nothing fails", () => {
  const context = {
    get officeTheme() {
      throw new Error("ApiNotFound");
    },
  };
  vi.stubGlobal("Office", { context });
  expect(isDarkTheme()).toBeUndefined();
});

it.each([
  ["window", "focus"],
  ["document", "visibilitychange"],
  ["page", "pointerenter"],
  ["scheme", "change"],
] as const)("a theme is looked at when the %s has %s, and once more after the 5 seconds for which Office.js keeps its answer", (target, event) => {
  setTheme(colorful);
  const seen: unknown[] = [];
  const end = onThemeChange(() => seen.push(isDarkTheme()));
  targets[target].dispatchEvent(new Event(event));
  setTheme(black);
  vi.advanceTimersByTime(5000);
  expect(seen).toEqual([false]);
  vi.advanceTimersByTime(200);
  expect(seen).toEqual([false, true]);
  targets[target].dispatchEvent(new Event(event));
  end();
  targets[target].dispatchEvent(new Event(event));
  vi.advanceTimersByTime(10_000);
  expect(seen).toEqual([false, true, true]);
});

import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { checked, taskPane } from "../taskpane/open-pane.ts";
import { oneWorkbook } from "./mails.ts";
import { button, fixAll, list, more, view } from "./pane-part.ts";

const open = taskPane({ viewport: { width: 320, height: 256 }, reducedMotion: "reduce" });

/** How much wider the page is than its window, in CSS pixels. */
const excess = (frame: Frame) => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The list's share of the window's height. */
const share = (frame: Frame) =>
  list(frame).evaluate((element) => {
    const { top } = element.parentElement?.getBoundingClientRect() ?? new DOMRect();
    return (innerHeight - top) / innerHeight;
  });

test("at 400 %, 320 by 256 CSS pixels, everything is reached and nothing is cut off", async () => {
  const excel = await open(await bookFromFile(await openFile("九課.xlsx", oneWorkbook())));
  const { frame } = excel;
  await checked(excel);
  await button(frame, "点検する").click();
  expect(await excess(frame)).toBeLessThanOrEqual(0);
  // A click scrolls to its target, and fails if that is covered.
  await button(frame, "すべて点検").click();
  await frame.getByRole("option", { name: "図書館：指摘 0件" }).waitFor({ state: "attached" });
  await list(frame).getByRole("button", { name: /D6/ }).click();
  await button(frame, "そのままにする…").click();
  await frame.getByLabel("理由").fill("前年度のとおり");
  await button(frame, "キャンセル").click();
  for (const name of ["見直し", "構成", "集計", "指摘"] as const) {
    await view(frame, name);
    expect([name, await excess(frame)]).toEqual([name, 0]);
  }
  await button(frame, "修正を選ぶ…").click();
  await button(frame, /^選んだ/).click();
  await frame.getByText(/件を修正しました。/).first().waitFor();
  await more(frame);
  await button(frame, "差戻し文を作る").click();
  await button(frame, "コピー").click();
  await button(frame, "一覧に戻る").click();
  await button(frame, "設定").click();
  await button(frame, "すべて既定の設定に戻す").click();
  expect(await excess(frame)).toBeLessThanOrEqual(0);
});

test("at 320 by 480 the buttons below the reason are in sight", async () => {
  const excel = await open();
  const { frame, page } = excel;
  await page.setViewportSize({ width: 320, height: 480 });
  await checked(excel);
  await fixAll(frame, 5);
  await more(frame);
  await button(frame, "1件ずつ見る").click();
  await frame.locator("[aria-current=true]").focus();
  await page.keyboard.press("s");
  const submit = button(frame, "そのままにする");
  await submit.waitFor();
  const isInSight = () =>
    submit.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height - 1)?.closest("button") === element;
    });
  expect([await isInSight(), await frame.getByLabel("理由").evaluate((field) => document.activeElement === field)]).toEqual([true, true]);
});

test("in the narrowest pane the list has more than half of the height; who asked for less motion gets none", async () => {
  const excel = await open();
  const { frame } = excel;
  await excel.page.setViewportSize({ width: 320, height: 800 });
  await checked(excel);
  await expect.poll(() => share(frame)).toBeGreaterThan(0.5);
  const moving = () =>
    frame.evaluate(() =>
      [...document.querySelectorAll("#app *")].flatMap((element) => {
        const { transitionDuration, transitionProperty, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
        const seconds = Math.max(...transitionDuration.split(",").map(parseFloat));
        // Fading colours are no motion.
        const isMoved = seconds > 0.02 && !/^((background-|border-|outline-|text-decoration-|fill|stroke)?(color|shadow)?(, )?)*$/.test(transitionProperty);
        return isMoved || (animationName !== "none" && parseFloat(animationDuration) > 0.02) || scrollBehavior === "smooth" ? [`${element.className} ${transitionProperty} ${transitionDuration} ${animationName}`] : [];
      }),
    );
  expect(await moving()).toEqual([]);
  await view(frame, "集計");
  expect(await moving()).toEqual([]);
  await button(frame, "設定").click();
  expect(await moving()).toEqual([]);
});

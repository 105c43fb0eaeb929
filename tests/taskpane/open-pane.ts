import type { Locator } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { sharedBrowser } from "../browser/shared.ts";
import type { Book } from "../excel-host/model/book.ts";
import type { Excel } from "../excel-host/route-a/excel.ts";
import { openExcel, type ExcelOptions } from "../excel-host/route-a/open.ts";
import { sampleBook } from "./sample-book.ts";

/**
 * For a test file: the built pane in the stand-in for Excel, in one page for all tests. Each call opens the pane anew,
 * beside the sample or another workbook. A test fails if the add-in did something that a correct one never does.
 */
export function taskPane(options: Partial<ExcelOptions> = {}): (book?: Book) => Promise<Excel> {
  let excel: Excel | undefined;
  afterEach(() => {
    const violations = excel?.log.takeViolations() ?? [];
    if (violations.length > 0) throw new Error(violations.map(({ kind, detail }) => `${kind}: ${detail}`).join("\n"));
  });
  afterAll(() => excel?.close());
  return async (given) => {
    const book = given ?? (await sampleBook());
    if (excel === undefined) {
      excel = await openExcel({ browser: await sharedBrowser(), book, pages: { folder: `${root}dist` }, pagePath: "/taskpane.html", ...options });
      return excel;
    }
    await excel.frame.evaluate(() => localStorage.clear());
    excel.log.restart();
    excel.host.faults.restart();
    excel.completed.length = 0;
    await excel.openPane(book);
    return excel;
  };
}

/** Waits until the result of a check is shown. */
export async function checked(excel: Excel): Promise<void> {
  await excel.frame.getByRole("list").first().waitFor();
}

/** The numbers of errors, warnings, notes, required and attention marks that the pane shows. */
export async function counts(excel: Excel): Promise<readonly number[]> {
  const text = await excel.frame.getByRole("group", { name: /区分|kind/i }).innerText();
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
}

/** Waits until the result of a check is shown and the pane receives edits and selections. */
export async function following(excel: Excel): Promise<void> {
  await checked(excel);
  await expect.poll(() => (["DataChanged", "SelectionChanged", "Activated"] as const).map((event) => excel.host.tells(event))).toEqual([true, true, true]);
}

/** A button by its whole name or part of it. */
export function button({ frame }: Excel, name: string | RegExp): Locator {
  return frame.getByRole("button", { name, exact: typeof name === "string" });
}

/** Waits for a text. */
export async function told({ frame }: Excel, text: string | RegExp): Promise<void> {
  await frame.getByText(text).first().waitFor();
}

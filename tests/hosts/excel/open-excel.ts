import type { Browser, Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { Applied, Change } from "../../../src/core/changes.ts";
import type { CellPlace } from "../../../src/core/grid/address.ts";
import { GridBuilder, type Grid, type SheetInfo } from "../../../src/core/grid/grid.ts";
import { Refusal } from "../../../src/core/refusal.ts";
import type { FoundOwnSheet } from "../../../src/core/sheet-plan.ts";
import { launchBrowser } from "../../browser/chromium.ts";
import type { Excel } from "../../excel-host/route-a/excel.ts";
import { openExcel, type ExcelOptions } from "../../excel-host/route-a/open.ts";
import type { Book } from "../../excel-host/model/book.ts";
import type { Outcome, PageCalls, PlainGrid } from "./page-script.ts";
import { scriptsOf } from "./scripts.ts";

const script = "tests/hosts/excel/page-script.ts";
const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="/office/office.js"></script><script type="module" src="/tests/hosts/excel/page-script.js"></script><p>pane</p></html>`;

/** The workbook of src/hosts/excel in a page of the stand-in, as seen from a test. */
export class ExcelPane {
  constructor(readonly excel: Excel) {}

  get log() {
    return this.excel.log;
  }

  get host() {
    return this.excel.host;
  }

  get frame(): Frame {
    return this.excel.frame;
  }

  async sheets(): Promise<readonly SheetInfo[]> {
    return valueOf(await this.frame.evaluate(() => calls.sheets()));
  }

  async read(sheetId: string, signal?: number): Promise<Grid> {
    return gridOf(valueOf(await this.frame.evaluate(([id, number]) => calls.read(id, number), [sheetId, signal] as const)));
  }

  async apply(changes: readonly Change[], signal?: number): Promise<Applied> {
    return valueOf(await this.frame.evaluate(([all, number]) => calls.apply(all, number), [changes, signal] as const));
  }

  async ownSheets(): Promise<readonly FoundOwnSheet[]> {
    return valueOf(await this.frame.evaluate(() => calls.ownSheets()));
  }

  async applyAfter(changes: readonly Change[], what: "remember" | "refuse"): Promise<Applied> {
    return valueOf(await this.frame.evaluate(([all, first]) => calls.applyAfter(all, first), [changes, what] as const));
  }

  async select(sheetId: string, place: CellPlace): Promise<void> {
    valueOf(await this.frame.evaluate(([id, at]) => calls.select(id, at), [sheetId, place] as const));
  }

  async recall(name: string): Promise<string | undefined> {
    return valueOf(await this.frame.evaluate((key) => calls.recall(key), name));
  }

  async remember(name: string, text: string | undefined): Promise<void> {
    valueOf(await this.frame.evaluate(([key, kept]) => calls.remember(key, kept), [name, text] as const));
  }

  /** What the page was told so far. */
  async told(): Promise<PageCalls["told"]> {
    return this.frame.evaluate(() => calls.told);
  }
}

type Open = (book: Book, options?: Partial<ExcelOptions>, pane?: "new") => Promise<ExcelPane>;

/**
 * For a file of tests: one browser and, for each set of options, one stand-in whose pane begins anew with each workbook; it is
 * loaded again only where a test asks for a new one: what Office.js itself remembers goes then too. A test fails where the add-in did what a correct one never does.
 */
export function excelPanes(): Open {
  const stand = new Map<string, Excel>();
  const used = new Set<Excel>();
  let browser: Browser | undefined;
  const pages = { texts: { "/pane.html": page, ...scriptsOf(script) } };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => {
    const violations = [...used].flatMap(({ log }) => log.takeViolations());
    used.clear();
    if (violations.length > 0) throw new Error(violations.map(({ kind, detail }) => `${kind}: ${detail}`).join("\n"));
  });
  afterAll(async () => {
    for (const excel of stand.values()) await excel.close();
    await browser?.close();
  });
  return async (book, options = {}, pane) => {
    if (browser === undefined) throw new Error("opened outside a test");
    const key = JSON.stringify(options);
    const known = stand.get(key);
    const excel = known ?? (await openExcel({ browser, book, pages, pagePath: "/pane.html", ...options }));
    stand.set(key, excel);
    used.add(excel);
    if (known !== undefined && pane === undefined) {
      excel.host.restart(book);
      await excel.frame.evaluate(() => calls.renew());
    } else {
      if (known !== undefined) await excel.openPane(book);
      await excel.frame.waitForFunction(() => "calls" in globalThis);
      await excel.frame.evaluate(() => calls.opened());
    }
    excel.log.restart();
    excel.host.faults.restart();
    return new ExcelPane(excel);
  };
}

function valueOf<T>(outcome: Outcome<T>): T {
  if ("value" in outcome) return outcome.value;
  if ("refusal" in outcome) throw new Refusal(...outcome.refusal);
  throw new Error(outcome.error);
}

function gridOf({ sheet, date1904, hiddenRows, rows, formats }: PlainGrid): Grid {
  const builder = new GridBuilder();
  rows.forEach((cells, row) => cells.forEach((value, column) => builder.set(row, column, value, formats[row]?.[column])));
  for (const row of hiddenRows) builder.hideRow(row);
  return builder.build(sheet, date1904);
}

/** What a promise was refused with, "code: detail"; "done" where it was not. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.message : Promise.reject(error instanceof Error ? error : new Error(String(error)))),
  );
}

import type { Browser } from "playwright-core";
import { ExcelHost } from "../interpreter/host.ts";
import type { Limits } from "../interpreter/context.ts";
import type { Book } from "../model/book.ts";
import { Excel } from "./excel.ts";
import { officeFile, servePages, type Pages } from "./server.ts";

export interface ExcelOptions {
  readonly browser: Browser;
  readonly book: Book;
  readonly pages: Pages;
  /** The page of the pane, such as "/taskpane.html". */
  readonly pagePath: string;
  /** The highest ExcelApi set offered; 1.9 by default. */
  readonly api?: string;
  readonly locale?: string;
  readonly limits?: Partial<Limits>;
  /** False if Microsoft's address of Office.js cannot be reached. */
  readonly officeReachable?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "none" | "active";
  readonly reducedMotion?: "reduce" | "no-preference";
  /** True if a tool must run in the page that its policy would block. */
  readonly bypassCSP?: boolean;
}

/** Microsoft's address of Office.js; the npm copy answers for it. */
const officeAddress = /^https:\/\/appsforoffice\.microsoft\.com\/lib\/[\d.]+\/hosted\/([^?#]*)/;

/** Opens a workbook in the stand-in and the add-in's page in its pane. */
export async function openExcel(options: ExcelOptions): Promise<Excel> {
  const { browser, book, pages, pagePath, api = "1.9", locale = "ja-JP", limits = {} } = options;
  const host = new ExcelHost({ book, api, limits });
  const server = await servePages(pages, {
    receive: async (message) => excel.receive(message),
    outside: async (url) => {
      const [, path] = officeAddress.exec(url) ?? [];
      const file = path === undefined || options.officeReachable === false ? undefined : await officeFile(path);
      if (file === undefined) host.log.outsideRequests.push(url);
      return file;
    },
  });
  const browserContext = await browser.newContext({
    // Keeps all requests on this machine. A route would have each of them, and each message of the pane, go by way of the test.
    proxy: { server: server.proxy },
    ignoreHTTPSErrors: true,
    locale,
    viewport: options.viewport ?? { width: 350, height: 800 },
    colorScheme: options.colorScheme ?? "light",
    forcedColors: options.forcedColors ?? "none",
    reducedMotion: options.reducedMotion ?? "no-preference",
    bypassCSP: options.bypassCSP ?? false,
  });
  const page = await browserContext.newPage();
  page.on("pageerror", (error) => host.log.pageErrors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") host.log.pageErrors.push(message.text());
  });
  const excel = new Excel({ page, host, server, locale, pagePath });
  await excel.start();
  return excel;
}

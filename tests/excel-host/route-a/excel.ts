import type { Frame, Page } from "playwright-core";
import type { ExcelHost } from "../interpreter/host.ts";
import type { Book } from "../model/book.ts";
import { StandIn } from "../stand-in.ts";
import type { PageServer } from "./server.ts";

export interface ExcelParts {
  readonly page: Page;
  readonly host: ExcelHost;
  readonly server: PageServer;
  readonly locale: string;
  readonly pagePath: string;
}

/** Excel whose pane is a page in a browser. */
export class Excel extends StandIn {
  readonly page: Page;
  #frame: Frame | undefined;

  constructor(private readonly parts: ExcelParts) {
    super(parts.host, parts.server.origin, parts.locale);
    this.page = parts.page;
  }

  /** The add-in's page. */
  get frame(): Frame {
    if (this.#frame === undefined) throw new Error("the pane is closed");
    return this.#frame;
  }

  /** For `openExcel`. */
  async start(): Promise<void> {
    const { page, server } = this.parts;
    await page.goto(`${server.origin}/excel.html`);
    await this.openPane();
  }

  /** Opens the pane anew, as after closing it or after a restart of the web view. Another workbook can be given. */
  async openPane(book?: Book): Promise<void> {
    const { page, server, pagePath } = this.parts;
    const waiting: string[] = [];
    // Those of one turn go together: a request that writes 500 cells tells 500 events.
    const send = () =>
      page.evaluate((texts) => {
        for (const text of texts) window.dispatchEvent(new CustomEvent("to-pane", { detail: text }));
      }, waiting.splice(0));
    const name = this.converse(book, (message) => {
      waiting.push(message);
      if (waiting.length === 1) setImmediate(() => void send().catch(() => undefined));
    });
    await page.evaluate(([source, frame]) => window.dispatchEvent(new CustomEvent("open-pane", { detail: { source, name: frame } })), [`${server.origin}${pagePath}`, name] as const);
    const element = await page.waitForSelector("iframe", { state: "attached" });
    this.#frame = (await element.contentFrame()) ?? undefined;
    await this.frame.waitForLoadState("load");
  }

  /** Closes the pane, even in the middle of its work. */
  async closePane(): Promise<void> {
    this.hangUp();
    this.#frame = undefined;
    await this.page.evaluate(() => window.dispatchEvent(new CustomEvent("close-pane")));
  }

  /** Ends Excel. @throws if the add-in did something that a correct one never does and the test did not look at it */
  async close(): Promise<void> {
    await this.page.context().close();
    await this.parts.server.close();
    this.refuseViolations();
  }
}

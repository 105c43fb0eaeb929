import type { Frame, Page } from "playwright-core";
import type { ExcelHost } from "../interpreter/host.ts";
import type { Log } from "../interpreter/log.ts";
import type { Book } from "../model/book.ts";
import { snapshot, type Snapshot } from "../model/snapshot.ts";
import { writeValues } from "../model/write.ts";
import type { PageServer } from "./server.ts";
import { Transport, type Completed } from "./transport.ts";

export interface ExcelParts {
  readonly page: Page;
  readonly host: ExcelHost;
  readonly server: PageServer;
  readonly locale: string;
  readonly pagePath: string;
}

/** Excel with one workbook and one pane, as a test uses it. */
export class Excel {
  readonly host: ExcelHost;
  readonly page: Page;
  /** How commands of the ribbon ended. */
  readonly completed: Completed[] = [];
  #frame: Frame | undefined;
  #transport: Transport | undefined;
  #conversations = 0;

  constructor(private readonly parts: ExcelParts) {
    this.host = parts.host;
    this.page = parts.page;
  }

  get book(): Book {
    return this.host.book;
  }

  get log(): Log {
    return this.host.log;
  }

  /** The add-in's page. */
  get frame(): Frame {
    if (this.#frame === undefined) throw new Error("the pane is closed");
    return this.#frame;
  }

  snapshot(): Snapshot {
    return snapshot(this.book);
  }

  /** For the server: a message of the pane. */
  async receive(message: string): Promise<string | undefined> {
    return this.#transport?.receive(message);
  }

  /** For `openExcel`. */
  async start(): Promise<void> {
    const { page, server } = this.parts;
    await page.goto(`${server.origin}/excel.html`);
    await this.openPane();
  }

  /** Opens the pane anew, as after closing it or after the web view was restarted; another workbook may be put in place. */
  async openPane(book?: Book): Promise<void> {
    const { page, host, server, locale, pagePath } = this.parts;
    host.restart(book);
    // Office.js keeps settings by conversation: each pane has its own.
    const conversation = `conversation-${process.pid}-${Date.now()}-${++this.#conversations}`;
    const send = (message: string) => {
      page.evaluate((text) => window.dispatchEvent(new CustomEvent("to-pane", { detail: text })), message).catch(() => undefined);
    };
    const transport = new Transport(conversation, { host, origin: server.origin, locale, send });
    transport.onCompleted = (command) => this.completed.push(command);
    this.#transport = transport;
    await page.evaluate(([source, name]) => window.dispatchEvent(new CustomEvent("open-pane", { detail: { source, name } })), [`${server.origin}${pagePath}`, transport.frameName] as const);
    const element = await page.waitForSelector("iframe", { state: "attached" });
    this.#frame = (await element.contentFrame()) ?? undefined;
    await this.frame.waitForLoadState("load");
  }

  /** Closes the pane in the middle of whatever it does. */
  async closePane(): Promise<void> {
    this.#transport = undefined;
    this.#frame = undefined;
    await this.page.evaluate(() => window.dispatchEvent(new CustomEvent("close-pane")));
  }

  /** The user clicks a command of the ribbon; the pane is told as soon as it listens. */
  clickRibbon(functionName: string, commandId = functionName): void {
    this.#transport?.invoke(functionName, commandId);
  }

  /** The user selects cells, such as "B2:C3" of the active sheet or "Sheet2!A1". */
  select(address: string): void {
    const { sheet, area } = this.book.at(address);
    this.host.as("user", (book) => book.select(sheet, area));
  }

  /** The user types a text into a cell. @throws {ExcelError} where Excel would not let them. */
  type(address: string, text: string): void {
    this.#edit("user", address, text);
  }

  /** Somebody else, on another computer, types a text into a cell. */
  typeElsewhere(address: string, text: string): void {
    this.#edit("co-author", address, text);
  }

  /** Ends Excel. @throws where the add-in did what a correct one never does, unless the test took the violations. */
  async close(): Promise<void> {
    await this.page.context().close();
    await this.parts.server.close();
    const violations = this.log.takeViolations();
    if (violations.length > 0) throw new Error(`violations:\n${violations.map(({ kind, detail }) => `${kind}: ${detail}`).join("\n")}`);
  }

  #edit(author: "user" | "co-author", address: string, text: string): void {
    const { sheet, area } = this.book.at(address);
    this.host.as(author, (book) => writeValues(book, sheet, area, text));
  }
}

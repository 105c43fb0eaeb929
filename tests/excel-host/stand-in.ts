import type { ExcelHost } from "./interpreter/host.ts";
import type { Log } from "./interpreter/log.ts";
import type { Book } from "./model/book.ts";
import { snapshot, type Snapshot } from "./model/snapshot.ts";
import { writeValues } from "./model/write.ts";
import { Transport, type Completed } from "./route-a/transport.ts";

/** Excel with one workbook and one pane, for tests, wherever the pane runs. */
export abstract class StandIn {
  /** How commands of the ribbon ended. */
  readonly completed: Completed[] = [];
  #transport: Transport | undefined;
  #conversations = 0;

  constructor(
    readonly host: ExcelHost,
    private readonly origin: string,
    private readonly locale: string,
  ) {}

  get book(): Book {
    return this.host.book;
  }

  get log(): Log {
    return this.host.log;
  }

  snapshot(): Snapshot {
    return snapshot(this.book);
  }

  /** A message of the pane. @returns its answer; undefined if it took another way or nobody listens any more */
  async receive(message: string): Promise<string | undefined> {
    return this.#transport?.receive(message);
  }

  /** The user clicks a command of the ribbon. The pane is told as soon as it listens. */
  clickRibbon(functionName: string, commandId = functionName): void {
    this.#transport?.invoke(functionName, commandId);
  }

  /** The user selects cells, such as "B2:C3" of the active sheet or "Sheet2!A1". */
  select(address: string): void {
    const { sheet, area } = this.book.at(address);
    this.host.as("user", (book) => book.select(sheet, area));
  }

  /** The user types a text into a cell. @throws {ExcelError} if Excel refuses it */
  type(address: string, text: string): void {
    this.#edit("user", address, text);
  }

  /** Someone on another computer types a text into a cell. */
  typeElsewhere(address: string, text: string): void {
    this.#edit("co-author", address, text);
  }

  /** @throws if the add-in did something that a correct one never does and the test did not look at it */
  protected refuseViolations(): void {
    const violations = this.log.takeViolations();
    if (violations.length > 0) throw new Error(`violations:\n${violations.map(({ kind, detail }) => `${kind}: ${detail}`).join("\n")}`);
  }

  /** A pane starts to talk, on the same workbook or on another. @returns the name of its window */
  protected converse(book: Book | undefined, send: (message: string) => void): string {
    this.host.restart(book);
    // Office.js keeps settings by conversation, so each pane has its own.
    const conversation = `conversation-${process.pid}-${Date.now()}-${++this.#conversations}`;
    const transport = new Transport(conversation, { host: this.host, origin: this.origin, locale: this.locale, send });
    transport.onCompleted = (command) => this.completed.push(command);
    this.#transport = transport;
    return transport.frameName;
  }

  /** Nobody listens to the pane any more. */
  protected hangUp(): void {
    this.#transport = undefined;
  }

  #edit(author: "user" | "co-author", address: string, text: string): void {
    const { sheet, area } = this.book.at(address);
    this.host.as(author, (book) => writeValues(book, sheet, area, text));
  }
}

import { ExcelHost, type HostOptions } from "../interpreter/host.ts";
import type { Book } from "../model/book.ts";
import { StandIn } from "../stand-in.ts";
import { OfficeWindow } from "./office-window.ts";

export interface NodeExcelOptions extends Partial<HostOptions> {
  readonly book: Book;
  readonly locale?: string;
}

const origin = "https://localhost";

/** Excel whose pane is this program itself. It loads the npm copy of Office.js and needs no page. */
export class NodeExcel extends StandIn {
  #window: OfficeWindow | undefined;

  /** Opens a workbook with a pane whose Office.js is ready. `api` is the highest ExcelApi set offered. */
  static async open({ book, api = "1.9", limits = {}, locale = "ja-JP" }: NodeExcelOptions): Promise<NodeExcel> {
    const excel = new NodeExcel(new ExcelHost({ book, api, limits }), origin, locale);
    await excel.openPane();
    return excel;
  }

  /** Runs the work with the globals of Office.js, as a page would. */
  async evaluate<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    if (this.#window === undefined) throw new Error("the pane is closed");
    Object.assign(globalThis, this.#window.globals);
    return work();
  }

  /** Opens the pane anew, as after closing it or after a restart of the web view. Another workbook can be given. */
  async openPane(book?: Book): Promise<void> {
    const tell = (message: string) => void setImmediate(() => window.tell(message));
    const name = this.converse(book, tell);
    const post = (message: string) => void this.receive(message).then((reply) => reply !== undefined && tell(reply));
    const window = await OfficeWindow.open({ name, origin, post });
    this.#window = window;
    await this.evaluate(() => Office.onReady());
  }

  /** Closes the pane, even in the middle of its work. Nothing is heard from it after that. */
  closePane(): void {
    this.hangUp();
    this.#window = undefined;
  }

  /** Ends Excel. @throws if the add-in did something that a correct one never does and the test did not look at it */
  close(): void {
    this.closePane();
    this.refuseViolations();
  }
}

import { ExcelHost, type HostOptions } from "../interpreter/host.ts";
import type { Book } from "../model/book.ts";
import { StandIn } from "../stand-in.ts";
import { OfficeWindow } from "./office-window.ts";

export interface NodeExcelOptions extends Partial<HostOptions> {
  readonly book: Book;
  readonly locale?: string;
}

const origin = "https://localhost";

/** Excel whose pane is this program itself, with Office.js as npm has it and no page. */
export class NodeExcel extends StandIn {
  #window: OfficeWindow | undefined;

  /** Opens a workbook, with a pane whose Office.js is ready. `api` is the highest ExcelApi set offered. */
  static async open({ book, api = "1.9", limits = {}, locale = "ja-JP" }: NodeExcelOptions): Promise<NodeExcel> {
    const excel = new NodeExcel(new ExcelHost({ book, api, limits }), origin, locale);
    await excel.openPane();
    return excel;
  }

  /** Does what a page would do, with the globals of Office.js. */
  async evaluate<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    if (this.#window === undefined) throw new Error("the pane is closed");
    Object.assign(globalThis, this.#window.globals);
    return work();
  }

  /** Opens the pane anew, as after closing it or after the web view was restarted; another workbook may be put in place. */
  async openPane(book?: Book): Promise<void> {
    const tell = (message: string) => void setImmediate(() => window.tell(message));
    const name = this.converse(book, tell);
    const post = (message: string) => void this.receive(message).then((reply) => reply !== undefined && tell(reply));
    const window = await OfficeWindow.open({ name, origin, post });
    this.#window = window;
    await this.evaluate(() => Office.onReady());
  }

  /** Closes the pane in the middle of whatever it does: nothing of it is heard any more. */
  closePane(): void {
    this.hangUp();
    this.#window = undefined;
  }

  /** Ends Excel. @throws where the add-in did what a correct one never does, unless the test took the violations. */
  close(): void {
    this.closePane();
    this.refuseViolations();
  }
}

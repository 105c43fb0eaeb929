import { refusingToRead } from "./exchange/errors.ts";
import { isPassingName } from "../../core/model/sheet-tags.ts";
import { Registration } from "./events/listeners.ts";
import { ExcelSession, type SessionOptions } from "./exchange/exchange.ts";

/** The active sheet, and the name of its workbook. */
interface ActiveSheet {
  readonly id: string;
  readonly name: string;
  readonly source: string;
}

/** Tells which sheet is active. */
export interface ActiveSheetSource {
  /** One round trip. @throws {Refusal} editing, busy, denied, not-in-front, interrupted */
  read(): Promise<ActiveSheet>;
  /** Called with the id of each sheet that is active after Excel told of a change. Selecting a cell may be the first hint of it. */
  onChange(listener: (sheetId: string) => void): void;
  /** Asks Excel anew to tell of changes, where it may have forgotten to. */
  listenAgain(): void;
}

export class ExcelActiveSheet implements ActiveSheetSource {
  readonly #session: ExcelSession;
  /** Without the event, the first selected cell tells that a sheet became active. */
  readonly #activations: Registration<(sheetId: string) => void>;

  constructor(options: SessionOptions) {
    this.#session = new ExcelSession(options);
    this.#activations = new Registration(this.#session, ({ workbook }) =>
      workbook.worksheets.onActivated.add(async ({ worksheetId }) => {
        for (const listener of this.#activations.listeners) await this.#activated(worksheetId, listener);
      }),
    );
  }

  read(): Promise<ActiveSheet> {
    return refusingToRead(() =>
      this.#session.exchange((context) => {
        const { workbook } = context;
        const sheet = workbook.worksheets.getActiveWorksheet();
        workbook.load("name");
        sheet.load("id,name");
        return () => ({ id: sheet.id, name: sheet.name, source: workbook.name });
      }),
    );
  }

  onChange(listener: (sheetId: string) => void): void {
    this.#activations.listen(listener);
  }

  listenAgain(): void {
    this.#activations.renew();
  }

  /**
   * The event is a hint: freezing panes of a sheet behind, as we do on those that we make, reports that it became active
   * (OfficeDev/office-js#3148). Which sheet is in front is asked; where Excel does not answer, the event is believed.
   */
  async #activated(told: string, listener: (sheetId: string) => void): Promise<void> {
    const active = await this.read().catch(() => undefined);
    if (!active || !isPassingName(active.name)) listener(active?.id ?? told);
  }
}

import { refusingToRead } from "./exchange/errors.ts";
import { isPassingName } from "../../core/model/sheet-tags.ts";
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
}

export class ExcelActiveSheet implements ActiveSheetSource {
  readonly #session: ExcelSession;

  constructor(options: SessionOptions) {
    this.#session = new ExcelSession(options);
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
    const added = this.#session.exchange((context) => {
      context.workbook.worksheets.onActivated.add(async ({ worksheetId }) => this.#activated(worksheetId, listener));
      return () => undefined;
    });
    // Without the event, the first selected cell tells that the sheet became active.
    added.catch(() => undefined);
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

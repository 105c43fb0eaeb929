import { refusingToRead } from "./exchange/errors.ts";
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
  /** Called with the id of each sheet that becomes active. Selecting a cell may be the first hint of it. */
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
      context.workbook.worksheets.onActivated.add(async ({ worksheetId }) => listener(worksheetId));
      return () => undefined;
    });
    // Without the event, the first selected cell tells that the sheet became active.
    added.catch(() => undefined);
  }
}

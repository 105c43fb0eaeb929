import { refusing } from "./exchange/errors.ts";
import { ExcelSession, type SessionOptions } from "./exchange/exchange.ts";

/** The sheet that the user looks at, and the name of its workbook. */
interface ActiveSheet {
  readonly id: string;
  readonly name: string;
  readonly source: string;
}

/** Which sheet is in front. */
export interface ActiveSheetSource {
  /** One round trip. @throws {Refusal} editing, interrupted */
  read(): Promise<ActiveSheet>;
  /** Told the id of each sheet that comes to the front. Selecting a cell may be the first sign of it. */
  onChange(listener: (sheetId: string) => void): void;
}

export class ExcelActiveSheet implements ActiveSheetSource {
  readonly #session: ExcelSession;

  constructor(options: SessionOptions) {
    this.#session = new ExcelSession(options);
  }

  read(): Promise<ActiveSheet> {
    return refusing(() =>
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
    // Without the event the first selected cell brings the sheet to the front.
    added.catch(() => undefined);
  }
}

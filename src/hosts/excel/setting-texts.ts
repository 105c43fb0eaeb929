import { ExcelFailure } from "./exchange/errors.ts";

/** Code of `AsyncResult` for a refusal while a cell is edited; these numbers differ from the Excel API's codes. */
const cellEditMode = 5004;

/** Texts in the document's settings: part of the file, readable by anyone who has it, and not part of undo (OfficeDev/office-js#6415). */
export class SettingTexts {
  recall(name: string): string | undefined {
    const kept: unknown = Office.context.document.settings.get(name);
    return typeof kept === "string" ? kept : undefined;
  }

  /** @throws {ExcelFailure} if the document did not accept it; the document then has its former text */
  async remember(name: string, text: string | undefined): Promise<void> {
    const before = this.recall(name);
    if (before === text) return;
    put(name, text);
    try {
      await save();
    } catch (error) {
      put(name, before);
      throw error;
    }
  }
}

function put(name: string, text: string | undefined): void {
  const { settings } = Office.context.document;
  if (text === undefined) settings.remove(name);
  else settings.set(name, text);
}

function save(): Promise<void> {
  return new Promise((resolve, reject) => {
    Office.context.document.settings.saveAsync(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new ExcelFailure(error.code === cellEditMode ? "InvalidOperationInCellEditMode" : String(error.code), error.name));
    });
  });
}

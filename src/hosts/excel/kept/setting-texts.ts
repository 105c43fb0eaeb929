/** The key of a text; a sheet's own where one is given. A sheet keeps its id when it is renamed or moved (Excel.Worksheet.id). */
export function settingKey(name: string, sheetKey?: string): string {
  return sheetKey === undefined ? name : `${name} ${sheetKey}`;
}

/**
 * Texts in the document's settings, as this pane last read or kept each of them: part of the file, readable by anyone who has it, and
 * not part of undo (OfficeDev/office-js#6415).
 */
export class SettingTexts {
  readonly #known = new Map<string, string | undefined>();

  /** The text that stands there, which the pane knows from now on. */
  recall(key: string): string | undefined {
    const text = stored(key);
    this.#known.set(key, text);
    return text;
  }

  /** Call when the document kept the text. */
  kept(key: string, text: string | undefined): void {
    this.#known.set(key, text);
  }

  /** The text as the pane knows it; read where it does not yet. */
  known(key: string): string | undefined {
    return this.#known.has(key) ? this.#known.get(key) : this.recall(key);
  }

  /** The keys that the pane knows of; settings cannot be listed. */
  keys(): readonly string[] {
    return [...this.#known.keys()];
  }
}

/** The text that stands in the pane's copy of the settings. */
export function stored(key: string): string | undefined {
  const kept: unknown = Office.context.document.settings.get(key);
  return typeof kept === "string" ? kept : undefined;
}

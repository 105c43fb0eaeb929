import { differing, noSettings, type Settings } from "./settings.ts";

/** Settings as they were found in a document. */
export interface KeptSettings {
  readonly settings: Settings;
  /** Entries that could not be read, such as "form" or "rules.page-order"; "version" where nothing could. */
  readonly dropped: readonly string[];
}

/** The settings as an object for JSON, always in the same order; only rules that differ from the form. */
export function plainSettings(settings: Settings) {
  const { form, answers, follow, language } = settings;
  return { version: 1, rules: differing(settings), form, answers, follow, language } as const;
}

/** The text to keep in the document; undefined if nothing was chosen. */
export function writeSettings(settings: Settings): string | undefined {
  const text = JSON.stringify(plainSettings(settings));
  return text === JSON.stringify(plainSettings(noSettings)) ? undefined : text;
}

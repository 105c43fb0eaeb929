import { upgradeRules } from "../form/version-1.ts";
import { anySettings, entryShapes, formOf, longestSettings } from "./schema.ts";
import { differing, noSettings, type Settings } from "./settings.ts";

/** More rules than there are were not written by us. */
const mostRules = 100;

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

/** The settings from a document's text. Never throws: unreadable entries are left out, and named. */
export function readSettings(text: string | undefined): KeptSettings {
  const dropped: string[] = [];
  const take = <Value>(name: string, read: () => Value): Value | undefined => {
    try {
      return read();
    } catch {
      dropped.push(name);
      return undefined;
    }
  };
  const entries = text === undefined ? undefined : take("version", () => anySettings.parse(parseBounded(text)));
  if (!entries) return { settings: noSettings, dropped };
  let rules: Settings["rules"] = {};
  const kept = Object.entries(upgradeRules(entries.rules ?? {}));
  if (kept.length > mostRules) dropped.push("rules");
  for (const [id, setting] of kept.slice(0, mostRules)) {
    rules = { ...rules, ...take(`rules.${id}`, () => entryShapes.rules.parse({ [id]: setting })) };
  }
  const settings = {
    rules,
    answers: take("answers", () => entryShapes.answers.parse(entries["answers"])) ?? {},
    form: take("form", () => formOf(entries["form"])) ?? null,
    follow: take("follow", () => entryShapes.follow.parse(entries["follow"])) ?? null,
    language: take("language", () => entryShapes.language.parse(entries["language"])) ?? null,
  };
  return { settings, dropped };
}

/** @throws {Error} for a text that is longer than any settings: it is not looked at, or every opening would take its time */
function parseBounded(text: string): unknown {
  if (text.length > longestSettings) throw new Error("too long");
  return JSON.parse(text);
}

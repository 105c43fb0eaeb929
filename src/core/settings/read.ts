import { upgradeRules } from "../form/version-1.ts";
import type { KeptSettings } from "./keep.ts";
import { anySettings, entryShapes, formOf, longestSettings } from "./schema.ts";
import { noSettings, type Settings } from "./settings.ts";

/** More rules than there are were not written by us. */
const mostRules = 100;

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

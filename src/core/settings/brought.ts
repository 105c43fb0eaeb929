import { sayCount } from "../wording/counts.ts";
import { changedRules, describeChangedRules, type ChangedRule } from "../rules/changed.ts";
import { mostNamed, nameFew } from "../wording/few.ts";
import { ruleTitle } from "../rules/say.ts";
import { showHidden } from "../wording/hidden.ts";
import type { Language, Wording } from "../wording/language.ts";
import { shorten } from "../wording/phrase.ts";
import type { KeptSettings } from "./keep.ts";
import { effectiveForm } from "./settings.ts";

/** The document's own settings that decide its check, or would have. Anyone who has the file can write them. */
export interface Brought {
  /** Rules that count otherwise than by the defaults, in the order of the rules. */
  readonly rules: readonly ChangedRule[];
  /** Its own form, and whether it is used; null where it has none. */
  readonly form: { readonly id: string; readonly name: Wording; readonly isUsed: boolean } | null;
  /** Answered questions about a form that is read from the sheet. */
  readonly answers: number;
  /** Entries that could not be read. */
  readonly dropped: readonly string[];
}

/** The effects of a document's settings; undefined if there are none. @param isFormUsed false if its own form fits none of its tables */
export function broughtBy({ settings, dropped }: KeptSettings, isFormUsed = true): Brought | undefined {
  const { form } = settings;
  const changed = changedRules(effectiveForm(isFormUsed ? settings : { ...settings, form: null }));
  const answers = Object.keys(settings.answers).length;
  if (changed.length + answers + dropped.length === 0 && !form) return undefined;
  return { rules: changed, form: form && { id: form.id, name: form.name, isUsed: isFormUsed }, answers, dropped };
}

/** 規則2つを点検しない（…）、様式「…」を使う: each part for itself; to be put behind "この文書の設定：". */
export function describeBrought({ rules: changed, form, answers, dropped }: Brought, language: Language): string {
  const words = sentences[language];
  return [
    ...describeChangedRules(changed, language),
    ...(form ? [(form.isUsed ? words.form : words.unfit)(shorten(form.name[language]))] : []),
    ...(answers > 0 ? [words.answers(answers)] : []),
    ...(dropped.length > 0 ? [words.dropped(namedEntries(dropped, language))] : []),
  ].join(language === "ja" ? "、" : "; ");
}

/** Unreadable entries of a document's settings in words, and not all of many. @param entries as `readSettings` names them */
export function namedEntries(entries: readonly string[], language: Language): string {
  return nameFew(entries.slice(0, mostNamed + 1).map((entry) => entryName(entry, language)), language, entries.length);
}

function entryName(entry: string, language: Language): string {
  const known = entryNames.get(entry);
  return known ? known[language] : shorten(ruleTitle(entry.replace(/^rules\./, ""), language));
}

const entryNames: ReadonlyMap<string, Wording> = new Map([
  ["version", { ja: "設定の全部", en: "all of them" }],
  ["rules", { ja: "規則の区分", en: "severities of rules" }],
  ["answers", { ja: "質問への答え", en: "answers to questions" }],
  ["form", { ja: "様式", en: "the form" }],
  ["follow", { ja: "編集に合わせた点検", en: "checking as you edit" }],
  ["language", { ja: "言語", en: "the language" }],
]);

const sentences = {
  ja: {
    form: (name: string) => `様式「${name}」を使う`,
    unfit: (name: string) => `様式「${name}」は表に合わないため使わない`,
    answers: (count: number) => `様式についての質問${sayCount(count)}件への答えを使う`,
    dropped: (names: string) => `読めない設定がある（${names}）`,
  },
  en: {
    form: (name: string) => `its own form “${name}” is used`,
    unfit: (name: string) => `its own form “${name}” does not fit and is not used`,
    answers: (count: number) => `the ${count === 1 ? "answer to 1 question" : `answers to ${sayCount(count)} questions`} about the form ${count === 1 ? "is" : "are"} used`,
    dropped: (names: string) => `some of them cannot be read (${names})`,
  },
} as const;

export type BroughtReport = ReturnType<typeof broughtReport>;

/** The `settings` of a file in the JSON report. @param isUsed false where the defaults, or a given form, were asked for */
export function broughtReport({ rules: changed, form, answers, dropped }: Brought, isUsed: boolean, language: Language) {
  return {
    used: isUsed,
    rules: Object.fromEntries(changed.map(({ id, severity }) => [id, severity])),
    form: form && { id: form.id, name: form.name[language], used: isUsed && form.isUsed },
    answers,
    ...(dropped.length > 0 && { unreadable: dropped.slice(0, mostNamed).map((entry) => showHidden(entry.slice(0, 100))) }),
  };
}

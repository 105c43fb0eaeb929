import type { Finding } from "../../core/model/finding.ts";
import type { Form } from "../../core/form/schema.ts";
import { wordLeft } from "../../core/fixes/say.ts";
import { a1, type CellPlace } from "../../core/model/address.ts";
import { rulesInUse } from "../../core/rules/run.ts";
import { wordFinding } from "../../core/rules/say.ts";
import type { Language } from "../../core/wording/language.ts";
import { wordRefusal } from "../../core/wording/refusals.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { MendOutcome } from "../state/fix-state.ts";
import type { CheckState, News } from "../state/state.ts";
import { texts } from "./texts.ts";

/** What has just happened, in a sentence. */
export function sayNews(news: News, form: Form, language: Language): string {
  const words = texts[language];
  switch (news.kind) {
    case "state":
      return sayState(news.state, language);
    case "mend":
      return sayOutcome(news.outcome, language);
    case "accepted":
    case "reopened":
      return `${words[news.kind]} ${sayFinding(news.finding, form, language)}`;
    case "grouped":
      return words.grouped(words.groupings[news.grouping]);
    case "filtered":
      return words.filtered(news.shown);
    case "finding":
      return `${words.stepped(news.number, news.of)} ${sayFinding(news.finding, form, language)}`;
    case "cell":
      return news.findings.map((finding) => sayFinding(finding, form, language)).join(" ");
  }
}

/** What became of a mend, or of taking one back. */
export function sayOutcome(outcome: MendOutcome, language: Language): string {
  const words = texts[language];
  switch (outcome.kind) {
    case "mended":
      return [words.mended(outcome.entries.length), ...sayClashes(outcome.clashes, language), ...wordLeft(outcome.left, language)].join(" ");
    case "taken-back":
      return words.takenBack(outcome.count) + (outcome.changed === 0 ? "" : ` ${words.changedSince(outcome.changed)}`);
    case "refused":
      return wordRefusal(outcome.code, outcome.detail, language);
  }
}

function sayClashes(clashes: readonly CellPlace[], language: Language): readonly string[] {
  return clashes.length === 0 ? [] : [texts[language].clashed(clashes.map(a1).join(language === "ja" ? "、" : ", "))];
}

function sayState(state: CheckState, language: Language): string {
  const words = texts[language];
  if (state.phase === "failed") return words.failed;
  if (state.phase === "refused") return wordRefusal(state.code, state.detail, language);
  if (state.phase === "own") return words.ownSheet;
  if (state.phase !== "checked") return "";
  if (!state.check) return words.noTable;
  const { findings, marks } = state.check.inspection;
  return findings.length === 0 ? `${words.clean} ${checkedParts(state.check, language)} ${words.reviewed(marks.length)}` : words.checked(findings.length, marks.length);
}

/** What a check looked at. */
export function checkedParts({ inspection, form }: SheetCheck, language: Language): string {
  return texts[language].cleanHelp(inspection.counts, rulesInUse(form));
}

function sayFinding(finding: Finding, form: Form, language: Language): string {
  return `${a1(finding.at)} ${texts[language].kinds[finding.severity]} ${wordFinding(finding, form, language).what}`;
}

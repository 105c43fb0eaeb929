import type { Finding } from "../../core/model/finding.ts";
import type { Form } from "../../core/form/schema.ts";
import { a1, type CellPlace } from "../../core/model/address.ts";
import { rulesInUse } from "../../core/rules/run.ts";
import { describeCounts, shorten } from "../../core/wording/phrase.ts";
import { describeFinding } from "../../core/rules/say.ts";
import type { Language } from "../../core/wording/language.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { FixOutcome } from "../state/fix-state.ts";
import type { CheckState, News } from "../state/state.ts";
import type { Refusals } from "./refusals.ts";
import { textsIn } from "./texts.ts";

/** True where a result is told with sentences of refusals. */
export function hasRefusal(outcome: FixOutcome | undefined): boolean {
  return outcome?.kind === "refused" || (outcome?.kind === "fixed" && outcome.left.length > 0);
}

/** An event as a sentence. */
export function describeNews(news: News, form: Form, language: Language, refusals: Refusals): string {
  const words = textsIn(language);
  switch (news.kind) {
    case "state":
      return describeState(news.state, language, refusals);
    case "misfit":
      return [words.misfit.title, ...misfitLines(news.check, language)].join(" ");
    case "fix":
      return describeOutcome(news.outcome, language, refusals);
    case "accepted":
    case "reopened":
      return `${words[news.kind]} ${findingLine(news.finding, form, language)}`;
    case "grouped":
      return words.grouped(words.groupings[news.grouping]);
    case "filtered":
      return words.filtered(news.shown);
    case "finding":
      return `${words.stepped(news.number, news.of)} ${findingLine(news.finding, form, language)}`;
    case "cell":
      return news.findings.map((finding) => findingLine(finding, form, language)).join(" ");
  }
}

/** The result of a fix or undo as a sentence. */
export function describeOutcome(outcome: FixOutcome, language: Language, { sayRefusal, wordLeft }: Refusals): string {
  const words = textsIn(language);
  switch (outcome.kind) {
    case "fixed":
      return [words.fixed(outcome.entries.length), ...sayClashes(outcome.clashes, language), ...wordLeft(outcome.left, language)].join(" ");
    case "undone":
      return words.undone(outcome.count) + (outcome.changed === 0 ? "" : ` ${words.changedSince(outcome.changed)}`);
    case "refused":
      return sayRefusal("write", outcome, language).said;
  }
}

function sayClashes(clashes: readonly CellPlace[], language: Language): readonly string[] {
  return clashes.length === 0 ? [] : [textsIn(language).clashed(clashes.map(a1).join(textsIn(language).comma))];
}

function describeState(state: CheckState, language: Language, { sayRefusal }: Refusals): string {
  const words = textsIn(language);
  if (state.phase === "failed") return words.failed;
  if (state.phase === "refused") return sayRefusal("read", state, language).said;
  if (state.phase === "own") return words.ownSheet;
  if (state.phase !== "checked") return "";
  if (!state.check) return words.noTable;
  const { findings, marks, questions } = state.check.inspection;
  const found = findings.length === 0 ? `${words.clean} ${checkedParts(state.check, language)} ${words.reviewed(marks.length)}` : words.checked(findings.length, marks.length);
  return [found, ...(questions.length > 0 ? [words.ask.open(questions.length)] : [])].join(" ");
}

/** Why another form than the document's own was used, and what it asks. */
export function misfitLines({ inspection, misfit }: SheetCheck, language: Language): readonly string[] {
  const { misfit: words, ask } = textsIn(language);
  const { form, from } = inspection.form;
  return [
    words.help(shorten(misfit?.name[language] ?? "")),
    from === "inferred" ? words.made : words.used(shorten(form.name[language])),
    ...(inspection.questions.length > 0 ? [ask.open(inspection.questions.length)] : []),
  ];
}

/** The parts that a check covered. */
export function checkedParts({ inspection, form }: SheetCheck, language: Language): string {
  return textsIn(language).cleanHelp(describeCounts(inspection.counts, form, language), rulesInUse(form));
}

function findingLine(finding: Finding, form: Form, language: Language): string {
  return `${a1(finding.at)} ${textsIn(language).kinds[finding.severity]} ${describeFinding(finding, form, language).what}`;
}

import type { Finding, Severity } from "../model/finding.ts";
import { fixGroupsOf, type FixGroup } from "../fixes/fix-groups.ts";
import { describeChange } from "../fixes/say.ts";
import type { Form } from "../form/schema.ts";
import { a1, type CellPlace } from "../model/address.ts";
import { describeFinding } from "../rules/say.ts";
import type { Language } from "../wording/language.ts";
import { inert } from "../wording/hidden.ts";
import { quote, describeFact, shorten } from "../wording/phrase.ts";
import { replyWords } from "./texts.ts";

/** Number of further cells of a fix that are named. */
const mostCells = 5;

/** Everything that words a finding. */
export interface EntryContext {
  readonly form: Form;
  readonly language: Language;
}

/** The lines of findings that share cells: place, content, fault and remedy. If several fixes edit one cell, its final content is told once. */
export function entryLines(findings: readonly Finding[], number: number, context: EntryContext): readonly string[] {
  const { form, language } = context;
  const words = replyWords[language];
  const [first] = findings;
  if (!first) return [];
  const severity = severities.find((each) => findings.some((finding) => finding.severity === each)) ?? first.severity;
  const name = [inert(first.code ?? ""), shorten(first.title)].filter((part) => part !== "").join(" ");
  const sentences = findings.map((finding) => ({ fix: finding.fix, ...describeFinding(finding, form, language) }));
  return [
    words.head(number, placeText(first.at), severity, name),
    words.present(presentText(findings.find(({ fix }) => fix) ?? first, context)),
    ...sentences.map(({ what }) => words.what(what)),
    ...fixGroupsOf(findings).map((fixGroup) => describeFixGroup(fixGroup, language)),
    ...sentences.flatMap(({ fix, how }) => (fix ? [] : [words.how(how)])),
  ];
}

function placeText(at: CellPlace): string {
  return inert(a1(at));
}

/** The most severe first. */
const severities: readonly Severity[] = ["error", "warning", "info"];

/** The cell's content; for a long text with a fix the part that changes. */
function presentText({ present, value, fix }: Finding, { form, language }: EntryContext): string {
  if ("serial" in present) return describeFact(present, form, language);
  return fix ? describeChange(fix.edits[0], language)[0] : quote(value, language);
}

function describeFixGroup({ safety, edits }: FixGroup, language: Language): string {
  const words = replyWords[language];
  const [own, ...others] = edits;
  if (!own) return "";
  const say = safety === "safe" ? words.proposal : words.suggestion;
  const [, after] = describeChange(own, language);
  if (others.length === 0) return say(after);
  const shown = others.slice(0, mostCells);
  if (others.every(({ to }) => to === own.to)) {
    return say(words.alike(after, shown.map(({ at }) => placeText(at)).join(words.comma), others.length - shown.length));
  }
  return say([own, ...shown].map((edit) => words.change(placeText(edit.at), ...describeChange(edit, language))).join(words.comma));
}

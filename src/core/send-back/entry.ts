import type { Finding, Fix } from "../finding.ts";
import { wordChange } from "../fixes/say.ts";
import type { Form } from "../form/schema.ts";
import { a1 } from "../grid/address.ts";
import { wordFinding } from "../rules/say.ts";
import type { Language } from "../wording/language.ts";
import { quote, sayFact, shorten } from "../wording/phrase.ts";
import { texts } from "./texts.ts";

/** How many further cells of a fix are named. */
const mostCells = 5;

/** What a finding is worded with. */
export interface EntryContext {
  readonly form: Form;
  readonly language: Language;
}

/** The lines of one finding: where it is, what stands there, what is wrong with it, how to mend it. */
export function entryLines(finding: Finding, number: number, context: EntryContext): readonly string[] {
  const { form, language } = context;
  const words = texts[language];
  const { what, how } = wordFinding(finding, form, language);
  const name = [finding.code ?? "", shorten(finding.title)].filter((part) => part !== "").join(" ");
  return [
    words.head(number, a1(finding.at), finding.severity, name),
    words.present(presentText(finding, context)),
    words.what(what),
    finding.fix ? sayFix(finding.fix, language) : words.how(how),
  ];
}

/** What the cell shows; of a long text with a fix the part that changes. */
function presentText({ present, value, fix }: Finding, { form, language }: EntryContext): string {
  if ("serial" in present) return sayFact(present, form, language);
  return fix ? wordChange(fix.edits[0], language)[0] : quote(value, language);
}

function sayFix({ safety, edits }: Fix, language: Language): string {
  const words = texts[language];
  const [own, ...others] = edits;
  const say = safety === "safe" ? words.proposal : words.suggestion;
  const [, after] = wordChange(own, language);
  if (others.length === 0) return say(after);
  const shown = others.slice(0, mostCells);
  if (others.every(({ to }) => to === own.to)) {
    return say(words.alike(after, shown.map(({ at }) => a1(at)).join(words.comma), others.length - shown.length));
  }
  return say([own, ...shown].map((edit) => words.change(a1(edit.at), ...wordChange(edit, language))).join(words.comma));
}

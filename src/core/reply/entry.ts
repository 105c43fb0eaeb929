import type { Finding } from "../model/finding.ts";
import { fixGroupsOf, type FixGroup } from "../fixes/fix-groups.ts";
import { describeChange } from "../fixes/say.ts";
import type { Form } from "../form/schema.ts";
import { a1, a1Range, type CellPlace } from "../model/address.ts";
import { describeFinding } from "../rules/say.ts";
import type { Language } from "../wording/language.ts";
import { inert } from "../wording/hidden.ts";
import { quote, describeFact, shorten } from "../wording/phrase.ts";
import { severities } from "../wording/severities.ts";
import { replyWords } from "./texts.ts";

/** Number of areas, or of changes of one fix, that are named. */
const mostNamed = 5;

/** Everything that words a finding. */
export interface EntryContext {
  readonly form: Form;
  readonly language: Language;
}

/**
 * The lines of findings that share cells: place, content, everything that is wrong, and one instruction. If several fixes edit one cell, its final content
 * is told once; cells that get the same text are named together, D2:D7.
 */
export function entryLines(findings: readonly Finding[], number: number, context: EntryContext): readonly string[] {
  const { form, language } = context;
  const words = replyWords[language];
  const [first] = findings;
  if (!first) return [];
  const severity = severities.find((each) => findings.some((finding) => finding.severity === each)) ?? first.severity;
  const name = [inert(first.code ?? ""), shorten(first.title)].filter((part) => part !== "").join(" ");
  // Fixes of one entry share cells, so that they are one group.
  const [fixGroup] = fixGroupsOf(findings);
  const cells = fixGroup && isAlike(fixGroup) ? fixGroup.edits.map(({ at }) => at) : [first.at];
  const sentences = findings.map((finding) => {
    const { what, how } = describeFinding(finding, form, language);
    const place = cells.some((cell) => a1(cell) === a1(finding.at)) ? "" : words.of(inert(a1(finding.at)));
    return { hasFix: finding.fix !== null, what: place + what, how: place + how };
  });
  const hows = [...new Set(sentences.flatMap(({ hasFix, how }) => (hasFix ? [] : [how])))];
  return [
    words.head(number, cellsText(cells, language), severity, name),
    words.present(presentText(findings.find(({ fix }) => fix) ?? first, context)),
    words.what([...new Set(sentences.map(({ what }) => what))]),
    fixGroup ? describeFixGroup(fixGroup, hows, language) : words.how(hows),
  ];
}

/** True where all cells get the same text. */
function isAlike({ edits: [own, ...others] }: FixGroup): boolean {
  return others.every(({ to }) => to === own?.to);
}

/** Cells as areas of one column: D4; D2:D7（6セル）. Of very many areas the first ones. */
function cellsText(cells: readonly CellPlace[], language: Language): string {
  const words = replyWords[language];
  const areas: { first: CellPlace; last: CellPlace }[] = [];
  const sorted = [...cells].sort((one, other) => one.column - other.column || one.row - other.row);
  for (const cell of sorted) {
    const area = areas.at(-1);
    if (area && area.last.column === cell.column && area.last.row + 1 === cell.row && area.last.sheet?.id === cell.sheet?.id) area.last = cell;
    else areas.push({ first: cell, last: cell });
  }
  const named = areas.slice(0, mostNamed).map(({ first, last }) => inert(first === last ? a1(first) : a1Range(first, last)));
  return words.cells(named.join(words.comma), cells.length, areas.length > named.length);
}

/** The cell's content; for a long text with a fix the part that changes. */
function presentText({ present, value, fix }: Finding, { form, language }: EntryContext): string {
  if ("serial" in present) return describeFact(present, form, language);
  return fix ? describeChange(fix.edits[0], language)[0] : quote(value, language);
}

/** @param hows what is to be done besides, in sentences */
function describeFixGroup(fixGroup: FixGroup, hows: readonly string[], language: Language): string {
  const words = replyWords[language];
  const [own, ...others] = fixGroup.edits;
  if (!own) return "";
  const say = fixGroup.safety === "safe" ? words.proposal : words.suggestion;
  if (isAlike(fixGroup)) return say(describeChange(own, language)[1], hows);
  const shown = [own, ...others.slice(0, mostNamed)];
  return say(shown.map((edit) => words.change(inert(a1(edit.at)), ...describeChange(edit, language))).join(words.comma), hows);
}

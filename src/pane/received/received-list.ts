import { alikePlaces, describeAlike, itemTextsOf } from "../../core/summary/alike.ts";
import type { FindingsTable } from "../../core/summary/findings-table.ts";
import type { ReceivedRow } from "../../core/received/rows.ts";
import { receivedStates } from "../../core/received/states.ts";
import type { CalendarDay } from "../../core/model/serial.ts";
import { sayCount } from "../../core/wording/counts.ts";
import { describeDay } from "../../core/wording/era.ts";
import type { Language } from "../../core/wording/language.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { inert } from "../../core/wording/hidden.ts";
import type { VerdictFacts } from "../../core/wording/verdict.ts";
import { textsIn } from "../texts/texts.ts";
import { receivedWords } from "./words.ts";

/** The kinds that the list counts. */
export const listedKinds = ["error", "warning", "info", "required"] as const;

/** Of the columns on paper, in characters. */
const widths = [18, 24, 22, 6, 6, 6, 8, 24, 8, 22];

/** How many sheets there are, and how many are where, in one line. */
export function describeSum(rows: readonly ReceivedRow[], language: Language): string {
  const of = (state: (typeof receivedStates)[number]) => rows.filter(({ standing }) => standing.state === state).length;
  const forbidden = rows.filter(({ outcome }) => outcome.kind === "read" && outcome.found.verdict.errors > 0);
  const unread = rows.filter(({ outcome }) => outcome.kind === "refused");
  return receivedWords[language].sum(rows.length, forbidden.length, of("returned"), of("done"), unread.length);
}

/** Sentences that tell which sheets look like copies of one another. */
export function describeCopies(rows: readonly ReceivedRow[], language: Language): readonly string[] {
  const read = rows.flatMap(({ place, outcome }) => (outcome.kind === "read" ? [{ place: inert(place), title: outcome.inspection.title, items: itemTextsOf(outcome.inspection.overview.outline) }] : []));
  return describeAlike(alikePlaces(read), language);
}

/** Whether a sheet may be handed in, in a few words; the counts stand beside it. */
export function shortVerdict({ errors, warnings, questions }: VerdictFacts, language: Language): string {
  const words = receivedWords[language];
  if (errors > 0) return words.notReady;
  return warnings + questions > 0 ? words.readyBut : words.ready;
}

/** What became of a sheet since it was sent back; "" where it was not. */
export function describeChanges({ outcome }: ReceivedRow, language: Language): string {
  return outcome.kind === "read" && outcome.changes ? receivedWords[language].changes(outcome.changes.gone, outcome.changes.left, outcome.changes.added) : "";
}

/** True where there is something to write to the office: an error or a warning. */
export function hasToReturn({ outcome }: ReceivedRow): boolean {
  return outcome.kind === "read" && outcome.found.verdict.errors + outcome.found.verdict.warnings > 0;
}

/** The list as texts, for paper and the clipboard. */
export function receivedTable(rows: readonly ReceivedRow[], day: CalendarDay, language: Language): FindingsTable {
  const { title, columns, states, waiting } = receivedWords[language];
  const { kinds } = textsIn(language);
  return {
    title,
    notes: [describeSum(rows, language), ...describeCopies(rows, language), describeDay(day, language)],
    header: [columns.name, columns.file, columns.verdict, ...listedKinds.map((kind) => kinds[kind]), columns.form, columns.state, columns.changes],
    widths,
    rows: rows.map((row) => {
      const { outcome, standing } = row;
      const named = [inert(row.name), inert(row.place)];
      if (outcome.kind === "waiting") return [...named, waiting, "", "", "", "", "", "", ""];
      if (outcome.kind === "refused") return [...named, describeRefusal(outcome, language), "", "", "", "", "", "", ""];
      const { found } = outcome;
      return [...named, shortVerdict(found.verdict, language), ...listedKinds.map((kind) => sayCount(found.counts[kind])), formName(row, language), states[standing.state], describeChanges(row, language)];
    }),
  };
}

/** The name of the form that a sheet was checked by. */
export function formName({ outcome }: ReceivedRow, language: Language): string {
  if (outcome.kind !== "read") return "";
  const { form, from } = outcome.inspection.form;
  return from === "inferred" ? textsIn(language).ask.inferred : form.name[language];
}

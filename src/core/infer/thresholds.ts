import type { FormColumn, Term, Threshold } from "../form/schema.ts";
import { gradeBy, gradesBy, rateBy } from "../form/derived.ts";
import { foldWidth } from "../form/fold.ts";
import type { CellValue } from "../model/grid.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { cellText } from "../wording/phrase.ts";
import type { Legend } from "./legend.ts";

/** At the beginning, or at the end in brackets: 着実に進んでいる（達成度100％以上）. */
const from = /(?:^|[(（])[^0-9]{0,12}([0-9]+(?:\.[0-9]+)?)(%|割|パーセント)以上/;
const below = /(?:^|[(（])[^0-9]{0,12}([0-9]+(?:\.[0-9]+)?)(%|割|パーセント)未満[)）]?$/;
/** The share of the graded rows that must agree with their numbers, since rates on a sheet may be about something else. */
const leastAgreeing = 2 / 3;

/** The share of them that must follow from the inverse rate alone, so that it is no mistake. */
const leastInverse = 0.1;

interface Step {
  readonly from: number | undefined;
  readonly grade: string;
}

/** The steps of rates in a legend: 100％以上：7, or A：100％以上. Undefined if it is about something else. */
function stepsIn({ items }: Pick<Legend, "items">): readonly Step[] | undefined {
  const steps = items.flatMap(({ sign, words }): Step[] => {
    const [one, other] = [plain(sign), plain(words)];
    if (isRate(one)) return [{ from: rateOf(one), grade: words.trim() }];
    return isRate(other) ? [{ from: rateOf(other), grade: sign.trim() }] : [];
  });
  return steps.length >= 2 && steps.length >= items.length - 1 && steps.filter((step) => step.from === undefined).length <= 1 ? steps : undefined;
}

function plain(text: string): string {
  return withoutSpace(foldWidth(text)).replaceAll("パーセント", "%");
}

function isRate(text: string): boolean {
  return from.test(text) || below.test(text);
}

/** 1 for 100 %; undefined for the rest below all others. */
function rateOf(text: string): number | undefined {
  const [, number, unit] = from.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) / (unit === "割" ? 10 : 100);
}

/** True for a legend that tells rates, not words. */
export function isOfRates(items: Legend["items"]): boolean {
  return stepsIn({ items }) !== undefined;
}

/** A grade for a rate below this is bad. */
const rateIsBad = 0.8;

/** The terms of a legend of rates, where no word of it tells which are bad: those for a low rate, whatever their place on the scale. */
export function raisedByRate(terms: readonly Term[], items: Legend["items"]): readonly Term[] {
  const steps = stepsIn({ items });
  if (!steps || terms.some(({ meaning }) => meaning === "bad")) return terms;
  const rates = new Map(steps.map((step) => [plain(step.grade), step.from ?? 0]));
  const isBad = ({ text }: Term) => (rates.get(plain(text)) ?? Infinity) < rateIsBad;
  const worst = terms.findLast(isBad);
  return terms.map((term): Term => (isBad(term) ? { ...term, meaning: "bad", mark: term === worst && terms.filter(isBad).length > 1 ? "required" : "attention" } : term));
}

type Row = (column: string) => CellValue;

/** The thresholds that legends state for grade columns, with the columns of their numbers on the same level, where most grades follow from them. @param rows the cells of each row, by column id */
export function inferThresholds(legends: readonly Legend[], columns: readonly FormColumn[], termsOf: (column: FormColumn) => readonly Term[], rows: readonly Row[]): readonly Threshold[] {
  return legends.flatMap((legend) => {
    const threshold = thresholdOf(legend, columns, termsOf);
    return (threshold && agreeing(threshold, rows)) ?? [];
  });
}

/** The threshold if the grades of most rows follow from their numbers; of several of them less may be better. */
function agreeing(threshold: Threshold, rows: readonly Row[]): Threshold | undefined {
  let all = 0;
  let agree = 0;
  let inverse = 0;
  const either = { ...threshold, eitherWay: true };
  for (const valueOf of rows) {
    const grade = plain(cellText(valueOf(threshold.grade)));
    const rate = rateBy(threshold, valueOf);
    if (grade === "" || rate === undefined) continue;
    all++;
    const isGrade = (one: string | undefined) => plain(one ?? "") === grade;
    if (isGrade(gradeBy(threshold, rate))) agree++;
    else if (gradesBy(either, rate).some(isGrade)) inverse++;
  }
  if (threshold.rate === undefined && inverse > 1 && inverse >= leastInverse * all && agree + inverse >= leastAgreeing * all) return either;
  return agree >= leastAgreeing * all ? threshold : undefined;
}

function thresholdOf(legend: Legend, columns: readonly FormColumn[], termsOf: (column: FormColumn) => readonly Term[]): Threshold | undefined {
  const steps = stepsIn(legend);
  const grade = steps && columns.find((column) => column.holds === "status" && steps.every((step) => termsOf(column).some(({ text }) => plain(text) === plain(step.grade))));
  if (!grade) return undefined;
  const numbers = columns.filter((column) => column.holds === "number" && column.level === grade.level);
  const rate = numbers.find(({ header }) => /率|達成度/.test(header.at(-1) ?? ""));
  const reached = numbers.find(({ header }) => /実績/.test(header.at(-1) ?? ""));
  const target = numbers.find(({ header }) => /目標|指標値|計画/.test(header.at(-1) ?? ""));
  const source = rate ? { rate: rate.id } : reached && target ? { reached: reached.id, target: target.id } : undefined;
  if (!source) return undefined;
  const rest = steps.find((step) => step.from === undefined);
  const term = (text: string) => termsOf(grade).find((one) => plain(one.text) === plain(text))?.text ?? text;
  const sorted = steps.flatMap((step) => (step.from === undefined ? [] : [{ from: step.from, term: term(step.grade) }])).sort((one, other) => other.from - one.from);
  return { grade: grade.id, ...source, steps: sorted, ...(rest ? { else: term(rest.grade) } : {}) };
}

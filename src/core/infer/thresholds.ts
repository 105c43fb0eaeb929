import type { FormColumn, Term, Threshold } from "../form/schema.ts";
import { foldWidth } from "../form/fold.ts";
import { withoutSpace } from "../wording/hidden.ts";
import type { Legend } from "./legend.ts";

const from = /^[^0-9]{0,12}([0-9]+(?:\.[0-9]+)?)(%|割|パーセント)以上/;
const below = /^[^0-9]{0,12}([0-9]+(?:\.[0-9]+)?)(%|割|パーセント)未満$/;

interface Step {
  readonly from: number | undefined;
  readonly grade: string;
}

/** What a legend says of rates: 100％以上：7, or A：100％以上. Undefined where it is about something else. */
function stepsIn({ items }: Legend): readonly Step[] | undefined {
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

/** 1 for 100 %; undefined for what is below all others. */
function rateOf(text: string): number | undefined {
  const [, number, unit] = from.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) / (unit === "割" ? 10 : 100);
}

/** The thresholds that legends state for grade columns, with the columns of their numbers on the same level. */
export function inferThresholds(legends: readonly Legend[], columns: readonly FormColumn[], termsOf: (column: FormColumn) => readonly Term[]): readonly Threshold[] {
  return legends.flatMap((legend): Threshold[] => {
    const steps = stepsIn(legend);
    if (!steps) return [];
    const grade = columns.find((column) => column.holds === "status" && steps.every((step) => termsOf(column).some(({ text }) => plain(text) === plain(step.grade))));
    if (!grade) return [];
    const numbers = columns.filter((column) => column.holds === "number" && column.level === grade.level);
    const rate = numbers.find(({ header }) => /率/.test(header.at(-1) ?? ""));
    const reached = numbers.find(({ header }) => /実績/.test(header.at(-1) ?? ""));
    const target = numbers.find(({ header }) => /目標|指標値|計画/.test(header.at(-1) ?? ""));
    const source = rate ? { rate: rate.id } : reached && target ? { reached: reached.id, target: target.id } : undefined;
    if (!source) return [];
    const rest = steps.find((step) => step.from === undefined);
    const term = (text: string) => termsOf(grade).find((one) => plain(one.text) === plain(text))?.text ?? text;
    const sorted = steps.flatMap((step) => (step.from === undefined ? [] : [{ from: step.from, term: term(step.grade) }])).sort((one, other) => other.from - one.from);
    return [{ grade: grade.id, ...source, steps: sorted, ...(rest ? { else: term(rest.grade) } : {}) }];
  });
}

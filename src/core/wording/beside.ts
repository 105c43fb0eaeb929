import { sayCount } from "./counts.ts";
import { a1Range } from "../model/address.ts";
import type { Inspection } from "../model/finding.ts";
import { describeLeftOut, describeOtherKinds } from "./cards.ts";
import type { Language } from "./language.ts";

/** Further ones are only counted. */
const mostTables = 20;

/** What stands beside the evaluation and is no part of it, a sentence each: cards of other kinds, sheets beside cards, and tables of other forms on the sheet. */
export function describeBeside({ cards, otherTables = [] }: Pick<Inspection, "cards" | "otherTables">, language: Language): readonly string[] {
  return [
    ...(cards ? [...describeOtherKinds(cards, language), ...cards.leftOut.map((left) => describeLeftOut(left, language))] : []),
    ...(otherTables.length > 0 ? [describeTables(otherTables, language)] : []),
  ];
}

function describeTables(tables: NonNullable<Inspection["otherTables"]>, language: Language): string {
  const ranges = tables.slice(0, mostTables).map(({ first, last }) => a1Range(first, last));
  const more = tables.length - ranges.length;
  if (language === "ja") return `様式の異なる表は点検に含めません：${[...ranges, ...(more > 0 ? [`ほか${sayCount(more)}件`] : [])].join("、")}。`;
  return `Tables of another form are not in the check: ${[...ranges, ...(more > 0 ? [`${sayCount(more)} more`] : [])].join(", ")}.`;
}

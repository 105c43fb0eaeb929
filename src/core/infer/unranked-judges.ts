import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import { foldHeaderWord } from "../table/header.ts";
import type { Twins } from "./twins.ts";

/** A person, a board or an office in a header, with its letter or number: A委員, 委員1, 財政課. */
const judge = /.{0,12}(?:委員会?|評価者|評価員|審査員|審査者|専門家|アドバイザー|モニター(?!数)|(?:[課局室]|(?<!関)係|(?<![内外全一])部)(?=の|による|評価|評定|判定|$))[0-9a-z]{0,2}/;

/** True if the header names a person, a board or an office. */
export function namesJudge(column: FormColumn): boolean {
  return judge.test(headerOf(column));
}

function headerOf({ header }: FormColumn): string {
  return header.map(foldHeaderWord).join("");
}

/** A column's first filled cell and number of filled ones. */
interface Filled {
  readonly id: string;
  readonly cell: CellPlace;
  readonly count: number;
}

/**
 * Adds the columns in which several people judge the same by the same scale, where no word tells who comes last. None where columns are about
 * different things, such as 必要性 and 有効性; there all decide. @param statuses the columns of grades, left to right
 */
export function withUnrankedJudges(twins: readonly Twins[], columns: readonly FormColumn[], statuses: readonly Filled[]): readonly Twins[] {
  const groups = new Map<string, FormColumn[]>();
  for (const column of columns) {
    const header = headerOf(column);
    if (column.holds !== "status" || column.decides === false || twins.some(({ ids }) => ids.includes(column.id)) || !namesJudge(column)) continue;
    const key = [column.level, column.vocabulary, header.replace(judge, "#")].join("\u0000");
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const [own, ...others] = [...groups.values()].filter((group) => group.length > 1);
  // Who judges several things need not come last in all of them.
  if (!own || others.length > 0) return twins;
  const judges = new Map(own.map(({ id, name }) => [id, name]));
  const filled = statuses.filter(({ id }) => judges.has(id));
  const most = filled.reduce((largest, { count }) => Math.max(largest, count), 0);
  const assumed = filled.findLast(({ count }) => 2 * count >= most)?.id ?? "";
  return [...twins, { holds: "status", ids: filled.map(({ id }) => id), assumed, cells: filled.map(({ cell }) => cell), judges }];
}

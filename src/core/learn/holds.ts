import { foldWidth, foldWith } from "../form/fold.ts";
import { withoutSpace } from "../wording/hidden.ts";
import type { ColumnEvidence } from "./evidence.ts";
import { guessMeaning } from "./meaning.ts";
import { spellingsOf } from "./spellings.ts";

/** What a column that is no code may hold; "out" where the form leaves it out. */
export const contents = ["status", "text", "page", "out"] as const;
export type Content = (typeof contents)[number];

export interface ContentGuess {
  readonly content: Content;
  readonly sure: boolean;
}

const pageHeader = /頁|ページ|page|掲載|^p\.?$|資料/i;
const officeHeader = /担当|所管|部署|課名|部局|局名|係名/;
const office = /(?:課|係|部|室|局|所|センター|グループ|委員会)$/;
/** Numbers that hardly repeat count the rows. */
const runningNumber = /^[0-9０-９]{1,6}$/;
const statusHeader = /評価|達成|状況|有効|効果|判定|進捗|進み具合|度合|区分|方向性/;

/** What a column's cells and header words say that it holds. */
export function guessContent(column: ColumnEvidence): ContentGuess {
  const filled = column.strings + column.numbers + column.others;
  if (filled === 0) return { content: "out", sure: true };
  if (isPage(column)) return { content: "page", sure: true };
  if (column.numbers > column.strings) return { content: "out", sure: false };
  return guessWords(column);
}

function isPage(column: ColumnEvidence): boolean {
  const named = column.header.some((word) => pageHeader.test(word));
  const ways = column.texts.map(({ text, count }) => ({ way: pageWriting(text), count }));
  const pages = sum(ways.filter(({ way }) => way !== undefined && (named || way !== "{n}"))) + (named ? column.numbers : 0);
  return pages >= 0.6 * (column.strings + column.numbers);
}

/** How the text writes a page, {n} for its number: "p.{n}"; undefined where it is none. */
export function pageWriting(text: string): string | undefined {
  const parts = /^([^0-9]*)([0-9]{1,4})([^0-9]*)$/.exec(withoutSpace(foldWidth(text)));
  if (text.length > 20 || !parts || !isAffix(parts[1] ?? "") || !isAffix(parts[3] ?? "")) return undefined;
  return text.replace(/[0-9０-９]+/, "{n}");
}

function isAffix(text: string): boolean {
  return /^(?:|p|pp|page|頁|ページ|資料|資料p)$/.test(text.toLowerCase().replace(/[.。・]/g, ""));
}

function guessWords(column: ColumnEvidence): ContentGuess {
  const fold = foldWith(spellingsOf(column.texts));
  const words = new Map<string, number>();
  for (const { text, count } of column.texts) words.set(fold(text), (words.get(fold(text)) ?? 0) + count);
  const short = sum(column.texts);
  const counting = column.texts.length > 0 && column.texts.every(({ text }) => runningNumber.test(text));
  if (counting && words.size > 0.5 * short) return { content: "out", sure: true };
  if (short < 0.9 * column.strings || words.size > 20) return { content: "text", sure: true };
  const repeated = [...words.values()].filter((count) => count > 1).reduce((one, other) => one + other, 0);
  const guesses = column.texts.map(({ text }) => guessMeaning(text));
  if (guesses.every(({ symbol }) => symbol)) return { content: "status", sure: true };
  if (repeated < 0.5 * short) return { content: "text", sure: true };
  if (column.header.some((word) => officeHeader.test(word)) || column.texts.every(({ text }) => office.test(text))) return { content: "text", sure: true };
  const meant = column.texts.filter((_, index) => guesses[index]?.known).reduce((all, { count }) => all + count, 0);
  const named = column.header.some((word) => statusHeader.test(word));
  if (meant >= 0.5 * short) return { content: "status", sure: repeated >= 0.7 * short || named };
  return { content: named ? "status" : "text", sure: false };
}

function sum(texts: readonly { readonly count: number }[]): number {
  return texts.reduce((all, { count }) => all + count, 0);
}

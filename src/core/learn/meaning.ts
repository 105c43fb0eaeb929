import type { MarkLevel, Meaning } from "../model/finding.ts";
import { foldDashes, foldWidth } from "../form/fold.ts";
import { withoutSpace } from "../wording/hidden.ts";

/** What a term is guessed to say; `sure` false where a person should be asked. */
export interface Guess {
  readonly meaning: Meaning;
  readonly sure: boolean;
  /** False where nothing in the term tells its meaning. */
  readonly known: boolean;
  readonly symbol: boolean;
}

/** Signs and grades. What stands between good and bad differs from office to office. */
const symbols: readonly { readonly tags: string; readonly meaning: Meaning; readonly sure: boolean }[] = [
  { tags: "◎○〇◯SA", meaning: "good", sure: true },
  { tags: "△▲B", meaning: "bad", sure: false },
  { tags: "×✕✖☓CDE", meaning: "bad", sure: true },
  { tags: "-", meaning: "none", sure: true },
];
/** Ranks that say nothing of themselves: 1, ①, Ⅰ, a, ア. */
const rank = /^(?:[0-9a-z\u2460-\u24FF\u2776-\u2793Ⅰ-Ⅻⅰ-ⅻア-オイロハニ]|[A-Z][a-z])$/;

/** In this order: what is said of a problem that is none must not be read as a problem, nor 未評価 as 未達成. */
const words: readonly { readonly pattern: RegExp; readonly meaning: Meaning; readonly sure: boolean }[] = [
  { pattern: /(?:問題|課題|支障|遅れ|見直し(?:の必要)?)(?:は|が|も)?(?:なし|ない|無し|無い|不要)/, meaning: "good", sure: true },
  { pattern: /対象外|該当(?:なし|せず|しない)|(?:評価|判定|判断|測定)(?:でき(?:ない|ず)|不能|不可|しない|困難|せず|なし|保留)|未(?:評価|判定|定|公表|確定)|集計中|^(?:なし|無し|無)$|^n\/?a$/i, meaning: "none", sure: true },
  { pattern: /な(?:い|かった)|無(?:い|かった)|せず|できず|ず$|不|未|遅|見直|みなお|廃止|中止|休止|縮小|悪|低(?:い|下|調)|下回|困難|問題|課題あり|要改善|改善が必要|停滞|後退|失敗/, meaning: "bad", sure: true },
  { pattern: /一部|やや|部分的|半ば/, meaning: "bad", sure: false },
  { pattern: /達成|順調|有効|実施|継続|推進|拡充|完了|良|適切|十分|上回|前倒し|早い|維持|(?:どお|とお|通)り|向上|充実|改善/, meaning: "good", sure: true },
];

/** What a term's words or sign say. */
export function guessMeaning(text: string): Guess {
  const bare = foldDashes(foldWidth(withoutSpace(text)));
  const symbol = bare.length === 1 ? symbols.find(({ tags }) => tags.includes(bare)) : undefined;
  if (symbol) return { meaning: symbol.meaning, sure: symbol.sure, known: true, symbol: true };
  if (rank.test(bare) || rank.test(text)) return { meaning: "none", sure: false, known: false, symbol: true };
  const word = words.find(({ pattern }) => pattern.test(bare));
  return word ? { meaning: word.meaning, sure: word.sure, known: true, symbol: false } : { meaning: "none", sure: false, known: false, symbol: false };
}

export interface MarkGuess {
  readonly mark: MarkLevel | "none";
  readonly sure: boolean;
}

const calls = /見直|みなお|見なお|廃止|中止|抜本|要改善/;
/** From good to bad. */
const order = ["△", "▲", "B", "C", "D", "E", "×", "✕", "✖", "☓"];

/** The review mark of a bad term: required where it calls for a change, or where it is the worst of several bad signs. */
export function guessMark(text: string, bad: readonly string[]): MarkGuess {
  if (calls.test(withoutSpace(text))) return { mark: "required", sure: true };
  const ranks = bad.map(rankOf).filter((place) => place >= 0);
  const own = rankOf(text);
  const worst = own >= 0 && ranks.length > 1 && own === Math.max(...ranks);
  return worst ? { mark: "required", sure: false } : { mark: "attention", sure: true };
}

function rankOf(text: string): number {
  return order.indexOf(foldWidth(withoutSpace(text)));
}

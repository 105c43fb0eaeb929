import { withoutSpace } from "../wording/hidden.ts";

/** Circled numbers and letters stay: ① is a term of its own, and 1 is not ①. */
const circled = /[\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF]/;
const notCircled = /[^\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF]+/g;
const dashes = /[‐‑‒–—―−ー－─━﹣⁃]/g;
const punctuation = /[、。，．,.・･:：;；]/g;

/** Half-width and full-width letters, composed and decomposed kana become one (NFKC); circled numbers stay. */
export function foldWidth(text: string): string {
  return circled.test(text) ? text.replace(notCircled, (run) => run.normalize("NFKC")) : text.normalize("NFKC");
}

/** Every dash becomes "-". */
export function foldDashes(text: string): string {
  return text.replace(dashes, "-");
}

/** The same few words are folded for every vocabulary; the bound keeps a hostile sheet from filling the memory. */
const mostKnown = 10_000;

/** Makes spelling variants of one text equal: width, white space, dashes, punctuation and the form's own spellings. */
export type Fold = (text: string) => string;

/** The fold for a form's spellings, each group with the usual word first. */
export function foldWith(spellings: readonly (readonly string[])[]): Fold {
  const variants = spellings
    .flatMap(([usual = "", ...others]) => others.map((other) => [other, usual] as const))
    .sort(([one], [other]) => other.length - one.length);
  const known = new Map<string, string>();
  return (text) => {
    let folded = known.get(text);
    if (folded !== undefined) return folded;
    folded = foldDashes(withoutSpace(foldWidth(text))).replace(punctuation, "");
    for (const [variant, usual] of variants) folded = folded.replaceAll(variant, usual);
    if (known.size < mostKnown) known.set(text, folded);
    return folded;
  };
}

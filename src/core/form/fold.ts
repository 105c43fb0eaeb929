import { withoutSpace } from "../wording/hidden.ts";
import { plainLetters } from "../wording/letters.ts";

/** Circled numbers and letters stay: ① is a term of its own, and 1 is not ①. */
const notCircled = /[^\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF]+/g;
/** What people type for a hyphen, beside it. */
export const dashLetters = "‐‑‒–—―−ー－─━﹣⁃﹘⸺⸻˗⎯";
const dashes = new RegExp(`[${dashLetters}]`, "g");
const punctuation = /[、。，．,.・･:：;；]/g;

/** True for a hyphen, or what is typed for one. */
export function isDashLetter(letter = ""): boolean {
  return letter !== "" && `-${dashLetters}`.includes(letter);
}

/** Letters that NFKC leaves as they are. */
const plain = /^[!-~\u3001\u3002\u3005-\u301b\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff]*$/;

/** Unifies letters that differ in width, look alike or are split: NFKC, after radicals and separate marks; circled numbers stay. */
export function foldWidth(text: string): string {
  if (plain.test(text)) return text;
  return plainLetters(text).replace(notCircled, (run) => run.normalize("NFKC"));
}

/** Every dash becomes "-". */
export function foldDashes(text: string): string {
  return text.replace(dashes, "-");
}

const lookAlikes = ["○〇◯", "×✕✖☓"];

/** Circles and crosses that look alike become one. */
export function foldMarks(text: string): string {
  return text.replace(/[〇◯]/g, "○").replace(/[✕✖☓]/g, "×");
}

/** The first circle or cross of the text; undefined where it has none. */
export function markIn(text: string): string | undefined {
  return /[○〇◯×✕✖☓]/.exec(text)?.[0];
}

/** The text with this circle or cross in the place of those that look like it. */
export function withMark(text: string, mark: string): string {
  const alike = lookAlikes.find((marks) => marks.includes(mark)) ?? "";
  return Array.from(text, (letter) => (alike.includes(letter) ? mark : letter)).join("");
}

/** The same function with a cache of the last text, since a text is folded for one column after another. */
export function keepingLast<Result>(read: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) };
    return last.result;
  };
}

/** Makes spelling variants of one text equal: width, white space, dashes, punctuation and the form's own spellings. */
export type Fold = (text: string) => string;

/** The fold for a form's spellings, each group with its usual word first. */
export function foldWith(spellings: readonly (readonly string[])[]): Fold {
  const variants = spellings
    .flatMap(([usual = "", ...others]) => others.map((other) => [other, usual] as const))
    .sort(([one], [other]) => other.length - one.length);
  return keepingLast((text) => {
    let folded = foldMarks(foldDashes(withoutSpace(foldWidth(text)))).replace(punctuation, "");
    for (const [variant, usual] of variants) if (folded.includes(variant)) folded = folded.replaceAll(variant, usual);
    return folded;
  });
}

/** The text with letters, digits and brackets of full width. */
export function widen(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

const continued = /[(（〔［【[](?:の?続き?|の?つづき)[)）〕］】\]]$/;

/** A text without the remark that it is continued from the page before: 緑のまち（続き）. */
export function withoutContinued(text: string): string {
  return text.replace(continued, "");
}

/** True for such a remark alone. */
export function isContinued(text: string): boolean {
  return text !== "" && withoutContinued(text) === "";
}

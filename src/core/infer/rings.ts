import type { Word } from "./profile.ts";
import { foldTerm } from "./scales.ts";

/** A grade without the mark beside it: A for A○, A+ and A-. A lone mark stays. */
export function withoutRing(text: string): string {
  return text.replace(/(?<=.)[○◯〇+＋*＊]$|(?<=^[A-ZＡ-Ｚ])[-－−]$/, "");
}

/** The terms with those that have a mark beside them, A○ or A+, where several cells have one. */
export function withRings<Draft extends { readonly text: string }>(drafts: readonly Draft[], words: readonly Word[]): readonly Draft[] {
  const signs = new Set(drafts.map(({ text }) => foldTerm(text)));
  const marked = words.filter(({ text }) => withoutRing(text) !== text && !signs.has(foldTerm(text)) && signs.has(foldTerm(withoutRing(text))));
  if (marked.reduce((all, { count }) => all + count, 0) < 2) return drafts;
  const rings = [...new Set(marked.map(({ text }) => text.slice(-1)))];
  const [above, below] = [rings.filter((ring) => /[+＋]/.test(ring)), rings.filter((ring) => !/[+＋]/.test(ring))];
  return drafts.flatMap((draft) => {
    const ringed = (ring: string): Draft => ({ ...draft, text: `${draft.text}${ring}` });
    return /^[A-ZＡ-Ｚ]$/.test(draft.text) ? [...above.map(ringed), draft, ...below.map(ringed)] : [draft];
  });
}

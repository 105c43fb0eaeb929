import { osakaWard } from "../form/built-in.ts";

/** Ways to write one sign, beside the ways to write one word that every form of ours knows. */
const known: readonly (readonly string[])[] = [...osakaWard.spellings, ["○", "〇", "◯"], ["×", "✕", "✖", "☓"]];

/** The known groups that the terms use, with the way that stands most often first. */
export function spellingsOf(texts: readonly { readonly text: string; readonly count: number }[]): string[][] {
  return known.flatMap((group) => {
    const counted = group.map((word) => ({ word, count: countOf(word, texts) }));
    if (counted.every(({ count }) => count === 0)) return [];
    const [usual] = [...counted].sort((one, other) => other.count - one.count);
    return usual ? [[usual.word, ...group.filter((word) => word !== usual.word)]] : [];
  });
}

function countOf(word: string, texts: readonly { readonly text: string; readonly count: number }[]): number {
  return texts.reduce((sum, { text, count }) => sum + (text.includes(word) ? count : 0), 0);
}

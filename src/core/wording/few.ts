import { sayCount } from "./counts.ts";
import type { Language } from "./language.ts";

/** A sentence names no more things than these. */
export const mostNamed = 3;

/** The first names, and how many more there are. @param count of all, where not all are given */
export function nameFew(names: readonly string[], language: Language, count = names.length): string {
  const more = count - mostNamed;
  const first = names.slice(0, mostNamed).join(language === "ja" ? "、" : ", ");
  if (more <= 0) return first;
  return language === "ja" ? `${first} ほか${sayCount(more)}件` : `${first} and ${sayCount(more)} more`;
}

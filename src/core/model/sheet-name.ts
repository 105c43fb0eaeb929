import { cutText } from "./cut.ts";
import { plainText } from "./plain-text.ts";

/** Excel counts UTF-16 units: https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9 */
const longest = 31;

/**
 * A name for a new sheet, as close to the wish as Excel allows: at most 31 UTF-16 units, no []:*?/\ or control
 * characters, no apostrophe at either end, and none of `taken`: then 「集計」 becomes 「集計 (2)」. Names that differ only in
 * case or width count as the same. "Sheet" where nothing of the wish can be kept.
 */
export function sheetName(wish: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map(plainText));
  const legal = trimmed(wish.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ")) || "Sheet";
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = trimmed(cutText(legal, longest - suffix.length)) + suffix;
    if (!used.has(plainText(name))) return name;
  }
}

function trimmed(text: string): string {
  return text.replaceAll(/^['\s]+|(?<!['\s])['\s]+$/g, "");
}

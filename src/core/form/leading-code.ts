import { knownWords } from "./code-words.ts";
import { scanAny, type ScannedCode } from "./scan.ts";

/** Characters of a text among which the code at its start is looked for. */
const longest = 80;

/** The code at the start of a text, with the usual words around it; undefined where none is there. Its `rest` is that of the first 80 characters. */
export function leadingCode(text: string): ScannedCode | undefined {
  return scanAny(text.slice(0, longest), knownWords);
}

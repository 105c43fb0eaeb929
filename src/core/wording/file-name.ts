import { cutText } from "../model/cut.ts";
import { tidy } from "./hidden.ts";

/** Of a name in UTF-16 units: three nested ones stay far below the 260 that Windows takes for a path. */
const longest = 50;
/** Names of devices, whatever their ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const illegal = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A name for a new file or folder that every system takes, as close to the wish as possible: without separators, forbidden
 * or invisible characters, dots or spaces at an end; none of Windows' devices, at most 50 UTF-16 units, none of `taken`: then 「旭区」 becomes 「旭区 (2)」. Names
 * that differ only in case or width count as the same. @param otherwise where nothing of the wish can be kept; @param taken gets the name
 */
export function fileName(wish: string, otherwise: string, taken: Set<string>): string {
  const legal = trimmed(tidy(wish.replaceAll(/\s/g, " ")).replaceAll(illegal, "_")) || otherwise;
  const plain = reserved.test(legal) ? `_${legal}` : legal;
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = trimmed(cutText(plain, longest - suffix.length)) + suffix;
    const folded = name.normalize("NFKC").toLowerCase();
    if (taken.has(folded)) continue;
    taken.add(folded);
    return name;
  }
}

function trimmed(name: string): string {
  return name.replaceAll(/^[. ]+|(?<![. ])[. ]+$/g, "");
}

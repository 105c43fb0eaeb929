import { cutText } from "../model/cut.ts";
import { plainText } from "../model/plain-text.ts";
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
  const plain = legalName(wish, otherwise);
  return untaken((suffix) => trimmed(cutText(plain, longest - suffix.length)) + suffix, taken);
}

/**
 * The path for a copy of a file that has this one, folders parted by "/", as close to it as every system takes: as `fileName`, but not shortened,
 * and with a number before the ending. @param taken gets the path
 */
export function filePath(path: string, otherwise: string, taken: Set<string>): string {
  const plain = path.split("/").map((part) => legalName(part, otherwise)).join("/");
  const dot = plain.lastIndexOf(".");
  const end = dot > plain.lastIndexOf("/") ? dot : plain.length;
  return untaken((suffix) => plain.slice(0, end) + suffix + plain.slice(end), taken);
}

/** Endings that say what a file is; whatever else follows a dot belongs to the name. */
const endings = /\.(?:xl[a-z]{1,2}|csv|tsv|txt|pdf|docx?|ods|html?|xml|zip|tmp|bak)$/i;

/** The name of a file without the ending that says what it is. */
export function withoutEnding(name: string): string {
  return name.replace(endings, "");
}

/** The name with the ending of the file's kind in place of another one. @param ending without its dot; undefined where it is not known */
export function withEnding(name: string, ending: string | undefined): string {
  return ending === undefined || name.toLowerCase().endsWith(`.${ending}`) ? name : `${withoutEnding(name)}.${ending}`;
}

function legalName(wish: string, otherwise: string): string {
  const legal = trimmed(tidy(wish.replaceAll(/\s/g, " ")).replaceAll(illegal, "_")) || otherwise;
  return reserved.test(legal) ? `_${legal}` : legal;
}

/** The first name that no other one has. @param withSuffix the name with "" or a number in it */
function untaken(withSuffix: (suffix: string) => string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = withSuffix(number === 1 ? "" : ` (${number})`);
    const folded = plainText(name);
    if (taken.has(folded)) continue;
    taken.add(folded);
    return name;
  }
}

function trimmed(name: string): string {
  return name.replaceAll(/^[. ]+|(?<![. ])[. ]+$/g, "");
}

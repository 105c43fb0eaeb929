import { addAll } from "../core/model/many.ts";
import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isSheetName, isSideFile } from "../hosts/file/sheet-files.ts";
import { realPath } from "./real-path.ts";

/** The files that the words of a command line name. */
export interface Sources {
  readonly files: readonly string[];
  /** Files that belong to another and hold no sheet. */
  readonly passedOver: readonly string[];
  /** How many files of a folder are not read, since an earlier run wrote them where this one writes. */
  readonly written: number;
}

/** True for the name of a file that a folder is searched for, also in a folder of its own. */
export function isSheetFile(path: string): boolean {
  return isSheetName(path) && !isSideFile(basename(path)) && !/(?:^|[\\/])\.[^\\/]*[\\/]/.test(path);
}

/**
 * Files as they are; for a folder all sheets in it and its subfolders, without following links; for a pattern that the shell
 * did not expand all matching files. Each once, however often it is named. A word that names nothing stays, so that the user is
 * told. @param out the file or folder to write: where it is inside a folder that is read, what is there is no source
 */
export function sourcesOf(words: readonly string[], out?: string): Sources {
  let written = 0;
  const sheets = (folder: string) => {
    const all = sheetsIn(folder);
    const own = out === undefined || !isInside(out, folder) ? all : all.filter((path) => resolve(path) !== resolve(out) && !isInside(path, out));
    written += all.length - own.length;
    // A folder without sheets stands for itself.
    return own.length > 0 ? own : [folder];
  };
  const found = words.flatMap((word) => (isFolder(word) ? sheets(word) : fittingOf(word)));
  const seen = new Set<string>();
  const files: string[] = [];
  const passedOver: string[] = [];
  for (const path of found) {
    const place = placeOf(path);
    if (seen.has(place)) continue;
    seen.add(place);
    (isSideFile(basename(path)) ? passedOver : files).push(path);
  }
  return { files, passedOver, written };
}

/** One for all links to a file and, on Windows, all ways to write its name. */
function placeOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** True below the folder; false for the folder itself. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Undefined if nothing is there, or if the system does not tell. */
export function statOf(path: string): Stats | undefined {
  try {
    const real = realPath(path);
    return real === undefined ? undefined : statSync(real);
  } catch {
    return undefined;
  }
}

function sheetsIn(folder: string): readonly string[] {
  const found: string[] = [];
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parent = next;
    const entries = entriesOf(parent);
    const at = (entry: Dirent) => join(parent, entry.name);
    addAll(found, entries.filter((entry) => entry.isFile() && isSheetName(entry.name)).map(at));
    addAll(open, entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(at).reverse());
  }
  return found;
}

function fittingOf(word: string): readonly string[] {
  const pattern = basename(word);
  if (!/[*?]/.test(pattern) || statOf(word)) return [word];
  const fitting = entriesOf(dirname(word)).filter(({ name }) => (!name.startsWith(".") || pattern.startsWith(".")) && fits(name, pattern));
  return fitting.length > 0 ? fitting.map(({ name }) => join(dirname(word), name)) : [word];
}

/** Sorted by name; none if the folder cannot be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(realPath(folder) ?? folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** True if the name matches a pattern of * and ? in any case, as in a Windows shell. It only backtracks to the last star. */
function fits(name: string, pattern: string): boolean {
  const [text, wanted] = [name.normalize("NFC").toLowerCase(), pattern.normalize("NFC").toLowerCase()];
  let [at, place, star, from] = [0, 0, -1, 0];
  while (at < text.length) {
    if (wanted[place] === "*") [star, from, place] = [place, at, place + 1];
    else if (place < wanted.length && (wanted[place] === "?" || wanted[place] === text[at])) [at, place] = [at + 1, place + 1];
    else if (star >= 0) [place, from, at] = [star + 1, from + 1, from + 1];
    else return false;
  }
  return /^\**$/.test(wanted.slice(place));
}

import type { CellValue } from "../model/grid.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { dashLetters, foldDashes, foldMarks, foldWidth, keepingLast } from "./fold.ts";

const inBrackets = /^(?:「(.*)」|『(.*)』|【(.*)】|〔(.*)〕|《(.*)》|〈(.*)〉|\((.*)\)|\[(.*)\]|<(.*)>|"(.*)"|“(.*)”)$/;
const noteBefore = /^(?:[※*†‡]|注[0-9]{0,2}[):.])[0-9]{0,2}\)?/;
const noteBehind = /(?:\((?:[※*注][0-9]{0,3})\)|[※*†‡]{1,3}[0-9]{0,3}|注[0-9]{0,3}\)?)$/;
const superscripts = /[\u2070-\u2079\u00b9\u00b2\u00b3]{1,3}$/;

/** The text inside the surrounding brackets, or without a note mark, folded and without spaces; undefined where it has neither. */
function withoutMarks(text: string): string | undefined {
  const enclosed = inBrackets.exec(text);
  const bare = enclosed ? enclosed.slice(1).join("") : text.replace(noteBefore, "").replace(noteBehind, "");
  return bare === text || bare === "" ? undefined : bare;
}

/** The text without a superscript note number. */
function withoutSuperscripts(text: string): string {
  return text.replace(superscripts, "");
}

const dittos: ReadonlySet<string> = new Set(["〃", "〟", "″", "”", "〞", '"', "仝", "同上", "同じ", "上に同じ"]);

/** True for a text that repeats the cell above it. */
export function isDitto(value: CellValue): boolean {
  return typeof value === "string" && value.length < 10 && dittos.has(withoutSpace(value));
}

/** A sign for comparison: width, spaces and the way to draw dashes and circles go. */
export function narrow(text: string): string {
  return foldMarks(foldDashes(withoutSpace(foldWidth(text))));
}

/** Kept, since each vocabulary asks for the same text. */
export const narrowOf = keepingLast(narrow);

/** The text without surrounding brackets, a note mark or a note's number; undefined where it has none. */
export const bareOf = keepingLast((text) => {
  const plain = withoutSuperscripts(text);
  return withoutMarks(plain === text ? narrowOf(text) : narrow(plain)) ?? (plain === text ? undefined : plain);
});

/** True for a mark that says that something is chosen: ○, ●, ✓, a ticked box, a 1 that is counted. */
export function marksChoice(value: CellValue): boolean {
  return value === 1 || isTick(value, true) || isLoneMark(value, "○〇◯◎●■☑✓✔レ1１");
}

/** True for a mark that, beside blank circles and boxes, alone says it. */
export function isFullMark(value: CellValue): boolean {
  return isLoneMark(value, "◎●■☑✓✔レ");
}

/** True for what stands where nothing is chosen: a box that is blank or not ticked, a dash. */
export function marksNothing(value: CellValue): boolean {
  return isTick(value, false) || isLoneMark(value, `□☐-${dashLetters}`);
}

/** Excel's boxes in cells hold TRUE and FALSE; so do text files made of them. */
function isTick(value: CellValue, isTicked: boolean): boolean {
  return value === isTicked || value === String(isTicked).toUpperCase();
}

function isLoneMark(value: CellValue, marks: string): boolean {
  const text = typeof value !== "string" ? "" : value.length === 1 ? value : withoutSpace(value);
  return text.length === 1 && marks.includes(text);
}

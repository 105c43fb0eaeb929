import type { CellValue } from "../model/grid.ts";

const marked = "■●☑☒✓✔レ◉";
const unmarked = "□○☐◯〇";
const choice = new RegExp(`([${marked}${unmarked}])[\\s\\u3000]*([^${marked}${unmarked}\\s\\u3000、,/／]{1,20})`, "g");

const markAlone = new RegExp(`^[\\s\\u3000]*[${marked}${unmarked}◎][\\s\\u3000]*$`);
const markFirst = new RegExp(`^[\\s\\u3000]*[${marked}${unmarked}]`);

/** True for a text that is only the mark of a choice. */
export function isMark(value: CellValue): value is string {
  return typeof value === "string" && markAlone.test(value);
}

/** True for a text that begins with a mark of a choice. */
export function beginsWithMark(value: CellValue): value is string {
  return typeof value === "string" && markFirst.test(value);
}

/** True for a text that begins with a mark of a chosen word. */
export function isMarked(value: CellValue): boolean {
  return beginsWithMark(value) && marked.includes(value.trim().charAt(0));
}

/** A word that can be marked as a choice in a cell. */
export interface Choice {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The choices of a cell, possibly none. */
export function choicesIn(value: CellValue): readonly Choice[] {
  if (typeof value !== "string" || value.length > 500) return [];
  const found = [...value.matchAll(choice)].map(([, mark = "", text = ""]) => ({ text, isMarked: marked.includes(mark) }));
  return found.length >= 2 ? found : [];
}

/** The marked choice; undefined if none is marked, all marked words if several are; the whole value without choices. */
export function chosenIn(value: CellValue): CellValue {
  const choices = choicesIn(value);
  if (typeof value !== "string" || choices.length === 0) return value;
  const own = choices.filter(({ isMarked }) => isMarked);
  return own.length === 1 ? own[0]?.text : own.length === 0 ? undefined : value.trim().replace(/[\s\u3000]+/g, " ");
}

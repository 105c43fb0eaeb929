import type { Answer } from "./probe.ts";

/** Lines of words; the first is the header. */
export type Table = readonly (readonly string[])[];

/** Rounded to whole numbers. */
export function median(numbers: readonly number[]): string {
  return ([...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN).toFixed(0);
}

/** Rounded to whole numbers. */
export function longest(numbers: readonly number[]): string {
  return Math.max(...numbers).toFixed(0);
}

/** A line for all answers to an action. */
export function answerLine(name: string, answers: readonly Answer[]): readonly string[] {
  const shown = answers.map((answer) => answer.shown);
  const busy = answers.map((answer) => answer.busy);
  const task = Math.max(...answers.map((answer) => answer.task));
  return [name, median(shown), longest(shown), task === 0 ? "below 50" : task.toFixed(0), median(busy), longest(busy)];
}

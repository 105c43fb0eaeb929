/*
 * A call takes only so many arguments (125,000 in V8): an array of a file's size is never spread into one.
 */

/** Adds all to the end of the list. */
export function addAll<Some>(list: Some[], more: Iterable<Some>): void {
  for (const one of more) list.push(one);
}

/** The largest number, or `least` where none is above it. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/** The smallest number, or `most` where none is below it. */
export function smallest(numbers: Iterable<number>, most = Infinity): number {
  let found = most;
  for (const number of numbers) if (number < found) found = number;
  return found;
}

/** Lines of words; the first one heads the others. */
export type Table = readonly (readonly string[])[];

/** In whole numbers. */
export function median(numbers: readonly number[]): string {
  return ([...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN).toFixed(0);
}

/** In whole numbers. */
export function longest(numbers: readonly number[]): string {
  return Math.max(...numbers).toFixed(0);
}

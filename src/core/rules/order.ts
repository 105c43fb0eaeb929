/**
 * The fewest places whose removal leaves the numbers rising; the latest ones where several sets are as small.
 * Unknown numbers are passed over. Linear times the logarithm (patience sorting, from the end).
 */
export function outOfOrder(numbers: readonly (number | undefined)[], allowEqual = false): readonly number[] {
  const lengths = longestFrom(numbers, allowEqual);
  let needed = lengths.reduce((most, length) => Math.max(most, length), 0);
  let last = -Infinity;
  const removed: number[] = [];
  numbers.forEach((number, index) => {
    if (number === undefined) return;
    if (lengths[index] === needed && (number > last || (allowEqual && number === last))) {
      last = number;
      needed--;
    } else removed.push(index);
  });
  return removed;
}

/** For every place the length of the longest rising sequence that begins there. */
function longestFrom(numbers: readonly (number | undefined)[], allowEqual: boolean): readonly number[] {
  const lengths = new Array<number>(numbers.length).fill(0);
  /** tops[length - 1] is the largest first number of a rising sequence of this length, from the end. */
  const tops: number[] = [];
  for (let index = numbers.length - 1; index >= 0; index--) {
    const number = numbers[index];
    if (number === undefined) continue;
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const top = tops[middle] ?? -Infinity;
      if (top > number || (allowEqual && top === number)) low = middle + 1;
      else high = middle;
    }
    tops[low] = number;
    lengths[index] = low + 1;
  }
  return lengths;
}

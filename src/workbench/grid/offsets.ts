/** Positions of rows or columns, from their sizes. */
export class Offsets {
  readonly #starts: Float64Array;

  constructor(readonly sizes: Float64Array) {
    this.#starts = new Float64Array(sizes.length + 1);
    let total = 0;
    sizes.forEach((size, index) => (this.#starts[index + 1] = total += size));
  }

  get count(): number {
    return this.sizes.length;
  }

  /** Position of the item; beyond the last one, the whole length. */
  start(index: number): number {
    return this.#starts[Math.min(Math.max(index, 0), this.count)] ?? 0;
  }

  size(index: number): number {
    return this.sizes[index] ?? 0;
  }

  /** The length from one item to another, both included. */
  span(first: number, last: number): number {
    return this.start(last + 1) - this.start(first);
  }

  /** The item at a position; the first or last one beyond the ends. */
  at(position: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= position) low = middle;
      else high = middle - 1;
    }
    return this.shown(low);
  }

  /** The next visible item, in steps of 1 or -1; the same one where there is none. */
  next(index: number, step: 1 | -1): number {
    for (let at = index + step; at >= 0 && at < this.count; at += step) if (this.size(at) > 0) return at;
    return index;
  }

  /** The item itself, or the nearest visible one. */
  shown(index: number): number {
    const at = Math.min(Math.max(index, 0), this.count - 1);
    if (this.size(at) > 0) return at;
    const after = this.next(at, 1);
    return after === at ? this.next(at, -1) : after;
  }

  /** The first of the hidden items right before this one; undefined where there is none. */
  hiddenBefore(index: number): number | undefined {
    let first = index;
    while (first > 0 && this.size(first - 1) === 0) first--;
    return first === index ? undefined : first;
  }
}

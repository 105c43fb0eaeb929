/**
 * The heights of a list's lines in pixels: as measured, or as estimated until then. Where a line begins is added up on
 * demand, from the first line whose height changed.
 */
export class Heights {
  readonly #measured = new Map<number, number>();
  /** Where each line begins, right up to that of number `#known`. */
  readonly #starts: number[] = [0];
  #known = 0;
  #count = 0;
  #estimate: (index: number) => number = () => 0;

  /** The lines that there are now. What was measured of a line stays until it is measured anew. */
  describe(count: number, estimate: (index: number) => number): void {
    if (count === this.#count && estimate === this.#estimate) return;
    this.#count = count;
    this.#estimate = estimate;
    this.#known = 0;
  }

  /** Takes a line's height, and returns by how much it differs from the one assumed. */
  measure(index: number, height: number): number {
    const difference = height - this.#height(index);
    this.#measured.set(index, height);
    this.#known = Math.min(this.#known, index);
    return difference;
  }

  /** Whether no height from one line to another is a guess. */
  areMeasured(first: number, last: number): boolean {
    for (let index = first; index <= last; index += 1) if (!this.#measured.has(index)) return false;
    return true;
  }

  /** Where a line begins, from the top of the list; that of the line after the last is the height of all. */
  start(index: number): number {
    for (; this.#known < index; this.#known += 1) this.#starts[this.#known + 1] = (this.#starts[this.#known] ?? 0) + this.#height(this.#known);
    return this.#starts[index] ?? 0;
  }

  /** The line at a distance from the top: the last one that begins there or above; 0 where there is none. */
  at(distance: number): number {
    this.start(this.#count);
    let [low, high] = [0, this.#count];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.start(middle) <= distance) low = middle;
      else high = middle;
    }
    return low;
  }

  #height(index: number): number {
    return this.#measured.get(index) ?? this.#estimate(index);
  }
}

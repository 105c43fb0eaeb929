/** Lets one piece of work in at a time; the others queue in the order they came. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns what the work returns. What one piece of work throws is its own: the next one still gets its turn. */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const own = this.#last.then(work);
    this.#last = own.catch(() => undefined);
    return own;
  }
}

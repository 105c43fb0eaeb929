/** Runs one piece of work at a time; the others wait in order. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns the result of the work. A piece of work that throws does not stop the next one. */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const own = this.#last.then(work);
    this.#last = own.catch(() => undefined);
    return own;
  }
}

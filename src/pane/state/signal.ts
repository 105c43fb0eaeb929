/** Passes values to its listeners. */
export class Signal<Value> {
  readonly #listeners = new Set<(value: Value) => void>();

  /** @returns a function that ends it */
  readonly listen = (listener: (value: Value) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly tell = (value: Value): void => {
    for (const listener of [...this.#listeners]) listener(value);
  };
}

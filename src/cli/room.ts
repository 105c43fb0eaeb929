/** Room for so much work at once, whatever it is measured in. Who asks first is let in first. */
export class Room {
  #free: number;
  readonly #waiting: { readonly size: number; readonly enter: () => void }[] = [];

  constructor(readonly size: number) {
    this.#free = size;
  }

  /** @param size how much room the work takes, at most all there is */
  async run<Value>(size: number, work: () => Promise<Value>): Promise<Value> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ size, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#free += size;
      this.#admit();
    }
  }

  #admit(): void {
    for (let [next] = this.#waiting; next !== undefined && next.size <= this.#free; [next] = this.#waiting) {
      this.#waiting.shift();
      this.#free -= next.size;
      next.enter();
    }
  }
}

/** Milliseconds without an edit: cells that are filled at once count as one edit. */
const shortest = 80;
const longest = 3000;

/** Works a moment after the last nudge. Long work makes it wait as long, so that typing stays smooth. */
export class Follower {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lasted = 0;

  constructor(private readonly work: () => Promise<unknown>) {}

  nudge(): void {
    this.stop();
    this.#timer = setTimeout(() => void this.#run(), Math.min(longest, Math.max(shortest, this.#lasted)));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    const started = performance.now();
    await this.work();
    this.#lasted = performance.now() - started;
  }
}

/** Milliseconds for which the news of something done stays in sight. */
export const stays = 10_000;

/** Ends something after a while, which begins anew whenever the user has left it again. */
export class Stay {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #isHeld = false;

  constructor(private readonly end: () => void) {}

  begin(): void {
    this.#isRunning = true;
    this.#wait();
  }

  stop(): void {
    this.#isRunning = false;
    this.#wait();
  }

  /** Call when the user comes to it by pointer or focus, and when they leave it. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#isRunning || this.#isHeld) return;
    this.#timer = setTimeout(() => {
      this.#isRunning = false;
      this.end();
    }, stays);
  }
}

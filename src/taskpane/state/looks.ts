/** Milliseconds from a check, or from a look, to the next look. */
const pause = 3000;
/** So many times as long as a look lasted none follows, since Excel stands still meanwhile. */
const rest = 20;

/** Looks at the workbook when the user comes back to the pane, now and then. */
export class Looks {
  #next = 0;

  constructor(private readonly work: () => Promise<void>) {}

  /** @param checked when the sheet was checked, and the present time, both as milliseconds of `Date.now` */
  async look(checked: number, now: number): Promise<void> {
    if (now < Math.max(this.#next, checked + pause)) return;
    this.#next = Infinity;
    const begun = performance.now();
    try {
      await this.work();
    } finally {
      this.#next = now + pause + rest * (performance.now() - begun);
    }
  }
}

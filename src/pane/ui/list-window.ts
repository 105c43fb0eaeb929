import { Heights } from "./heights.ts";

/** What is drawn of a list. */
export interface ListLines {
  readonly count: number;
  /** Pixels of a line that was not drawn yet. */
  readonly estimate: (index: number) => number;
  /** Lines above and below those in view that are drawn, so that scrolling finds them there. */
  readonly beyond: number;
}

/** A line that is drawn, and pixels from the top of the list to it. */
export interface DrawnLine {
  readonly index: number;
  readonly start: number;
}

/** The window on a long list: which of its lines are in view, how high they are, and the way to one of them. */
export class ListWindow {
  readonly #heights = new Heights();
  readonly #onChange: () => void;
  readonly #sizes = new ResizeObserver((entries) => this.#look(entries.map(({ target }) => target)));
  #lines: ListLines = { count: 0, estimate: () => 0, beyond: 0 };
  #scroller: HTMLElement | null = null;
  #top = 0;
  #height = 0;
  #shown = "";
  /** Pixels by which lines above the window grew and the scroller has not moved yet, and how many of them were drawn. */
  #grown = 0;
  #due = 0;
  /** The line that is to come into view. */
  #target: number | undefined;

  /** `onChange` is called where other lines come into view, or move. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Takes the list as it is now. */
  describe(lines: ListLines): void {
    this.#lines = lines;
    this.#heights.describe(lines.count, lines.estimate);
    this.#due = this.#grown;
  }

  /** Pixels of the whole list. */
  get height(): number {
    return this.#heights.start(this.#lines.count);
  }

  /** The lines to draw from the top down: those in view, some beyond, and those that stay although they are not in view. */
  drawn(kept: readonly number[]): readonly DrawnLine[] {
    const { count } = this.#lines;
    const { first, last } = this.#range();
    const indexes = new Set([...kept.filter((index) => index >= 0 && index < count), ...Array.from({ length: Math.max(0, last - first + 1) }, (_, each) => first + each)]);
    return [...indexes].sort((one, other) => one - other).map((index) => ({ index, start: this.#heights.start(index) }));
  }

  /** Follows the element that scrolls; to be called after each drawing, when the list's height is on the page. */
  settle(scroller: HTMLElement | null): void {
    if (scroller !== this.#scroller) this.#follow(scroller);
    if (!scroller) return;
    if (this.#due !== 0) scroller.scrollTop += this.#due;
    this.#grown -= this.#due;
    this.#due = 0;
    if (this.#target !== undefined) this.#bring(this.#target, scroller);
    this.#look([]);
  }

  /** Measures a line while it is drawn; its element says in `data-index` which it is. */
  readonly measure = (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) return undefined;
    this.#sizes.observe(element);
    this.#look([element]);
    return () => this.#sizes.unobserve(element);
  };

  /** Brings a line into view, by as little as is needed. */
  scrollTo(index: number): void {
    this.#target = index;
    if (this.#scroller) this.#bring(index, this.#scroller);
  }

  /** Ends what follows the page. */
  close(): void {
    this.#follow(null);
  }

  #follow(scroller: HTMLElement | null): void {
    if (this.#scroller) this.#sizes.unobserve(this.#scroller);
    this.#scroller?.removeEventListener("scroll", this.#scrolled);
    this.#scroller = scroller;
    scroller?.addEventListener("scroll", this.#scrolled, { passive: true });
    if (scroller) this.#sizes.observe(scroller);
  }

  readonly #scrolled = () => this.#look([]);

  /** Reads where the window stands and how high lines are, and tells if that changes what is drawn. */
  #look(elements: readonly Element[]): void {
    let isOther = false;
    for (const element of elements) {
      if (!(element instanceof HTMLElement) || element === this.#scroller || !element.isConnected) continue;
      const index = Number(element.dataset.index);
      const isAbove = this.#heights.start(index + 1) <= this.#top + this.#grown;
      const difference = this.#heights.measure(index, element.offsetHeight);
      if (isAbove) this.#grown += difference;
      isOther ||= difference !== 0;
    }
    if (this.#scroller) [this.#top, this.#height] = [this.#scroller.scrollTop, this.#scroller.clientHeight];
    const { first, last } = this.#range();
    const shown = `${first}-${last}`;
    if (!isOther && shown === this.#shown) return;
    this.#shown = shown;
    this.#onChange();
  }

  #range(): { readonly first: number; readonly last: number } {
    const { count, beyond } = this.#lines;
    if (count === 0 || this.#height === 0) return { first: 0, last: -1 };
    const top = this.#top + this.#grown;
    return { first: Math.max(0, this.#heights.at(top) - beyond), last: Math.min(count - 1, this.#heights.at(top + this.#height) + beyond) };
  }

  /** What lies between is only guessed until it was drawn, so the line is sought again after each drawing until then. */
  #bring(index: number, scroller: HTMLElement): void {
    // The heights know of what grew: following it besides would move the line away again.
    this.#grown = this.#due = 0;
    const [start, end] = [this.#heights.start(index), this.#heights.start(index + 1)];
    const top = start < scroller.scrollTop ? start : Math.max(scroller.scrollTop, end - scroller.clientHeight);
    if (top !== scroller.scrollTop) scroller.scrollTop = top;
    this.#top = scroller.scrollTop;
    const { first, last } = this.#range();
    if (index >= this.#lines.count || (first <= index && index <= last && this.#heights.areMeasured(first, last))) this.#target = undefined;
  }
}

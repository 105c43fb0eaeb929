import { useEffect } from "react";

const stops = "a[href], button, input, select, textarea, [tabindex]";
/** Milliseconds in which a view may set the focus itself. */
const patience = 150;

/** When the focused element leaves the page, such as a closed notice, its neighbour gets the focus. */
export function useKeptFocus(): void {
  useEffect(() => {
    const keptFocus = new KeptFocus();
    return () => keptFocus.stop();
  }, []);
}

class KeptFocus {
  #last: Element | undefined;
  /** The ancestors of the last one, from the inside out, and all tab stops of the page in order. */
  #path: readonly Element[] = [];
  #around: readonly Element[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #observer = new MutationObserver(() => {
    if (!this.#isLost()) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), patience);
  });

  constructor() {
    this.#observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", this.#remember);
    document.addEventListener("focusout", this.#forget);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    document.removeEventListener("focusin", this.#remember);
    document.removeEventListener("focusout", this.#forget);
  }

  readonly #remember = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    this.#last = target;
    this.#path = [...ancestors(target)];
    this.#around = [...document.querySelectorAll(stops)];
  };

  readonly #forget = ({ relatedTarget, target }: FocusEvent) => {
    if (relatedTarget !== null || !(target instanceof Element)) return;
    // A focus that was left by intent is on an element that still exists then; browsers report the same for an element being
    // removed.
    setTimeout(() => {
      if (target.isConnected && this.#last === target && document.activeElement !== target) this.#last = undefined;
    });
  };

  #isLost(): boolean {
    return this.#last?.isConnected === false && document.activeElement === document.body && document.hasFocus();
  }

  /** Finds the nearest part that still exists and has a tab stop, and focuses the next stop in it, otherwise the previous one. */
  #keep(): void {
    if (!this.#last || !this.#isLost()) return;
    const index = this.#around.indexOf(this.#last);
    const nearest = [...this.#around.slice(index + 1), ...this.#around.slice(0, Math.max(0, index)).reverse()];
    for (const part of this.#path.filter(({ isConnected }) => isConnected)) {
      const stop = [...nearest, ...part.querySelectorAll(stops)].find((each) => part.contains(each) && isStop(each));
      if (!(stop instanceof HTMLElement)) continue;
      stop.focus();
      return;
    }
  }
}

function* ancestors(element: Element): Generator<Element> {
  for (let each = element.parentElement; each; each = each.parentElement) yield each;
}

function isStop(element: Element): boolean {
  return element instanceof HTMLElement && element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility();
}

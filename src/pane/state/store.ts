import { useMemo, useSyncExternalStore } from "react";

type Subscribe = (listener: () => void) => () => void;

/** Milliseconds between two views of what changes many times a second. */
const pause = 200;

/** A value that changes as a whole, with listeners. */
export class Store<State> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  readonly get = (): State => this.#state;

  set(patch: Partial<State>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of [...this.#listeners]) listener();
  }

  /** @returns a function that ends the subscription */
  readonly subscribe: Subscribe = (listener) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}

/** What a subscription tells of. The component follows it, but draws changes that follow each other quickly together. */
export function useCalmly<Value>(subscribe: Subscribe, get: () => Value): Value {
  const calm = useMemo(() => calmly(subscribe), [subscribe]);
  return useSyncExternalStore(calm, get);
}

/** The same changes, fewer times told: the first at once, those that follow it quickly together. */
function calmly(subscribe: Subscribe): Subscribe {
  return (listener) => {
    let resting: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;
    const tell = () => {
      isDue = resting !== undefined;
      if (isDue) return;
      resting = setTimeout(() => {
        resting = undefined;
        if (isDue) tell();
      }, pause);
      listener();
    };
    const end = subscribe(tell);
    return () => {
      clearTimeout(resting);
      end();
    };
  };
}

/** The present state of the store. The component follows it. */
export function useStore<State>(store: Store<State>): State {
  return useSyncExternalStore(store.subscribe, store.get);
}

import { useEffect, type RefObject } from "react";

/** Listens to an event of an element and its descendants. */
export function useEvent<Type extends keyof HTMLElementEventMap>(element: RefObject<HTMLElement | null>, type: Type, listener: (event: HTMLElementEventMap[Type]) => void): void {
  useEffect(() => {
    const { current } = element;
    current?.addEventListener(type, listener);
    return () => current?.removeEventListener(type, listener);
  }, [element, type, listener]);
}

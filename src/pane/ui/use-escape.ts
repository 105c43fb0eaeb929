import { useCallback, type RefObject } from "react";
import { useEvent } from "./use-event.ts";

/**
 * Closes something with Escape inside an element. On the web, an Escape that reaches the document means to Office.js that
 * the user leaves the pane.
 */
export function useEscape(element: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onLeave();
    },
    [onLeave],
  );
  useEvent(element, "keydown", onKeyDown);
}

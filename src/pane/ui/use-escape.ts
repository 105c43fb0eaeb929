import { useCallback, type RefObject } from "react";
import { useEvent } from "./use-event.ts";

/** Leaves what is inside an element by Escape. On the web, Office.js takes one that reaches the document as the wish to leave the pane. */
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

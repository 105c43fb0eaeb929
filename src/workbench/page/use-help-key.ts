import { useEffect } from "react";
import type { HelpTopic } from "../../help/topics.ts";

/** F1 opens the manual where the focus is outside the pane, which knows its own topics. */
export function useHelpKey(show: (topic: HelpTopic) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F1" || event.defaultPrevented) return;
      event.preventDefault();
      show("workbench");
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [show]);
}

import { useEffect } from "react";

/**
 * Office.js on the web moves the focus itself when Tab is pressed, and leaves the pane from an element that is no tab stop,
 * such as a heading or a notice that we focused. From there the browser moves the focus instead.
 */
export function useBrowserTab(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Tab" && event.target instanceof HTMLElement && event.target.tabIndex < 0) event.stopPropagation();
    };
    // Before Office.js, which listens at the window.
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

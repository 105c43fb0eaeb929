import { useEffect } from "react";

/**
 * Office.js on the web moves the focus itself when Tab is pressed, and leaves the pane where what has the focus is no stop of Tab,
 * such as a heading or a notice that got it from us. From there the browser leads on.
 */
export function useBrowserTab(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Tab" && event.target instanceof HTMLElement && event.target.tabIndex < 0) event.stopPropagation();
    };
    // Office.js listens at the window, which comes after.
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

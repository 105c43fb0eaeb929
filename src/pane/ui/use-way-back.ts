import { useEffect, useRef } from "react";

/** When a view that had the focus closes, gives the focus to the button that opened it. */
export function useWayBack(isOpen: boolean, openerId: string): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (isClosed && document.hasFocus() && document.activeElement === document.body) document.getElementById(openerId)?.focus();
  }, [isOpen, openerId]);
}

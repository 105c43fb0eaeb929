import { useEffect, useRef } from "react";

/** Once a view is closed with which the focus went, gives it to what opened the view. */
export function useWayBack(isOpen: boolean, openerId: string): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (isClosed && document.hasFocus() && document.activeElement === document.body) document.getElementById(openerId)?.focus();
  }, [isOpen, openerId]);
}

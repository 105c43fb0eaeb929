import { useEffect, useState, type RefObject } from "react";

/** Room that a scroll bar takes. */
const barWidth = 16;

/** The width in CSS pixels that an element leaves for what it shows, beside a scroll bar. */
export function useInnerWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width) - barWidth));
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

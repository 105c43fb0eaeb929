import { useEffect, useLayoutEffect, useReducer, useState, type RefObject } from "react";
import { ListWindow, type ListLines } from "./list-window.ts";

/**
 * The visible part of a long list, in an element that scrolls. To draw another line at an index, give its element another
 * key, so that it is measured. Where the estimate is the same function as before, heights are not added up anew.
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, lines: ListLines): ListWindow {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const [listWindow] = useState(() => new ListWindow(redraw));
  listWindow.describe(lines);
  useLayoutEffect(() => listWindow.settle(scroller.current));
  useEffect(() => () => listWindow.close(), [listWindow]);
  return listWindow;
}

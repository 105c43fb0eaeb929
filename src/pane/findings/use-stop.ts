import { useCallback, useState, type KeyboardEvent } from "react";
import { isFinding, type Entry } from "../state/kinds.ts";
import type { ListItem } from "./list-items.ts";

/** What the keys of the list lead to: an entry, or the heading of a rule, by its id. */
type Stop = Entry | string;

/** What the arrow keys lead to, until another entry becomes the current one; undefined where the list lacks it. `stop` is the index of the tab stop, -1 in an empty list. */
export function useStop(items: readonly ListItem[], current: Entry | undefined) {
  const [focus, setFocus] = useState<{ readonly on: Stop; readonly beside: Entry | undefined }>();
  const asked = focus && focus.beside === current ? focus.on : current;
  const found = asked === undefined ? -1 : indexOf(items, asked);
  const stop = found >= 0 ? found : Math.max(items.findIndex(({ kind }) => kind === "entry"), items.length > 0 ? 0 : -1);
  const goTo = useCallback((on: Stop) => setFocus({ on, beside: current }), [current]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const next = stopAfterKey(items, stop, event.key);
      if (next === undefined) return;
      event.preventDefault();
      goTo(next);
    },
    [items, stop, goTo],
  );
  return { wanted: found >= 0 ? asked : undefined, stop, goTo, onKeyDown };
}

/** Of an entry whose group is folded, its heading. */
function indexOf(items: readonly ListItem[], stop: Stop): number {
  const index = items.findIndex((item) => stopOf(item) === stop);
  if (index >= 0 || typeof stop === "string" || !isFinding(stop)) return index;
  return items.findIndex((item) => item.kind === "rule" && item.isFolded && item.rule === stop.rule);
}

function stopOf(item: ListItem): Stop | undefined {
  if (item.kind === "left") return undefined;
  return item.kind === "rule" ? item.rule : item.entry;
}

function stopAfterKey(items: readonly ListItem[], from: number, key: string): Stop | undefined {
  const stops = items.map(stopOf);
  const isStop = (stop: Stop | undefined) => stop !== undefined;
  if (key === "ArrowDown") return stops.slice(from + 1).find(isStop);
  if (key === "ArrowUp") return stops.slice(0, from).findLast(isStop);
  if (key === "Home") return stops.find(isStop);
  return key === "End" ? stops.findLast(isStop) : undefined;
}

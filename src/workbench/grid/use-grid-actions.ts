import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import type { CellPlace } from "../../core/model/address.ts";
import type { CellArea } from "../../core/model/cell-lists.ts";
import type { CellEditor } from "../state/cell-editor.ts";
import { gridAction } from "./input-keys.ts";
import { placeAfterKey } from "./keys.ts";
import { everything, placeAt, spanOfHead, type Point, type Selected, type Span } from "./ranges.ts";
import { rowsInView } from "./reveal.ts";
import type { Frozen, SheetGeometry } from "./sheet.ts";

/** Milliseconds between two steps while the pointer is held beside the window. */
const dragStep = 60;

/** What a user may do to the areas of a sheet. */
export interface BlockActions {
  readonly empty: (area: CellArea) => void;
  /** `typed` is set for a single cell, whose text is on the clipboard already. */
  readonly copy: (area: CellArea, isCut: boolean, typed: string | undefined) => void;
  readonly paste: (area: CellArea, text: string) => void;
  readonly drop: () => void;
}

interface ActedOn {
  readonly geometry: SheetGeometry;
  readonly frozen: Frozen;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly selected: Selected | undefined;
  readonly cellEditor: CellEditor;
  readonly cellText: string;
  readonly blocks: BlockActions;
  readonly onSelect: (place: CellPlace) => void;
  readonly onReach: (place: CellPlace) => void;
  readonly onStep: (direction: 1 | -1) => void;
}

/** Keys and mouse in the sheet. */
export function useGridActions(on: ActedOn) {
  const { geometry, frozen, scroller, selected, cellEditor, cellText, blocks, onSelect, onReach, onStep } = on;
  const drag = useDrag(on);
  const after = (press: Parameters<typeof placeAfterKey>[0], from: CellPlace) =>
    placeAfterKey(press, from, geometry, scroller.current ? rowsInView(scroller.current, geometry, frozen) : 1);
  const move = (press: Parameters<typeof placeAfterKey>[0], from: CellPlace) => {
    const place = after(press, from);
    if (place) onSelect(place);
    return place !== undefined;
  };
  const stretch = (event: KeyboardEvent) => {
    const place = selected && after(event, selected.reach);
    if (place) onReach(place);
    return place !== undefined;
  };
  const choose = ({ from, to }: Span) => {
    onSelect(geometry.anchor(from));
    onReach(to);
  };
  const onKey = (event: KeyboardEvent) => {
    const action = gridAction(event);
    if (action === "edit") cellEditor.begin(cellText);
    else if (action === "anew") cellEditor.beginAnew();
    else if (action === "empty") {
      if (selected) blocks.empty(selected.area);
    } else if (action === "all") choose(everything(geometry));
    else if (action === "drop") blocks.drop();
    else if (action === "next" || action === "previous") onStep(action === "next" ? 1 : -1);
    else if (event.altKey || !(event.shiftKey ? stretch(event) : move(event, selected?.at ?? { row: 0, column: 0 }))) return;
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0) return;
    const head = spanOfHead(event.target, geometry);
    const place = placeOf(event.target);
    if (head) choose(head);
    else if (place && event.shiftKey && selected) onReach(place);
    else if (place) onSelect(geometry.anchor(place));
    if (place) drag(place);
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (placeOf(event.target)) cellEditor.begin(cellText);
  };
  return { move, onKey, onMouseDown, onDoubleClick };
}

/** Follows the pointer from a pressed cell until it is let go: the selection reaches to the cell below it, and beside the window further step by step. */
function useDrag({ geometry, frozen, scroller, onReach }: Pick<ActedOn, "geometry" | "frozen" | "scroller" | "onReach">): (pressed: CellPlace) => void {
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return (pressed) => {
    stop.current?.();
    const within = scroller.current;
    if (!within) return;
    let last = pressed;
    let point: Point | undefined;
    const follow = () => {
      const place = point && placeAt(point, within, geometry, frozen);
      if (!place || (place.row === last.row && place.column === last.column)) return;
      last = place;
      onReach(place);
    };
    const end = () => stop.current?.();
    const onMove = (event: globalThis.MouseEvent) => {
      point = event;
      if (event.buttons % 2 === 1) follow();
      else end();
    };
    const timer = setInterval(follow, dragStep);
    stop.current = () => {
      clearInterval(timer);
      window.removeEventListener("mousemove", onMove);
      window.removeEventListener("mouseup", end);
    };
    window.addEventListener("mousemove", onMove);
    window.addEventListener("mouseup", end);
  };
}

function placeOf(target: EventTarget): CellPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  return cell && row ? { row: Number(row.dataset["row"]), column: Number(cell.dataset["column"]) } : undefined;
}

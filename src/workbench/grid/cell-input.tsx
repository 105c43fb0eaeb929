import { useEffect, type ClipboardEvent, type CSSProperties, type KeyboardEvent, type RefObject } from "react";
import type { CellPlace } from "../../core/model/address.ts";
import type { Typing } from "../state/workspace-state.ts";
import { useWorkbenchTexts } from "../state/texts.ts";
import type { CellEditor } from "../state/cell-editor.ts";
import { inputAction } from "./input-keys.ts";
import type { Selected } from "./ranges.ts";
import type { BlockActions } from "./use-grid-actions.ts";
import { headHeight, headWidth, type Frozen, type SheetGeometry } from "./sheet.ts";

/** The grid that the input writes into: https://www.w3.org/TR/wai-aria-1.2/#aria-activedescendant requires its name. */
export const gridId = "sheet-grid";

interface CellInputProps {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly label: string;
  readonly geometry: SheetGeometry;
  readonly frozen: Frozen;
  readonly selected: Selected | undefined;
  readonly typing: Typing | undefined;
  readonly cellEditor: CellEditor;
  /** Content of the selected cell. */
  readonly cellText: string;
  readonly blocks: BlockActions;
  /** Look of the cell's letters. */
  readonly look: CSSProperties | undefined;
  /** Called for keys that the input does not handle. */
  readonly onKey: (event: KeyboardEvent) => void;
  /** Moves on from the cell that was edited. */
  readonly onMove: (key: string, from: CellPlace) => void;
  readonly onFocus: () => void;
}

/**
 * Has the focus for the whole grid and lies invisible over the selected cell, so that an input method begins in it with the
 * first letter. Uncontrolled, since its text must not be written during a composition.
 */
export function CellInput(props: CellInputProps) {
  const { input, scroller, label, geometry, frozen, selected, typing, look, onFocus } = props;
  const words = useWorkbenchTexts();
  const at = typing?.at ?? selected?.at;
  const { onKeyDown, onInput, onCopy, onPaste, end } = useTyping(props);
  useFrozenPlace(input, scroller, at, frozen);
  return (
    <textarea
      ref={input}
      id="cell-input"
      className="cell-input"
      data-typing={typing !== undefined}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      aria-label={typing ? words.editing(typing.at) : label}
      aria-controls={gridId}
      aria-describedby="cell-input-help"
      aria-activedescendant={!typing && selected ? `cell-${selected.at.row}-${selected.at.column}` : undefined}
      style={{ ...look, ...(at && placeOf(at, geometry)) }}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={onCopy}
      onPaste={onPaste}
      onInput={({ currentTarget }) => onInput(currentTarget)}
      // Typing continues while another window has the focus.
      onBlur={() => typing && document.hasFocus() && end(true)}
      onFocus={onFocus}
    />
  );
}

/** Keys and the clipboard in the input; `end` ends typing, and keeps or drops the text. */
function useTyping({ input, typing, cellEditor, cellText, selected, blocks, onKey, onMove }: CellInputProps) {
  useEffect(() => {
    const { current } = input;
    if (!current || !typing) return undefined;
    if (typing.text !== undefined) fill(current, typing.text);
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
    grow(current);
    return () => cellEditor.leave(typing, current.value);
  }, [input, typing, cellEditor]);
  const end = (keep: boolean) => {
    const { current } = input;
    if (!current) return;
    const { value } = current;
    fill(current, "");
    cellEditor.end(keep ? value : undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const action = typing && inputAction(event);
    if (!typing) onKey(event);
    else if (action) {
      if (action.kind !== "save") event.preventDefault();
      if (action.kind === "break") breakLine(event.currentTarget);
      else end(action.kind !== "drop");
      if (action.kind === "move") onMove(action.key, typing.at);
    }
  };
  const onInput = (element: HTMLTextAreaElement) => {
    if (!typing) cellEditor.begin();
    grow(element);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typing) return;
    event.preventDefault();
    // Cells that are not in view are with the worker, whose answer the event does not wait for.
    if (selected?.isRange === true) blocks.copy(selected.area, event.type === "cut", undefined);
    else {
      event.clipboardData.setData("text/plain", cellText);
      if (selected) blocks.copy(selected.area, event.type === "cut", cellText);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typing) return;
    event.preventDefault();
    if (selected) blocks.paste(selected.area, event.clipboardData.getData("text/plain"));
  };
  return { onKeyDown, onInput, onCopy, onPaste, end };
}

function placeOf(at: CellPlace, geometry: SheetGeometry): CSSProperties {
  const { row, column, lastRow, lastColumn } = geometry.block(at);
  return {
    left: headWidth + geometry.columns.start(column) - 1,
    top: headHeight + geometry.rows.start(row) - 1,
    minWidth: geometry.columns.span(column, lastColumn) + 1,
    minHeight: geometry.rows.span(row, lastRow) + 1,
  };
}

function fill(element: HTMLTextAreaElement, text: string): void {
  element.value = text;
  element.style.height = "";
}

/** Fits its height to its text. */
function grow(element: HTMLTextAreaElement): void {
  element.style.height = "";
  element.style.height = `${element.scrollHeight + 4}px`;
}

function breakLine(element: HTMLTextAreaElement): void {
  element.setRangeText("\n", element.selectionStart, element.selectionEnd, "end");
  grow(element);
}

/** Over a frozen cell the input stays in its place while the sheet is scrolled. */
function useFrozenPlace(input: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>, at: CellPlace | undefined, frozen: Frozen): void {
  const down = at !== undefined && at.row < frozen.rows;
  const across = at !== undefined && at.column < frozen.columns;
  useEffect(() => {
    const [moved, within] = [input.current, scroller.current];
    if (!moved || !within) return undefined;
    const move = () => (moved.style.translate = `${across ? within.scrollLeft : 0}px ${down ? within.scrollTop : 0}px`);
    move();
    if (!down && !across) return undefined;
    within.addEventListener("scroll", move);
    return () => within.removeEventListener("scroll", move);
  }, [input, scroller, down, across]);
}

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useWorkbenchTexts } from "../state/texts.ts";

/** Widths of the pane, in CSS pixels. */
const least = 320;
const most = 800;
const step = 20;

/** How wide the pane is at first. */
export function firstPaneWidth(): number {
  return Math.round(Math.min(400, Math.max(340, window.innerWidth * 0.3)));
}

interface PaneHandleProps {
  readonly width: number;
  readonly onWidth: (width: number) => void;
  readonly isShown: boolean;
  readonly onShown: (isShown: boolean) => void;
}

/** The border between sheet and pane: moved by pointer or arrow keys, Enter hides the pane and shows it (https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/). */
export function PaneHandle({ width, onWidth, isShown, onShown }: PaneHandleProps) {
  const words = useWorkbenchTexts();
  const grip = useRef<number | undefined>(undefined);
  const widen = (wanted: number) => onWidth(Math.round(Math.min(Math.max(wanted, least), most)));
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = widthAfterKey(event.key, width);
    if (event.key === "Enter") onShown(!isShown);
    else if (wanted !== undefined && isShown) widen(wanted);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    // The focus stays where it is: a press here is about the width alone.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = width + event.clientX;
  };
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (grip.current !== undefined) widen(grip.current - clientX);
  };
  const letGo = () => {
    grip.current = undefined;
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      className="pane-handle"
      aria-orientation="vertical"
      aria-label={words.paneWidth}
      aria-controls="pane-area"
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={isShown ? width : 0}
      aria-valuetext={isShown ? words.pixels(width) : words.paneHidden}
      title={words.paneWidth}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => onWidth(firstPaneWidth())}
    />
  );
}

function widthAfterKey(key: string, width: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return width + step;
    case "ArrowRight":
      return width - step;
    case "Home":
      return least;
    case "End":
      return most;
    default:
      return undefined;
  }
}

import { ArrowDown16Regular, ArrowUp16Regular, Dismiss16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type KeyboardEvent } from "react";
import type { Finder } from "../state/finder.ts";
import { useWorkbenchTexts } from "../state/texts.ts";
import type { FindState } from "../state/workspace-state.ts";
import { Button } from "../../pane/ui/button.tsx";

interface FindBarProps {
  readonly finder: Finder;
  readonly find: FindState;
  readonly sheet: string;
}

/** The search in the sheet: Enter goes on, Shift+Enter back, Escape closes it. */
export function FindBar({ finder, find: { text, found, opened }, sheet }: FindBarProps) {
  const words = useWorkbenchTexts();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), [opened]);
  const close = () => {
    finder.close();
    document.getElementById("cell-input")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") void finder.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };
  return (
    <div className="find-bar" role="search" aria-label={words.find}>
      <input ref={input} type="text" aria-label={words.find} value={text} spellCheck={false} onChange={({ currentTarget: { value } }) => void finder.look(value)} onKeyDown={onKeyDown} />
      <span role="status">{text !== "" && found?.sheet === sheet && words.found(found.index, found.count)}</span>
      <Button appearance="subtle" size="small" icon={<ArrowUp16Regular />} aria-label={words.findPrevious} title={words.findPrevious} onClick={() => void finder.step(-1)} />
      <Button appearance="subtle" size="small" icon={<ArrowDown16Regular />} aria-label={words.findNext} title={words.findNext} onClick={() => void finder.step(1)} />
      <Button appearance="subtle" size="small" icon={<Dismiss16Regular />} aria-label={words.findClose} title={words.findClose} onClick={close} />
    </div>
  );
}

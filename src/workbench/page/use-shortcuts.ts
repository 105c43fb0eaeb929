import { useEffect } from "react";
import type { Bench } from "../state/workspace.ts";

/** Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z and Ctrl+S anywhere on the page. While a text is being typed, undoing is the text's own. */
export function useShortcuts(bench: Bench): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      const { typing, front, closing } = bench.get();
      if (!action || closing !== undefined || (typing && action !== "save")) return;
      event.preventDefault();
      if (action === "save") void bench.editor.save(front);
      else void bench.editor.turn(action);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [bench]);
}

function actionOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): "undo" | "redo" | "save" | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    case "s":
      return "save";
    default:
      return undefined;
  }
}

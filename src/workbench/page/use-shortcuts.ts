import { useEffect } from "react";
import { receivedOf } from "../../pane/state/received.ts";
import type { Workspace } from "../state/workspace.ts";

/** Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z, Ctrl+S, Ctrl+F, F8 and Shift+F8 anywhere on the page; below the list of received sheets only Ctrl+S, which saves all. In a text field, the browser's own undo works. */
export function useShortcuts(workspace: Workspace): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      const { typing, active, closing, language } = workspace.store.get();
      if (!action || event.defaultPrevented || closing !== undefined || (typing && action !== "save")) return;
      const { session } = workspace;
      const isListing = session.get().view === "received";
      // No file is in sight there.
      if (isListing && action !== "save") return;
      event.preventDefault();
      if (isListing) void receivedOf(session).save(session.adapter.received.sheets().map(({ id }) => id), language);
      else if (action === "next" || action === "previous") session.step(action === "next" ? 1 : -1);
      else if (action === "save") void workspace.saver.save(active);
      else if (action === "find") workspace.finder.open();
      else void workspace.editor.turn(action);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [workspace]);
}

function actionOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): "undo" | "redo" | "save" | "find" | "next" | "previous" | undefined {
  if (key === "F8" && !ctrlKey && !metaKey && !altKey) return shiftKey ? "previous" : "next";
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  switch (key.toLowerCase()) {
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    case "f":
      return "find";
    case "s":
      return "save";
    default:
      return undefined;
  }
}

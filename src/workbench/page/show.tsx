import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import type { Language } from "../../core/wording/language.ts";
import { App } from "./app.tsx";
import { browserEdits } from "../state/edit-store.ts";
import { openWorkspace } from "../state/workspace.ts";
import type { FileWorker } from "../worker/client.ts";
import type { PickedFile } from "../state/picked-files.ts";

/** Renders the workbench into an element, and opens the sample. */
export function draw(start: () => FileWorker, element: HTMLElement, sample: PickedFile): void {
  const workspace = openWorkspace(start, preferredLanguage(), browserEdits(), Math.min(Math.max(navigator.hardwareConcurrency, 2), 4));
  const root = createRoot(element);
  // A transition renders in slices, so that the first picture does not block the page.
  startTransition(() => root.render(<App workspace={workspace} />));
  void workspace.session.documentSettings.recall().then(() => workspace.files.openSample(sample));
}

/** Japanese unless the browser speaks English. */
function preferredLanguage(): Language {
  return navigator.language.startsWith("en") ? "en" : "ja";
}

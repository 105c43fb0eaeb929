import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import type { Language } from "../../core/wording/language.ts";
import { App } from "./app.tsx";
import { Bench } from "../state/workspace.ts";
import type { Client } from "../worker/client.ts";
import type { PickedFile } from "../state/picked-files.ts";

/** Draws the workbench into an element, and opens the sample. */
export function show(client: Client, element: HTMLElement, sample: PickedFile): void {
  const bench = new Bench(client, preferredLanguage());
  const root = createRoot(element);
  // A transition is drawn in slices: the first picture must not hold the page up.
  startTransition(() => root.render(<App bench={bench} />));
  void bench.session.keeper.recall().then(() => bench.openSample(sample));
}

/** Japanese unless the browser speaks English. */
function preferredLanguage(): Language {
  return navigator.language.startsWith("en") ? "en" : "ja";
}

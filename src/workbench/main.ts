import { workersFrom } from "./worker/file-workers.ts";

const start = workersFrom([textOf("shared"), textOf("worker")]);
void show();

/** Runs the page's code in steps with pauses, so that the page is not blocked. */
async function show(): Promise<void> {
  await pause();
  await import("react-dom/client");
  await pause();
  await import("../pane/ui/theme.tsx");
  await pause();
  await import("../pane/pane.tsx");
  // The page has the words of both languages, and changes between them at once.
  await (await import("../pane/texts/texts.ts")).loadTexts("en");
  await pause();
  const { draw } = await import("./page/show.tsx");
  draw(start, elementOf("app"), { name: "sample.xlsx", content: sample() });
}

/** Lets the page do its other work. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** The sample, as text in the page: a page that was opened from disk can load no other file. */
function sample(): Blob {
  return new Blob([Uint8Array.from(atob(textOf("sample")), (character) => character.charCodeAt(0))]);
}

function textOf(id: string): string {
  return elementOf(id).textContent;
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}

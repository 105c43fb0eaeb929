import type { Memory } from "../../pane/state/host-adapter.ts";
import { lastCheck } from "../../pane/state/document-settings.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import type { Editor } from "./editor.ts";

/** Versions before kept a form here, and checked every file by it. */
const outdated = "tenken.settings";

/**
 * How a file is checked, and what is decided about its findings, is kept by the file; what holds for no file, such as the language,
 * by the browser. What a check found lasts as long as the page.
 */
export class KeptTexts implements Memory {
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly workers: FileWorkers,
    private readonly editor: Editor,
  ) {
    store(outdated, undefined);
  }

  /** A file's own id is the key of what holds for all of its sheets. */
  documentOf(sheet: string): string {
    return fileOf(sheet);
  }

  async recall(name: string, id?: string): Promise<string | undefined> {
    if (id === undefined) return stored(name);
    if (name === lastCheck) return this.#texts.get(id);
    return this.workers.ask(id, { kind: "recall", name, sheet: sheetOf(id) });
  }

  async remember(name: string, text: string | undefined, id?: string): Promise<void> {
    if (id === undefined) store(name, text);
    else if (name !== lastCheck) await this.editor.remember(fileOf(id), sheetOf(id), name, text);
    else if (text === undefined) this.#texts.delete(id);
    else this.#texts.set(id, text);
  }
}

function sheetOf(id: string): string | undefined {
  return id === fileOf(id) ? undefined : id;
}

function stored(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

function store(name: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // Private windows and strict policies store nothing: what was chosen lasts as long as the page.
  }
}

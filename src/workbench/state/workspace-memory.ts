import type { Memory } from "../../pane/state/host-adapter.ts";
import { lastCheck } from "../../pane/state/document-settings.ts";
import { keyOf, partsOf } from "./workspace-state.ts";
import type { Client } from "../worker/client.ts";
import type { Editor } from "./editor.ts";

interface RememberedWorkspace {
  readonly editor: Editor;
}

/** Versions before kept a form here, and checked every file by it. */
const outdated = "tenken.settings";

/**
 * How a file is checked, and what is decided about its findings, is kept by the file; what holds for no file, such as the language,
 * by the browser. What a check found lasts as long as the page.
 */
export class WorkspaceStore implements Memory {
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly workspace: RememberedWorkspace,
  ) {
    store(outdated, undefined);
  }

  documentOf(sheetKey: string): string {
    return keyOf(partsOf(sheetKey).file, "");
  }

  async recall(name: string, key?: string): Promise<string | undefined> {
    if (key === undefined) return stored(name);
    if (name === lastCheck) return this.#texts.get(key);
    return this.client.ask({ kind: "recall", name, ...partsOf(key) });
  }

  async remember(name: string, text: string | undefined, key?: string): Promise<void> {
    if (key === undefined) store(name, text);
    else if (name !== lastCheck) await this.workspace.editor.remember(partsOf(key).file, partsOf(key).sheet, name, text);
    else if (text === undefined) this.#texts.delete(key);
    else this.#texts.set(key, text);
  }
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

import type { Memory } from "../../pane/state/host-adapter.ts";
import { lastCheckName } from "../../core/settings/kept-name.ts";
import { refuseNewer } from "../../core/settings/refuse-newer.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import type { Editor } from "./editor.ts";

/** Earlier versions kept a form here, and used it for every file. */
const outdated = "tenken.settings";

/**
 * The settings of a file's check and the decisions about its findings are kept by the file; what belongs to no file, such as the language,
 * by the browser. Results of checks are kept as long as the page.
 */
export class KeptTexts implements Memory {
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly workers: FileWorkers,
    private readonly editor: Editor,
  ) {
    store(outdated, undefined);
  }

  /** The id of a file is the key of texts for all of its sheets. */
  documentOf(sheet: string): string {
    return fileOf(sheet);
  }

  async recall(name: string, id?: string): Promise<string | undefined> {
    if (id === undefined) return stored(name);
    if (name === lastCheckName) return this.#texts.get(id);
    return this.workers.ask(id, { kind: "recall", name, sheet: sheetOf(id) });
  }

  async remember(name: string, text: string | undefined, id?: string): Promise<void> {
    if (id === undefined) {
      refuseNewer(name, stored(name));
      store(name, text);
    } else if (name !== lastCheckName) await this.editor.remember(fileOf(id), sheetOf(id), name, text);
    else if (text === undefined) this.#texts.delete(id);
    else this.#texts.set(id, text);
  }
}

function sheetOf(id: string): string | undefined {
  return id === fileOf(id) ? undefined : id;
}

/** Every local page can read and change what a page from a disk keeps here: the language, and what was decided about received sheets, which no check depends on. What does not fit is not taken. */
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
    // Private windows and strict policies store nothing: choices then last as long as the page.
  }
}

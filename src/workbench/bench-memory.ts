import { Refusal } from "../core/refusal.ts";
import type { Memory } from "../pane/desk.ts";
import { lastCheck } from "../pane/keeper.ts";
import { openContent, partsOf, type BenchState } from "./bench-state.ts";
import type { Client } from "./client.ts";
import type { Editor } from "./editor.ts";

interface RememberedBench {
  readonly editor: Editor;
  get(): BenchState;
}

/** Settings are kept by the browser, what is decided about a sheet's findings by its file. What a check found lasts as long as the page. */
export class BenchMemory implements Memory {
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly bench: RememberedBench,
  ) {}

  async recall(name: string, sheetKey?: string): Promise<string | undefined> {
    if (sheetKey === undefined) return stored(name);
    if (name === lastCheck) return this.#texts.get(sheetKey);
    return this.client.ask({ kind: "recall", name, ...partsOf(sheetKey) });
  }

  async remember(name: string, text: string | undefined, sheetKey?: string): Promise<void> {
    if (sheetKey === undefined) store(name, text);
    else if (name !== lastCheck) await this.#keep(name, text, sheetKey);
    else if (text === undefined) this.#texts.delete(sheetKey);
    else this.#texts.set(sheetKey, text);
  }

  async #keep(name: string, text: string | undefined, sheetKey: string): Promise<void> {
    const { file, sheet } = partsOf(sheetKey);
    if (openContent(this.bench.get(), file)?.isEditable === false) throw new Refusal("read-only");
    await this.bench.editor.remember(file, sheet, name, text);
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

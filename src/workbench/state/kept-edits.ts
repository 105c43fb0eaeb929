import { z } from "zod/mini";
import type { EditCells } from "../../core/model/changes.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { sheetPrefix } from "../worker/sheet-ids.ts";
import type { Editor } from "./editor.ts";
import type { EditStore } from "./edit-store.ts";
import { openContent } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** Milliseconds after a change; what is typed quickly is kept at once. */
const rest = 300;

const place = z.int().check(z.nonnegative());
const storedShape = z.object({
  fingerprint: z.string(),
  at: z.number(),
  edits: z
    .array(
      z.object({
        sheet: z.string(),
        row: place,
        column: place,
        to: z.union([z.string(), z.number(), z.boolean()]),
        numberFormat: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1)),
});

type Offered = z.infer<typeof storedShape>;

/**
 * Keeps what was written into cells and not saved in the browser, under the fingerprint of the file's content, so that it outlives a closed tab.
 * It is offered when the same content is opened again. Nothing that decides a check is kept: pages from a disk share one store.
 */
export class KeptEdits {
  readonly #offered = new Map<string, Offered>();
  readonly #kept = new Map<string, string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly editor: Editor,
    private readonly edits: EditStore,
    private readonly check: (sheet: string) => Promise<unknown>,
  ) {}

  /** Offers what is kept for a file that was opened. */
  async offer(file: string): Promise<void> {
    try {
      const [fingerprint] = openContent(this.store.get(), file)?.fingerprints ?? [];
      const { data } = storedShape.safeParse(fingerprint === undefined ? undefined : await this.edits.get(fingerprint));
      if (!data) return;
      this.#offered.set(file, data);
      this.store.patch(file, { offer: { at: data.at, count: data.edits.length } });
    } catch {
      // The browser's store fails: there is nothing to offer.
    }
  }

  /** Call after each change of a file, and after it was saved. What was tried in the sample is not kept. */
  note(file: string): void {
    clearTimeout(this.#timers.get(file));
    if (this.store.get().files.some(({ id, isSample }) => id === file && isSample)) return;
    this.#timers.set(file, setTimeout(() => void this.#keep(file), rest));
  }

  /** Writes what was offered into the file, as one step. */
  async restore(file: string): Promise<void> {
    const offered = this.#offered.get(file);
    if (!offered) return;
    const sheets = [...new Set(offered.edits.map(({ sheet }) => sheet))];
    try {
      const changes = await Promise.all(sheets.map((sheet) => this.#change(sheetPrefix(file) + sheet, offered.edits.filter((edit) => edit.sheet === sheet))));
      await this.editor.apply(file, changes);
      this.#answered(file);
      // An undo may follow before the file is kept anew.
      this.#kept.set(file, offered.fingerprint);
      for (const { sheet } of changes) void this.check(sheet);
    } catch (error) {
      this.store.refuse(error);
    }
  }

  /** Forgets what was offered. */
  async refuse(file: string): Promise<void> {
    const offered = this.#offered.get(file);
    this.#answered(file);
    if (offered) await this.#remove(offered.fingerprint);
    this.note(file);
  }

  /** The user closed a file as it is: an offer without an answer stays. */
  closed(file: string): void {
    clearTimeout(this.#timers.get(file));
    const kept = this.#kept.get(file);
    this.#kept.delete(file);
    this.#offered.delete(file);
    if (kept !== undefined) void this.#remove(kept);
  }

  #answered(file: string): void {
    this.#offered.delete(file);
    this.store.patch(file, { offer: undefined });
  }

  async #change(sheet: string, edits: Offered["edits"]): Promise<EditCells> {
    const values = await this.workers.ask(sheet, { kind: "values", sheet, places: edits.map(({ row, column }) => ({ row, column })) });
    const writes = edits.map(({ row, column, to, numberFormat }, index) => ({ at: { row, column }, from: values[index], to, ...(numberFormat !== undefined && { numberFormat }) }));
    return { kind: "edit-cells", sheet, edits: writes };
  }

  async #keep(file: string): Promise<void> {
    // Before an answer the former edits stay: they would be written over.
    if (this.#offered.has(file)) return;
    try {
      const { fingerprint, edits } = await this.workers.ask(file, { kind: "unsaved" });
      const before = this.#kept.get(file);
      if (before !== undefined && (before !== fingerprint || edits.length === 0)) await this.#remove(before);
      this.#kept.delete(file);
      if (fingerprint === undefined || edits.length === 0) return;
      this.#kept.set(file, fingerprint);
      await this.edits.put({ fingerprint, at: Date.now(), edits });
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof DOMException)) throw error;
      // The file was closed, or the store is full: the work goes on without it.
    }
  }

  async #remove(fingerprint: string): Promise<void> {
    await this.edits.remove(fingerprint).catch(() => undefined);
  }
}

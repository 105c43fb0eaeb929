import { addAll } from "../../core/model/many.ts";
import type { Applied, Change, WrittenCell } from "../../core/model/changes.ts";
import type { ApplyWatch, ChangeApplier } from "../../core/model/ports.ts";
import type { EditableFile, FileSnapshot } from "../../hosts/file/open-editable.ts";
import { EditLog } from "./edit-log.ts";
import type { KeptEdit } from "./messages.ts";

/** Limits for the number of changes that can be undone, and for the bytes that they keep. */
const mostSteps = 200;
const mostBytes = 256 * 1_048_576;

/** A file with its states before each change. */
export class EditedBook {
  #past: readonly FileSnapshot[] = [];
  #future: readonly FileSnapshot[] = [];
  /** The state that was opened or saved last. */
  #saved: FileSnapshot;
  readonly #numbers = new WeakMap<FileSnapshot, number>();
  #contents = 0;
  readonly #log = new EditLog();

  constructor(readonly file: EditableFile) {
    this.#saved = file.snapshot();
    this.#numbers.set(this.#saved, 0);
  }

  /** A number that tells the present content from every other that it had: 0 for the opened one. */
  get content(): number {
    const snapshot = this.file.snapshot();
    const number = this.#numbers.get(snapshot) ?? ++this.#contents;
    this.#numbers.set(snapshot, number);
    return number;
  }

  /** What was written into cells since the file was opened or saved. */
  get edits(): readonly KeptEdit[] {
    return this.#log.edits;
  }

  /** The file with all changes. @throws {Refusal} damaged */
  async save(): Promise<Uint8Array> {
    const saved = this.file.snapshot();
    const bytes = await this.file.save();
    this.#saved = saved;
    this.#log.save();
    return bytes;
  }

  /** Number of changes that can be undone, and redone. */
  get steps(): { readonly undo: number; readonly redo: number } {
    return { undo: this.#past.length, redo: this.#future.length };
  }

  /** @throws {Refusal} the codes of the port `apply` in a file: moved, formula, protected, read-only, cancelled and others */
  apply(changes: readonly Change[], watch: ApplyWatch): Promise<{ readonly applied: Applied; readonly isChanged: boolean }> {
    return this.#change(() => this.file.apply(changes, watch), ({ written }) => [changes, written]);
  }

  /** Keeps a text in the file; undefined forgets it. @throws {Refusal} read-only in a signed file, text-only in a text file, damaged, too-large */
  remember(name: string, text: string | undefined, sheet: string | undefined): Promise<{ readonly isChanged: boolean }> {
    return this.#change(() => this.file.remember(name, text, sheet), () => [[], []]);
  }

  /** Several changes as one step, all of them or none. @throws {Refusal} those of `work`, such as moved or protected */
  together<Done>(work: (apply: ChangeApplier["apply"]) => Promise<Done>): Promise<{ readonly applied: Done; readonly isChanged: boolean }> {
    const before = this.file.snapshot();
    const made: Change[] = [];
    const written: WrittenCell[] = [];
    const apply: ChangeApplier["apply"] = async (changes, watch) => {
      const applied = await this.file.apply(changes, watch);
      addAll(made, changes);
      addAll(written, applied.written);
      return applied;
    };
    const all = async () => {
      try {
        return await work(apply);
      } catch (error) {
        before.restore();
        throw error;
      }
    };
    return this.#change(all, () => [made, written]);
  }

  async #change<Done>(work: () => Promise<Done>, made: (done: Done) => Parameters<EditLog["add"]>): Promise<{ readonly applied: Done; readonly isChanged: boolean }> {
    const before = this.file.snapshot();
    const isNew = (await this.file.sheets()).length === 0;
    const applied = await work();
    const isChanged = this.file.snapshot() !== before;
    if (isChanged) {
      // A workbook without sheets is invalid, so a new one begins with its first sheets.
      this.#past = isNew ? [] : latest([...this.#past, before]);
      this.#future = [];
      this.#log.add(...made(applied));
      // Fixes that were undone one by one leave the file as it was, and not with the same texts written anew.
      if (this.#log.isAsSaved) this.#saved.restore();
    }
    return { applied, isChanged };
  }

  undo(): void {
    const last = this.#past.at(-1);
    if (!last) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.file.snapshot()];
    this.#log.undo();
    last.restore();
  }

  redo(): void {
    const next = this.#future.at(-1);
    if (!next) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.file.snapshot()];
    this.#log.redo();
    next.restore();
  }
}

/** The latest states, as many as may be kept, but at least one. */
function latest(snapshots: readonly FileSnapshot[]): readonly FileSnapshot[] {
  let bytes = 0;
  const first = snapshots.findLastIndex((snapshot, index) => {
    bytes += snapshot.size;
    return bytes > mostBytes || snapshots.length - index >= mostSteps;
  });
  return snapshots.slice(Math.min(first + 1, snapshots.length - 1));
}

import { asRefusal, type Refusal } from "../../core/model/refusal.ts";
import { withEnding } from "../../core/wording/file-name.ts";
import type { Language } from "../../core/wording/language.ts";
import type { SavedTogether } from "../../pane/state/received-sheets.ts";
import type { CheckState } from "../../pane/state/state.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { download } from "./download.ts";
import type { Editor } from "./editor.ts";
import { markChanges, sheetsToMark, type SavedFile } from "./saved-file.ts";
import { saved } from "./steps.ts";
import { workbenchTexts } from "./texts.ts";
import { openContent, shownNames } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** The pane's part in saving files. */
interface Pane {
  checks(): ReadonlyMap<string, CheckState>;
  /** Checks the sheets of a file that were not checked yet. */
  checkAll(file: string): Promise<void>;
  areMarksShown(): boolean;
  /** A file was saved. */
  noted(file: string): void;
}

/** Saves the open files as downloads, after the changes that have begun; the original files stay as they are. */
export class Saver {
  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly editor: Editor,
    private readonly pane: Pane,
  ) {}

  /** Saves the file under its own name, with the ending of its kind. @returns true where that worked */
  async save(file: string): Promise<boolean> {
    const opened = this.store.get().files.find(({ id }) => id === file);
    if (opened?.content.state !== "open") return false;
    try {
      const { bytes, ending, settle } = await this.#saved(file);
      const name = withEnding(opened.name, ending);
      download(bytes, name);
      settle();
      // A refused text, still in its cell's input, is not in the file: why stays told.
      if (this.store.get().notice?.kind !== "refused" || !this.store.get().typing) this.store.set({ notice: { kind: "saved", name } });
      return true;
    } catch (error) {
      this.store.refuse(error);
      return false;
    }
  }

  /** Saves files as one zip download, in their folders. Those that cannot be saved are told. */
  async saveTogether(files: readonly string[], language: Language): Promise<SavedTogether> {
    const names = shownNames(this.store.get().files);
    const saved: (SavedFile & { readonly name: string })[] = [];
    const refused: { readonly name: string; readonly refusal: Refusal }[] = [];
    for (const file of files) {
      const name = names.get(file) ?? file;
      try {
        const one = await this.#saved(file);
        saved.push({ name: withEnding(name, one.ending), ...one });
      } catch (error) {
        refused.push({ name, refusal: asRefusal(error) });
      }
    }
    if (saved.length > 0) {
      const { zipFiles } = await import("../../hosts/file/zip-files.ts");
      download((await zipFiles(saved)).slice(), workbenchTexts[language].changedFiles);
    }
    for (const { settle } of saved) settle();
    return { saved: saved.length, refused };
  }

  /** The file's bytes, with the marks where these are wanted. Call `settle` once they are the user's. @throws {Refusal} those of the port `apply`, damaged */
  async #saved(file: string): Promise<SavedFile> {
    const withMarks = (sheets: readonly string[]) => this.workers.ask(file, { kind: "marked", sheets });
    const marks = () => ({ ...this.store.get(), content: openContent(this.store.get(), file), checks: this.pane.checks(), marksShown: this.pane.areMarksShown(), withMarks });
    if ((await sheetsToMark(marks())).length > 0) await this.pane.checkAll(file);
    return this.editor.alone(file, async (apply) => {
      const changes = await markChanges(marks());
      if (changes.length > 0) await apply(changes);
      const content = await this.workers.ask(file, { kind: "save" });
      const { fingerprint } = await this.workers.ask(file, { kind: "unsaved" });
      const settle = () => {
        this.store.patchContent(file, ({ history, fingerprints }) => ({ history: saved(history), fingerprints: fingerprint === undefined ? fingerprints : [...new Set([...fingerprints, fingerprint])] }));
        this.pane.noted(file);
      };
      return { ...content, settle };
    });
  }
}

import type { Applied, Change } from "../../core/model/changes.ts";
import type { Grid } from "../../core/model/grid.ts";
import type { Form } from "../../core/form/schema.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import { commonForm, type Office } from "../../core/summary/offices.ts";
import { officeOf } from "../../pane/state/office-of.ts";
import { hasTable, ownCheck, type CheckState } from "../../pane/state/state.ts";
import type { SummaryAdapter, SummaryWorkbook, SummedOffices } from "../../pane/state/summarizer.ts";
import { openContent, shownNames, type OpenContent, type OpenFile } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";
import type { Editor } from "./editor.ts";
import type { Files } from "./files.ts";
import { fetchGrid } from "../worker/fetch-grid.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { workbenchTexts } from "./texts.ts";

/** The page's part in summing up. */
interface Checked {
  checks(): ReadonlyMap<string, CheckState>;
  /** Checks the sheets of a file that were not checked yet. */
  checkAll(file: string): Promise<void>;
  /** The form of the active file. */
  form(): Form;
  /** Brings a sheet to the front, whatever file it is in. */
  bring(sheet: string): void;
}

/** The open files as the source of a summary. One file gets the sheets itself; several get a new workbook. */
export class SummarySource implements SummaryAdapter {
  readonly isUndoable = true;
  #target: { readonly workbook: FileTarget; readonly after: string | undefined } | undefined;
  /** The file from which the summary was asked for. */
  #asked = "";

  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly editor: Editor,
    private readonly files: Files,
    private readonly checked: Checked,
  ) {}

  /** The sample is summed up only in its own file. */
  async offices(): Promise<SummedOffices> {
    this.#asked = this.store.get().active;
    await this.files.opened;
    const all = this.store.get().files;
    for (const { id } of all) await this.checked.checkAll(id);
    const checks = this.checked.checks();
    const isSummary = (file: OpenFile) => holdsSummaries(file, checks);
    const made = all.filter((file) => !isSummary(file));
    const files = made.every(({ isSample }) => isSample) ? made : made.filter(({ isSample }) => !isSample);
    const form = commonForm(formsOf(files, checks)) ?? this.checked.form();
    const names = shownNames(this.store.get().files);
    const [only] = files;
    const content = only && files.length === 1 ? openContent(this.store.get(), only.id) : undefined;
    if (only && content?.takes === "everything") {
      const after = content.sheets.findLast(({ id }) => hasTable(checks.get(id)))?.id;
      this.#target = { workbook: this.#targetIn(only.id), after };
      return { offices: officesOf(only, only.name, checks, { form, isTarget: true }), form };
    }
    // A text file of ours takes no sheets.
    const earlier = this.store.get().files.findLast((file) => isSummary(file) && openContent(this.store.get(), file.id)?.takes === "everything");
    this.#target = { workbook: this.#targetIn(earlier?.id), after: undefined };
    return { offices: files.flatMap((file) => officesOf(file, names.get(file.id) ?? file.name, checks, { form, isTarget: false })), form };
  }

  /** True for the file that has the sheets, or is about to get them. */
  isIn(file: string): boolean {
    return this.#target?.workbook.file === file;
  }

  readonly isAbout = (sheet: string): boolean => fileOf(sheet) === this.#asked || this.isIn(fileOf(sheet));

  #targetIn(file: string | undefined): FileTarget {
    return new FileTarget(this.workers, this.store, this.editor, this.files, file);
  }

  open(sheet: string): Promise<void> {
    this.checked.bring(sheet);
    return Promise.resolve();
  }

  target() {
    if (!this.#target) return Promise.reject(new Refusal("sheet-gone"));
    return Promise.resolve(this.#target);
  }
}

/** One open workbook as the target of the sheets. Without a file, the first sheets open a new one. */
class FileTarget implements SummaryWorkbook {
  newBook: string | undefined;

  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly editor: Editor,
    private readonly files: Files,
    public file: string | undefined,
  ) {}

  ownSheets(): Promise<readonly FoundOwnSheet[]> {
    return Promise.resolve(this.file === undefined ? [] : (openContent(this.store.get(), this.file)?.own ?? []));
  }

  read(sheet: string): Promise<Grid> {
    return fetchGrid(this.workers, sheet);
  }

  async apply(changes: readonly Change[]): Promise<Applied> {
    if (this.file !== undefined && this.#takesAll(changes)) {
      this.files.drop(this.file);
      return { written: [], clashes: [], made: [] };
    }
    if (this.file !== undefined) return this.editor.apply(this.file, changes);
    const name = freeName(workbenchTexts[this.store.get().language].summaryFile, this.store.get().files);
    const file = await this.files.create(name);
    try {
      const applied = await this.editor.apply(file, changes);
      this.file = file;
      this.newBook = name;
      return applied;
    } catch (error) {
      this.files.drop(file);
      throw error;
    }
  }

  /** A workbook without sheets is invalid: where all were made here, its tab closes with the last one. */
  #takesAll(changes: readonly Change[]): boolean {
    const content = openContent(this.store.get(), this.file ?? "");
    const gone = new Set(changes.flatMap((change) => (change.kind === "delete-sheet" ? [change.sheet] : [])));
    return content !== undefined && content.sheets.length > 0 && content.sheets.every(({ id }) => gone.has(id) && isMadeHere(content, id));
  }
}

/**
 * True for a file with only summary sheets and no evaluation: it sums up offices and is not an office itself. Sheets that were made
 * here need no check for that. A file without any sheet can only be one that is being made here.
 */
export function holdsSummaries({ content }: OpenFile, checks: ReadonlyMap<string, CheckState>): boolean {
  return content.state === "open" && content.sheets.every(({ id }) => isMadeHere(content, id) || checks.get(id)?.phase === "own");
}

function isMadeHere({ own }: Pick<OpenContent, "own">, id: string): boolean {
  return own.some(({ sheet, isUnproven }) => sheet === id && isUnproven !== true);
}

/** The forms of the evaluations in these files. */
function* formsOf(files: readonly OpenFile[], checks: ReadonlyMap<string, CheckState>): Generator<Form> {
  for (const { content } of files) {
    if (content.state !== "open") continue;
    for (const sheet of content.sheets) {
      const check = ownCheck(checks.get(sheet.id), sheet.id);
      if (check) yield check.form;
    }
  }
}

/** The evaluations of a file under a name; the reason if none can be read, or none has the form. */
function officesOf({ content }: OpenFile, name: string, checks: ReadonlyMap<string, CheckState>, summed: Parameters<typeof officeOf>[3]): readonly Office[] {
  if (content.state === "refused") return [{ file: name, refusal: content }];
  if (content.state !== "open") return [];
  const offices = content.sheets.flatMap((sheet) => officeOf(name, sheet, checks.get(sheet.id), summed));
  return offices.length > 0 ? offices : [{ file: name, refusal: { code: "table-missing", detail: "" } }];
}

function freeName(wanted: string, files: readonly OpenFile[]): string {
  const taken = new Set(files.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = wanted.replace(/(?=\.xlsx$)/, ` (${number})`);
  return name;
}

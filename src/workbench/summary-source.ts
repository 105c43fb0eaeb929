import type { Applied, Change } from "../core/changes.ts";
import type { Grid } from "../core/grid/grid.ts";
import { Refusal } from "../core/refusal.ts";
import type { FoundOwnSheet } from "../core/sheet-plan.ts";
import type { Office } from "../core/summary/offices.ts";
import type { Session } from "../pane/session.ts";
import { hasTable, type CheckState } from "../pane/state.ts";
import type { SummaryDesk, SummaryWorkbook } from "../pane/summarizer.ts";
import { keyOf, openContent, type BenchFile, type BenchState } from "./bench-state.ts";
import type { Client } from "./client.ts";
import type { Editor } from "./editor.ts";
import { fetchGrid } from "./fetch-grid.ts";
import { benchTexts } from "./texts.ts";

interface SummedBench {
  readonly session: Session;
  readonly editor: Editor;
  get(): BenchState;
  set(patch: Partial<BenchState>): void;
  /** Resolves once every file is open, or refused. */
  opened(): Promise<void>;
  /** Checks the sheets of a file that were not. */
  checkAll(file: string): Promise<void>;
  /** Opens an empty workbook in a tab. @returns its id */
  create(name: string): Promise<string>;
  drop(file: string): void;
}

/** The open files as what is summed up. One file gets its own sheets; of several a new workbook is made. */
export class SummarySource implements SummaryDesk {
  readonly isUndoable = true;
  #target: { readonly workbook: FileTarget; readonly after: string | undefined } | undefined;

  constructor(
    private readonly client: Client,
    private readonly bench: SummedBench,
  ) {}

  async offices(): Promise<readonly Office[]> {
    await this.bench.opened();
    for (const { id } of this.bench.get().files) await this.bench.checkAll(id);
    const { checks } = this.bench.session.get();
    const isSummary = (file: BenchFile) => holdsSummaries(file, checks);
    const files = this.bench.get().files.filter((file) => !isSummary(file));
    const [only] = files;
    const content = only && files.length === 1 ? openContent(this.bench.get(), only.id) : undefined;
    if (only && content?.isEditable) {
      const after = content.sheets.findLast(({ id }) => hasTable(checks.get(keyOf(only.id, id))))?.id;
      this.#target = { workbook: new FileTarget(this.client, this.bench, only.id), after };
      return officesOf(only, checks, true);
    }
    this.#target = { workbook: new FileTarget(this.client, this.bench, this.bench.get().files.findLast(isSummary)?.id), after: undefined };
    return files.flatMap((file) => officesOf(file, checks, false));
  }

  /** True for the file that got the sheets, or is about to. */
  isIn(file: string): boolean {
    return this.#target?.workbook.file === file;
  }

  target() {
    if (!this.#target) return Promise.reject(new Refusal("sheet-gone"));
    return Promise.resolve(this.#target);
  }
}

/** One open workbook as the one that gets the sheets. Without a file, the first sheets open a new one. */
class FileTarget implements SummaryWorkbook {
  constructor(
    private readonly client: Client,
    private readonly bench: SummedBench,
    public file: string | undefined,
  ) {}

  ownSheets(): Promise<readonly FoundOwnSheet[]> {
    return Promise.resolve(this.file === undefined ? [] : (openContent(this.bench.get(), this.file)?.own ?? []));
  }

  read(sheet: string): Promise<Grid> {
    return fetchGrid(this.client, this.file ?? "", sheet);
  }

  async apply(changes: readonly Change[]): Promise<Applied> {
    if (this.file !== undefined && this.#takesAll(changes)) {
      this.bench.drop(this.file);
      return { written: [], clashes: [], made: [] };
    }
    if (this.file !== undefined) return this.bench.editor.apply(this.file, changes);
    const name = freeName(benchTexts[this.bench.get().language].summaryFile, this.bench.get().files);
    const file = await this.bench.create(name);
    try {
      const applied = await this.bench.editor.apply(file, changes);
      this.file = file;
      this.bench.set({ notice: { kind: "summary", file, name } });
      return applied;
    } catch (error) {
      this.bench.drop(file);
      throw error;
    }
  }

  /** A workbook without sheets is none: its tab goes with the last one, where all were made here. */
  #takesAll(changes: readonly Change[]): boolean {
    const { sheets = [], own = [] } = openContent(this.bench.get(), this.file ?? "") ?? {};
    const gone = new Set(changes.flatMap((change) => (change.kind === "delete-sheet" ? [change.sheet] : [])));
    return sheets.length > 0 && sheets.every(({ id }) => gone.has(id) && own.some(({ sheet, isUnproven }) => sheet === id && isUnproven !== true));
  }
}

/** True for a file of nothing but summary sheets, none of which holds an evaluation: it is made of offices and is none. */
function holdsSummaries({ id: file, content }: BenchFile, checks: ReadonlyMap<string, CheckState>): boolean {
  return content.state === "open" && content.sheets.length > 0 && content.sheets.every(({ id }) => checks.get(keyOf(file, id))?.phase === "own");
}

/** A file's evaluations; where there is none to read, the reason. `isTarget` lets cells be links. */
function officesOf({ id: file, name, content }: BenchFile, checks: ReadonlyMap<string, CheckState>, isTarget: boolean): readonly Office[] {
  if (content.state === "refused") return [{ file: name, refusal: content }];
  if (content.state !== "open") return [];
  const offices = content.sheets.flatMap((sheet): readonly Office[] => {
    const state = checks.get(keyOf(file, sheet.id));
    if (state?.phase === "refused") return [{ file: `${name} / ${sheet.name}`, refusal: state }];
    if (state?.phase === "failed") return [{ file: `${name} / ${sheet.name}`, refusal: { code: "damaged", detail: "" } }];
    return hasTable(state) ? [{ file: name, inspection: state.check.inspection, ...(isTarget && { sheetId: sheet.id }) }] : [];
  });
  return offices.length > 0 ? offices : [{ file: name, refusal: { code: "table-missing", detail: "" } }];
}

function freeName(wanted: string, files: readonly BenchFile[]): string {
  const taken = new Set(files.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = wanted.replace(/(?=\.xlsx$)/, ` (${number})`);
  return name;
}

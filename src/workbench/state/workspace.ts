import type { ReadBy } from "../../core/form/known.ts";
import type { Journal } from "../../core/fixes/journal.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { Watch } from "../../core/model/ports.ts";
import type { Language } from "../../core/wording/language.ts";
import type { CheckOutcome } from "../../pane/state/host-adapter.ts";
import { Session } from "../../pane/state/session.ts";
import type { FileWorker } from "../worker/client.ts";
import { fetchCheck } from "../worker/fetch-check.ts";
import { FileWorkers } from "../worker/file-workers.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import { BlockEditor } from "./block-editor.ts";
import { removeWhenOff } from "./brought-marks.ts";
import { CellEditor } from "./cell-editor.ts";
import { Editor } from "./editor.ts";
import { Finder } from "./finder.ts";
import { Files } from "./files.ts";
import { KeptEdits } from "./kept-edits.ts";
import type { EditStore } from "./edit-store.ts";
import { KeptTexts } from "./kept-texts.ts";
import { Navigator, type ToFront } from "./navigator.ts";
import { OpenWorkbook } from "./open-workbook.ts";
import { ReceivedFiles } from "./received-files.ts";
import { Saver } from "./saver.ts";
import { Scenes } from "./scenes.ts";
import { printTable } from "./print-table.ts";
import { settingsFile } from "./settings-file.ts";
import { saveReplies } from "./save-replies.ts";
import type { Step, StepKind } from "./steps.ts";
import { SummarySource } from "./summary-source.ts";
import { activeSheet, activeSheetId, openContent } from "./workspace-state.ts";
import { WorkspaceStore } from "./workspace-store.ts";

/** The page's state and the actions of its buttons. */
export interface Workspace {
  readonly store: WorkspaceStore;
  readonly navigator: Navigator;
  readonly files: Files;
  readonly editor: Editor;
  readonly saver: Saver;
  readonly cellEditor: CellEditor;
  readonly blocks: BlockEditor;
  readonly finder: Finder;
  readonly keptEdits: KeptEdits;
  readonly workbook: OpenWorkbook;
  readonly summaries: SummarySource;
  readonly session: Session;
}

/** Composes the workbench. `start` starts a worker for a file, `editStore` keeps what is not saved; so many files are opened at once. */
export function openWorkspace(start: () => FileWorker, language: Language, editStore: EditStore, atOnce = 4): Workspace {
  const store = new WorkspaceStore(language);
  const workers = new FileWorkers(start, (file) => files.endSilent(file), atOnce + 1);
  const scenes = new Scenes(workers, store);
  const navigator = new Navigator(store, arrivalIn(() => session, scenes));
  const check = (sheet: string) => session.check(sheet);
  const checks = () => session.get().checks;
  const forget = (sheet: string) => {
    session.forget(sheet);
    store.forget(sheet);
  };
  const checkAll = (file: string) => checkRest(store, session, file);
  const noted = (file: string) => keptEdits.note(file);
  const editor = new Editor(workers, store, scenes, navigator, {
    checks,
    check,
    forget,
    journal: () => session.fixer.get().journal,
    isFixing: () => session.fixer.get().busy,
    turned: ({ kind }, direction, journal) => showTurned(session, kind, direction, journal),
    noted,
    rereadTexts: (file, step) => rereadTexts(session, file, step),
  });
  const saver = new Saver(workers, store, editor, { checks, checkAll, noted, areMarksShown: () => session.get().marksShown });
  const closed = (file: string) => {
    keptEdits.closed(file);
    session.documentSettings.forget(file);
    if (summaries.isIn(file) && session.summarizer.get().summary.phase !== "busy") session.summarizer.dismiss();
  };
  const files = new Files(workers, store, navigator, editor, saver, { check, checkAll, forget, opened: (file) => keptEdits.offer(file), several: () => session.look("received"), closed }, atOnce);
  const keptEdits = new KeptEdits(workers, store, editor, editStore, check);
  const workbook = new OpenWorkbook(workers, store, editor);
  const summaries = new SummarySource(workers, store, editor, files, { checks, checkAll, form: () => session.form, bring: (sheet) => navigator.goTo(fileOf(sheet), sheet, { row: 0, column: 0 }) });
  const received = new ReceivedFiles(store, navigator, files, saver, { checks, checkAll, onChecks: (listener) => session.subscribe(listener) });
  const session: Session = new Session({
    fixable: workbook,
    memory: new KeptTexts(workers, editor),
    summaries,
    received,
    settingsFile,
    print: printTable,
    saveReplies: (sheets) => saveReplies(workers, sheets),
    check: (sheet, by, watch) => checkSheet(workers, scenes, store, { sheet, by, watch }),
    select: (place) => navigator.select(place),
    onSelect: navigator.onSelect,
    annotate: (sheet, annotations) => store.annotate(sheet, annotations),
  });
  followEachOther(store, session, navigator, language);
  removeWhenOff(session, store, workers, editor);
  const cellEditor = new CellEditor(store, navigator, (cell) => void editor.type(cell));
  return { store, navigator, files, editor, saver, cellEditor, blocks: new BlockEditor(workers, store, editor, check), finder: new Finder(workers, store, navigator), keptEdits, workbook, summaries, session };
}

/** What happens where a file or a sheet comes to the front. */
function arrivalIn(session: () => Session, scenes: Scenes): ToFront {
  return {
    check: (sheet) => {
      if (!session().get().checks.has(sheet)) void session().check(sheet);
      // A card was checked with all others; where it cannot be shown, its own check gives the reason.
      else void scenes.read(sheet, {}).catch(() => undefined);
    },
    toFiles: () => {
      if (session().get().view === "received") session().look("findings");
    },
  };
}

/** Checks the sheets of a file that were not checked yet. */
async function checkRest(store: WorkspaceStore, session: Session, file: string): Promise<void> {
  for (const { id } of openContent(store.get(), file)?.sheets ?? []) {
    const state = session.get().checks.get(id);
    const isLeft = !state || ["idle", "busy", "failed"].includes(state.phase) || (state.phase === "refused" && state.code === "cancelled");
    if (isLeft) await session.check(id);
  }
}

/** The session shows the active sheet; the page speaks the chosen language, or else `language`. */
function followEachOther(store: WorkspaceStore, session: Session, navigator: Navigator, language: Language): void {
  store.subscribe(() => {
    const sheet = activeSheet(store.get());
    if (sheet?.id === session.get().sheet?.id) return;
    session.show(sheet);
    navigator.tellSelection();
  });
  const { documentSettings } = session;
  documentSettings.subscribe(() => store.set({ language: documentSettings.get().settings.language ?? language }));
}

interface WantedCheck {
  readonly sheet: string;
  readonly by: ReadBy;
  readonly watch: Watch;
}

/** Has a sheet checked, and shows it where it is in front: of many files only the one that is looked at is laid out. @throws {Refusal} sheet-gone, unreadable, damaged, too-large, cancelled */
async function checkSheet(workers: FileWorkers, scenes: Scenes, store: WorkspaceStore, { sheet, by, watch }: WantedCheck): Promise<CheckOutcome> {
  if (activeSheetId(store.get()) === sheet) await scenes.read(sheet, watch);
  const content = openContent(store.get(), fileOf(sheet));
  if (!content?.sheets.some(({ id }) => id === sheet)) throw new Refusal("unreadable", sheet);
  const check = await fetchCheck(workers, sheet, by, watch);
  // Anyone who has the file can give its evaluation a tag of ours.
  return check ?? (content.own.some((own) => own.sheet === sheet) ? "own" : null);
}

/** Updates the fixes after a step was undone or redone; reports about earlier work no longer hold. */
async function showTurned(session: Session, kind: StepKind["kind"], direction: "undo" | "redo", journal: Journal): Promise<void> {
  const { fixer, summarizer, inputRuleEditor } = session;
  fixer.set({ journal, outcome: undefined });
  if (kind === "made" || kind === "deleted") summarizer.dismiss();
  if (kind === "unmarked") session.showMarks(direction === "undo");
  inputRuleEditor.dismiss();
  await inputRuleEditor.look();
}

async function rereadTexts({ documentSettings, settingsChanger }: Session, file: string, { what, sheets }: Step): Promise<void> {
  for (const sheet of sheets) documentSettings.forget(sheet);
  if (what.kind === "settings") await settingsChanger.resettle(file);
}

import type { Inspection } from "../../core/inspect.ts";
import type { ReadBy } from "../../core/form/known.ts";
import { LastCheck } from "../../core/inspect-sheet.ts";
import { withoutSheet, type CellPlace } from "../../core/model/address.ts";
import type { ChangeApplier, DocumentStore, MarkPreview, Presence, SheetReader, Watch } from "../../core/model/ports.ts";
import type { Language } from "../../core/wording/language.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ActiveSheetSource } from "../../hosts/excel/active-sheet.ts";
import type { ActiveSheet, CheckOutcome } from "../../pane/state/host-adapter.ts";
import { Session } from "../../pane/state/session.ts";
import { Signal } from "../../pane/state/signal.ts";
import { checkSheet } from "./check-sheet.ts";
import { Edits } from "./edits.ts";
import { Jumps } from "./jumps.ts";
import { Marker } from "./marker.ts";
import { ReceivedInWorkbook } from "./received-sheets.ts";
import { Scanner } from "./scanner.ts";
import { SheetList } from "./sheet-list.ts";
import { ShownMarks } from "./shown-marks.ts";
import { SummarySource } from "./summary-source.ts";
import { TaskPane } from "./task-pane.ts";
import { TaskPaneStore } from "./task-pane-state.ts";

type ExcelPorts = SheetReader & ChangeApplier & MarkPreview & DocumentStore & Presence;

/** Puts the task pane together over the workbook in Excel, whose menus are in a language. */
export function openTaskPane(workbook: ExcelPorts, active: ActiveSheetSource, excels: Language): TaskPane {
  const store = new TaskPaneStore();
  const sheets = new SheetList(workbook, active);
  const selection = new Signal<CellPlace>();
  const checks = () => session.get().checks;
  const shown = () => session.get().sheet?.id;
  const edits = new Edits(store, shown);
  const marks = new ShownMarks(new Marker(workbook), store, {
    checks,
    isWanted: () => session.get().marksShown,
    want: (marksShown) => session.set({ marksShown }),
    language: () => session.documentSettings.get().settings.language ?? excels,
    keepsUndo: () => workbook.keepsUndo,
  });
  const show = (sheet: ActiveSheet) => {
    session.show(sheet);
    session.set({ sheet });
    store.set({ stale: edits.isStale(sheet.id), asOf: undefined });
  };
  const readSheets = async () => {
    const read = await sheets.read();
    for (const { id } of store.get().sheets) if (!read.some((sheet) => sheet.id === id)) session.forget(id);
    store.set({ sheets: read });
  };
  const scanner = new Scanner(store, {
    readSheets,
    checks,
    shown,
    check: (sheetId, isAsked) => {
      if (!isAsked) edits.follow(sheetId);
      return session.check(sheetId);
    },
    cancel: (sheetId) => session.cancel(sheetId),
    show: (sheetId) => {
      const sheet = sheets.known(sheetId);
      if (sheet) show(sheet);
    },
  });
  const jumps = new Jumps(workbook, store, () => session, async () => {
    await taskPane.checkActive();
    await store.attempt("read", readSheets);
  });
  const session = sessionOver({ workbook, store, sheets, selection, edits, marks, scanner, jumps, show, lookAgain: () => void taskPane.checkActive() });
  // A check writes nothing: marks are set only on request.
  session.set({ marksShown: false });
  const taskPane = new TaskPane({ store, session, workbook, active, sheets, edits, marks, scanner, jumps, selection, show, readSheets });
  return taskPane;
}

interface SessionParts {
  readonly workbook: ExcelPorts;
  readonly store: TaskPaneStore;
  readonly sheets: SheetList;
  readonly selection: Signal<CellPlace>;
  readonly edits: Edits;
  readonly marks: ShownMarks;
  readonly scanner: Scanner;
  readonly jumps: Jumps;
  readonly show: (sheet: ActiveSheet) => void;
  /** Looks for the sheet in front and checks it. */
  readonly lookAgain: () => void;
}

/** What the pane asks of Excel. */
function sessionOver({ workbook, store, sheets, selection, edits, marks, scanner, jumps, show, lookAgain }: SessionParts): Session {
  const checkAll = async () => {
    await store.attempt("read", () => scanner.scan());
  };
  const lastCheck = new LastCheck();
  const session: Session = new Session({
    fixable: workbook,
    memory: workbook,
    summaries: new SummarySource(workbook, {
      source: () => sheets.source,
      sheets: () => store.get().sheets,
      checks: () => session.get().checks,
      form: () => session.form,
      checkAll,
    }),
    received: new ReceivedInWorkbook({
      sheets: () => store.get().sheets,
      checks: () => session.get().checks,
      subscribe: (listener) => {
        const ends = [store.subscribe(listener), session.subscribe(listener)];
        return () => ends.forEach((end) => end());
      },
      checkAll: async () => {
        const { checks } = session.get();
        if (!store.get().sheets.every(({ id }) => checks.has(id))) await checkAll();
      },
      show: (sheetId) => {
        const sheet = sheets.known(sheetId);
        if (sheet) show(sheet);
        void jumps.select(sheetId, { row: 0, column: 0 });
      },
    }),
    check: async (sheetId, by, watch) => {
      edits.checking(sheetId);
      const check = await checkWith({ workbook, store, lastCheck }, { sheetId, by, watch });
      const { sheet } = session.get();
      // Excel does not report that a sheet was renamed; reading it shows the name.
      if (check && check !== "own" && sheet?.id === sheetId) session.set({ sheet: { ...sheet, name: nameOf(check.inspection, sheetId) } });
      return check;
    },
    select: (place) => {
      const sheetId = session.get().sheet?.id;
      if (sheetId === undefined) return;
      const id = place.sheet?.id ?? sheetId;
      const card = id === sheetId ? undefined : sheets.known(id);
      if (card) show(card);
      // The workbook reports only selections of other people.
      selection.tell(withoutSheet(place));
      void jumps.select(id, place);
    },
    onSelect: selection.listen,
    lookAgain,
    annotate: (sheetId) => marks.follow(sheetId, edits.takeAsked(sheetId)),
  });
  return session;
}

/** The name of a sheet, also of a card, as a check read it. */
function nameOf({ sheet, cards }: Inspection, sheetId: string): string {
  return cards?.sheets.find(({ id }) => id === sheetId)?.name ?? sheet.name;
}

interface WantedCheck {
  readonly sheetId: string;
  readonly by: ReadBy;
  readonly watch: Watch;
}

/** Whether a sheet without a table is ours is asked beside the check, which does not fail for it. */
async function checkWith({ workbook, store, lastCheck }: Pick<SessionParts, "workbook" | "store"> & { readonly lastCheck: LastCheck }, { sheetId, by, watch }: WantedCheck): Promise<CheckOutcome> {
  const check = await checkSheet(workbook, sheetId, by, watch, lastCheck);
  if (check) return check;
  const own = await workbook.ownSheets().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    store.assume("own-sheets");
    return [];
  });
  return own.some(({ sheet }) => sheet === sheetId) ? "own" : null;
}

import type { CellPlace } from "../../core/model/address.ts";
import type { EditWaiting, Presence } from "../../core/model/ports.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ActiveSheetSource } from "../../hosts/excel/active-sheet.ts";
import type { ActiveSheet } from "../../pane/state/host-adapter.ts";
import type { Session } from "../../pane/state/session.ts";
import type { Signal } from "../../pane/state/signal.ts";
import type { Edits } from "./edits.ts";
import { Follower } from "./follower.ts";
import type { Jumps } from "./jumps.ts";
import { Looks } from "./looks.ts";
import type { Scanner } from "./scanner.ts";
import type { SheetList } from "./sheet-list.ts";
import type { ShownMarks } from "./shown-marks.ts";
import type { TaskPaneStore } from "./task-pane-state.ts";

/** What Excel answers where the sheet in front is none that it can name. */
const unnamed: ReadonlySet<string> = new Set(["sheet-gone", "interrupted", "unsupported", "busy"]);

function unlessGone(error: unknown): boolean {
  if (error instanceof Refusal && error.code === "sheet-gone") return false;
  throw error;
}

/** The parts of the task pane. */
interface Parts {
  readonly store: TaskPaneStore;
  readonly session: Session;
  readonly workbook: Pick<Presence, "onEdit" | "onSelect" | "differs" | "listenAgain">;
  readonly active: ActiveSheetSource;
  readonly sheets: SheetList;
  readonly edits: Edits;
  readonly marks: ShownMarks;
  readonly scanner: Scanner;
  readonly jumps: Jumps;
  readonly selection: Signal<CellPlace>;
  /** Shows a sheet in the pane. */
  readonly show: (sheet: ActiveSheet) => void;
  /** Reads the list of sheets again. @throws {Refusal} editing, interrupted: Excel's answer */
  readonly readSheets: () => Promise<void>;
}

/** The pane in Excel: follows the active sheet, its selection and its edits, and serves the buttons around the pane. */
export class TaskPane {
  readonly store: TaskPaneStore;
  readonly session: Session;
  readonly #follower = new Follower(() => this.#followActive());
  readonly #looks = new Looks(() => this.#look());
  /** The sheet in front, by all that Excel told. */
  #front: string | undefined;

  constructor(private readonly parts: Parts) {
    this.store = parts.store;
    this.session = parts.session;
  }

  /** Begins to follow the workbook, and checks the active sheet. */
  async start(): Promise<void> {
    const { workbook, active, marks } = this.parts;
    workbook.onEdit((sheetId) => this.#edited(sheetId));
    workbook.onSelect((sheetId, place) => void this.#selected(sheetId, place));
    active.onChange((sheetId) => void this.#inFront(sheetId));
    await this.store.attempt("recall", () => marks.recall());
    await this.store.attempt("recall", () => this.session.documentSettings.recall());
    await this.#readFirst(false);
    await this.store.attempt("recall", () => this.session.fixer.recall());
  }

  /** Where both are refused, which is often for the same reason, both are tried again. */
  async #readFirst(isAsked: boolean): Promise<void> {
    const isChecked = await this.#checkActive(isAsked);
    await this.store.attempt("read", this.parts.readSheets, isChecked ? undefined : () => this.#readFirst(true));
  }

  /** Checks the active sheet; where it has no table, looks for a table on the other sheets. */
  async checkActive(): Promise<void> {
    await this.#checkActive(true);
  }

  /** @returns false where it was refused */
  #checkActive(isAsked: boolean): Promise<boolean> {
    const { sheets, scanner, show, edits } = this.parts;
    return this.store.attempt("read", async () => {
      const sheet = await sheets.active().catch((error: unknown) => this.#withoutActive(error));
      if (!sheet) return;
      this.#front = sheet.id;
      show(sheet);
      if (!isAsked) edits.follow(sheet.id);
      const state = await this.session.check(sheet.id);
      if (state.phase === "own" || (state.phase === "checked" && !state.check)) await scanner.scan(sheet.id, isAsked);
    });
  }

  /** Excel names no sheet in front where that is only a chart (OfficeDev/office-js#2444): a table is looked for on the others. @throws {Refusal} where none is found, the given one: sheet-gone, interrupted, unsupported, busy */
  async #withoutActive(error: unknown): Promise<undefined> {
    if (!(error instanceof Refusal) || !unnamed.has(error.code)) throw error;
    await this.parts.scanner.scan();
    if (!this.session.get().sheet) throw error;
  }

  /** Checks every sheet of the workbook, one after the other. */
  async checkAll(): Promise<void> {
    await this.store.attempt("read", () => this.parts.scanner.scan());
  }

  stopScan(): void {
    this.parts.scanner.stop();
  }

  /** Shows a sheet in the pane, and checks it if necessary. The active sheet stays the same. */
  choose(sheetId: string): Promise<void> {
    return this.#bring(sheetId, true);
  }

  /** Marks the active sheet after a check, or removes the marks everywhere. */
  async toggleMarks(): Promise<void> {
    if (this.session.get().marksShown) {
      this.session.showMarks(false);
      return;
    }
    this.session.set({ marksShown: true });
    await this.checkActive();
  }

  /** Sets the marks of the shown sheet as its check found them. */
  renewMarks(): void {
    const { sheet } = this.session.get();
    if (sheet) this.parts.marks.renew(sheet.id);
  }

  /** Sets whether checks follow the edits. */
  follow(following: boolean): void {
    const { settings } = this.session.documentSettings.get();
    void this.session.settle({ ...settings, follow: following ? null : false });
    if (following && this.store.get().stale) this.#follower.nudge();
    else this.#follower.stop();
  }

  /** Looks whether Excel told all that happened, when the user comes back to the pane; not again and again. @param now milliseconds of `Date.now` */
  async look(now = Date.now()): Promise<void> {
    const checked = this.#checkedAt;
    if (checked !== undefined) await this.#looks.look(checked, now);
  }

  /** Handlers are lost, and formats change, without a word (OfficeDev/office-js#194, #3899). Nothing is written. */
  async #look(): Promise<void> {
    const { workbook, active } = this.parts;
    const { sheet } = this.session.get();
    const checked = this.#checkedAt;
    if (!sheet || checked === undefined) return;
    try {
      const isEdited = await workbook.differs(sheet.id).catch(unlessGone);
      const front = await active.read();
      if (this.#checkedAt !== checked) return;
      this.store.set({ asOf: undefined });
      if (isEdited || front.id !== this.#front) [workbook, active].forEach((source) => source.listenAgain());
      if (isEdited) this.#edited(sheet.id);
      if (front.id !== this.#front) await this.#inFront(front.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (this.#checkedAt === checked) this.store.set({ asOf: checked });
    }
  }

  /** When the shown sheet was checked; undefined where it is being checked, or known to have changed since. */
  get #checkedAt(): number | undefined {
    const { sheet, checks } = this.session.get();
    if (!sheet || checks.get(sheet.id)?.phase === "busy" || this.parts.edits.isStale(sheet.id)) return undefined;
    return this.parts.edits.checkedAt(sheet.id);
  }

  waitForEdit(editing: EditWaiting): void {
    this.store.set({ editing });
  }

  /** Goes to the next finding whose cell can be seen. */
  toNextVisible(): Promise<void> {
    return this.parts.jumps.toNextVisible();
  }

  get #following(): boolean {
    return this.session.documentSettings.get().settings.follow ?? true;
  }

  #edited(sheetId: string): void {
    if (!this.session.get().checks.has(sheetId)) return;
    this.parts.edits.edited(sheetId);
    if (sheetId !== this.session.get().sheet?.id) return;
    if (this.#following) this.#follower.nudge();
    else this.store.set({ stale: true });
  }

  async #selected(sheetId: string, place: CellPlace): Promise<void> {
    this.store.set({ unseen: undefined });
    await this.#inFront(sheetId);
    this.parts.selection.tell(place);
  }

  async #inFront(sheetId: string): Promise<void> {
    this.#front = sheetId;
    await this.#bring(sheetId);
  }

  async #bring(sheetId: string, asked = this.#following): Promise<void> {
    const { sheets, edits, show, readSheets } = this.parts;
    if (sheetId === this.session.get().sheet?.id) return;
    await this.store.attempt("read", async () => {
      if (!sheets.known(sheetId)) await readSheets();
      const sheet = sheets.known(sheetId);
      if (!sheet) return;
      show(sheet);
      if (asked && (edits.isStale(sheetId) || !this.session.get().checks.has(sheetId))) await this.#followActive();
    });
  }

  async #followActive(): Promise<void> {
    const id = this.session.get().sheet?.id;
    if (id === undefined) return;
    this.parts.edits.follow(id);
    await this.session.check(id);
  }
}

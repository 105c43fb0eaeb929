import type { FormChoice } from "../../core/form/known.ts";
import type { CellPlace } from "../../core/model/address.ts";
import { asRefusal } from "../../core/model/refusal.ts";
import type { ChangeApplier, DocumentStore, Presence, SheetReader, Watch } from "../../core/model/ports.ts";
import type { Annotations, CheckOutcome, HostAdapter, ActiveSheet } from "../../pane/state/host-adapter.ts";
import { Session } from "../../pane/state/session.ts";
import { Signal } from "../../pane/state/signal.ts";
import { Store } from "../../pane/state/store.ts";
import { checkSheet } from "./check-sheet.ts";
import type { AdapterState } from "./adapter-state.ts";
import { Follower } from "./follower.ts";
import { Marker } from "./marker.ts";
import { SummarySource } from "./summary-source.ts";
import type { ActiveSheetSource } from "../../hosts/excel/events/active-sheet.ts";
import { Scanner } from "./scanner.ts";
import { SheetList } from "./sheet-list.ts";

/** The pane's desk over the workbook in Excel: follows the sheet in front, its selection and its edits. */
export class ExcelAdapter extends Store<AdapterState> implements HostAdapter {
  readonly memory: DocumentStore;
  readonly session: Session;
  readonly summaries: SummarySource;
  readonly #selection = new Signal<CellPlace>();
  readonly onSelect = this.#selection.listen;
  readonly #marker: Marker;
  readonly #sheets: SheetList;
  readonly #follower: Follower;
  readonly #scanner: Scanner;
  /** Sheets edited after their check. */
  readonly #stale = new Set<string>();
  /** Sheets whose running check nobody asked for. */
  readonly #followed = new Set<string>();
  /** As the sheets show it; the session's own may be ahead. */
  #marksShown = false;
  #marking: Promise<void> = Promise.resolve();

  constructor(
    readonly fixable: SheetReader & ChangeApplier & DocumentStore & Presence,
    private readonly active: ActiveSheetSource,
  ) {
    super({ sheets: [], stale: false, editing: false, refusal: undefined, scan: undefined });
    this.memory = fixable;
    this.summaries = new SummarySource(fixable, this);
    this.session = new Session(this);
    // A check writes nothing: marks come when they are asked for.
    this.session.set({ marksShown: false });
    this.#marker = new Marker(fixable);
    this.#sheets = new SheetList(fixable, active);
    this.#scanner = new Scanner(this, {
      readSheets: () => this.#readSheets(),
      show: (sheetId) => {
        const sheet = this.#sheets.known(sheetId);
        if (sheet) this.#show(sheet);
      },
    });
    this.#follower = new Follower(() => this.#followActive());
  }

  /** Follows the workbook from now on, and checks the sheet in front. */
  async start(): Promise<void> {
    this.fixable.onEdit((sheetId) => this.#edited(sheetId));
    this.fixable.onSelect((sheetId, place) => void this.#selected(sheetId, place));
    this.active.onChange((sheetId) => void this.#toActive(sheetId));
    await this.#attempt(async () => {
      this.#marksShown = await this.#marker.recall();
      this.session.set({ marksShown: this.#marksShown });
    });
    await this.#attempt(() => this.session.documentSettings.recall());
    await this.checkActive();
    await this.#attempt(() => this.#readSheets());
    await this.#attempt(async () => this.session.fixer.recall());
  }

  /** Checks the sheet in front; where it holds no table, looks for one in the others. */
  async checkActive(): Promise<void> {
    await this.#attempt(async () => {
      const sheet = await this.#sheets.active();
      this.#show(sheet);
      const state = await this.session.check(sheet.id);
      if (state.phase === "own" || (state.phase === "checked" && !state.check)) await this.#scanner.scan(sheet.id);
    });
  }

  /** The workbook's name. */
  get source(): string {
    return this.#sheets.source;
  }

  /** Checks every sheet of the workbook, one after the other. */
  async checkAll(): Promise<void> {
    await this.#attempt(() => this.#scanner.scan());
  }

  stopScan(): void {
    this.#scanner.stop();
  }

  /** Shows a sheet in the pane, and checks it where that was not done. The sheet in front of the user stays there. */
  choose(sheetId: string): Promise<void> {
    return this.#bring(sheetId, true);
  }

  /** Puts the marks into the sheet in front after a check, or takes them away everywhere. */
  async toggleMarks(): Promise<void> {
    if (this.session.get().marksShown) {
      this.session.showMarks(false);
      return;
    }
    this.session.set({ marksShown: true });
    await this.checkActive();
  }

  /** Whether checks follow the edits. */
  get #following(): boolean {
    return this.session.documentSettings.get().settings.follow ?? true;
  }

  follow(following: boolean): void {
    const { settings } = this.session.documentSettings.get();
    void this.session.settle({ ...settings, follow: following ? null : false });
    if (following && this.get().stale) this.#follower.nudge();
    else this.#follower.stop();
  }

  waitForEdit(editing: boolean): void {
    this.set({ editing });
  }

  dismiss(): void {
    this.set({ refusal: undefined });
  }

  async check(sheetId: string, forms: FormChoice, watch: Watch): Promise<CheckOutcome> {
    this.#freshen(sheetId);
    const check = await checkSheet(this.fixable, sheetId, forms, watch);
    if (!check) return (await this.fixable.ownSheets()).some((own) => own.sheet === sheetId) ? "own" : null;
    const { sheet } = this.session.get();
    // Excel does not tell that a sheet was renamed; reading it does.
    if (sheet?.id === sheetId) this.session.set({ sheet: { ...sheet, name: check.inspection.sheet.name } });
    return check;
  }

  select(place: CellPlace): void {
    const sheetId = this.session.get().sheet?.id;
    if (sheetId === undefined) return;
    // The workbook tells what others select, not what we do.
    this.#selection.tell(place);
    void this.#attempt(() => this.fixable.select(sheetId, place));
  }

  annotate(sheetId: string, { marks }: Annotations): void {
    const { marksShown, checks } = this.session.get();
    const anew = !this.#followed.delete(sheetId);
    const wasShown = this.#marksShown;
    this.#marksShown = marksShown;
    if (!marksShown) {
      if (wasShown) this.#mark(() => this.#marker.clear(sheetId));
      return;
    }
    // A check that was stopped says nothing about the marks.
    const state = checks.get(sheetId);
    if (state?.phase !== "checked" || (!state.check && !this.#marker.bears(sheetId))) return;
    this.#mark(() => this.#marker.show(sheetId, marks, anew));
  }

  /** One plan after the other: the last wish stands in the end. */
  #mark(work: () => Promise<void>): void {
    this.#marking = this.#marking.then(async () => {
      if (await this.#attempt(work)) return;
      // The list in the pane stands for marks that the sheet does not take.
      this.#marksShown = false;
      this.session.set({ marksShown: false });
    });
  }

  #edited(sheetId: string): void {
    if (!this.session.get().checks.has(sheetId)) return;
    this.#stale.add(sheetId);
    if (sheetId !== this.session.get().sheet?.id) return;
    if (this.#following) this.#follower.nudge();
    else this.set({ stale: true });
  }

  async #selected(sheetId: string, place: CellPlace): Promise<void> {
    await this.#toActive(sheetId);
    this.#selection.tell(place);
  }

  #toActive(sheetId: string): Promise<void> {
    this.#sheets.told(sheetId);
    return this.#bring(sheetId);
  }

  async #bring(sheetId: string, asked = this.#following): Promise<void> {
    if (sheetId === this.session.get().sheet?.id) return;
    await this.#attempt(async () => {
      if (!this.#sheets.known(sheetId)) await this.#readSheets();
      const sheet = this.#sheets.known(sheetId);
      if (!sheet) return;
      this.#show(sheet);
      if (asked && (this.#stale.has(sheetId) || !this.session.get().checks.has(sheetId))) await this.#followActive();
    });
  }

  async #followActive(): Promise<void> {
    const id = this.session.get().sheet?.id;
    if (id === undefined) return;
    this.#followed.add(id);
    await this.session.check(id);
  }

  #show(sheet: ActiveSheet): void {
    this.session.show(sheet);
    this.session.set({ sheet });
    this.set({ stale: this.#stale.has(sheet.id) });
  }

  #freshen(sheetId: string): void {
    this.#stale.delete(sheetId);
    if (sheetId === this.session.get().sheet?.id) this.set({ stale: false, refusal: undefined });
  }

  async #readSheets(): Promise<void> {
    const sheets = await this.#sheets.read();
    for (const { id } of this.get().sheets) if (!sheets.some((sheet) => sheet.id === id)) this.session.forget(id);
    this.set({ sheets });
  }

  /** @returns false where it was refused; the reason is shown. */
  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.set({ refusal: asRefusal(error) });
      return false;
    }
  }
}

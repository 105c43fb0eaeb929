import { acceptancesName } from "../core/acceptance/kept-name.ts";
import { readAcceptances, writeAcceptances, type Acceptances } from "../core/acceptance/list.ts";
import type { Finding } from "../core/finding.ts";
import { readSnapshot, snapshotOf, writeSnapshot, type Snapshot } from "../core/progress/snapshot.ts";
import { asRefusal, Refusal } from "../core/refusal.ts";
import { readSettings, writeSettings } from "../core/settings/keep.ts";
import { noSettings, type Settings } from "../core/settings/settings.ts";
import type { Memory } from "./desk.ts";
import { Store } from "./store.ts";

/** What the last check found is kept under this name. */
export const lastCheck = "tenken.before";
/** The document keeps these texts under these names. */
const names = { settings: "tenken.settings", accepted: acceptancesName, before: lastCheck } as const;

interface KeptSheet {
  readonly accepted: Acceptances;
  /** What an earlier session's check found; null where nothing was written since. */
  readonly before: Snapshot | null;
}

const nothing: KeptSheet = { accepted: [], before: null };

export interface KeptState {
  readonly settings: Settings;
  /** What of the document's settings could not be read. */
  readonly dropped: readonly string[];
  /** Why the document does not keep what was chosen or decided last; it holds until the pane is closed. */
  readonly refusal: Refusal | undefined;
}

/** What is kept beside the cells: how sheets are checked, which findings stay as they are, and what the last check found. */
export class Keeper extends Store<KeptState> {
  readonly #sheets = new Map<string, KeptSheet>();

  constructor(private readonly memory: Memory) {
    super({ settings: noSettings, dropped: [], refusal: undefined });
  }

  /** Reads the document's settings. */
  async recall(): Promise<void> {
    this.set(readSettings(await this.memory.recall(names.settings)));
  }

  /** Reads what is kept of a sheet, once. */
  async recallSheet(sheetId: string): Promise<void> {
    if (this.#sheets.has(sheetId)) return;
    const [accepted, before] = await Promise.all([this.memory.recall(names.accepted, sheetId), this.memory.recall(names.before, sheetId)]);
    this.#sheets.set(sheetId, { accepted: readAcceptances(accepted), before: readSnapshot(before) });
  }

  /** What is kept of a sheet, as far as it was read. */
  known(sheetId: string): KeptSheet {
    return this.#sheets.get(sheetId) ?? nothing;
  }

  /** Forgets what was read of a sheet that is no longer open. */
  forget(sheetId: string): void {
    this.#sheets.delete(sheetId);
  }

  async keepSettings(settings: Settings): Promise<void> {
    this.set({ settings, dropped: [] });
    await this.#keep(names.settings, writeSettings(settings));
  }

  async keepAccepted(sheetId: string, accepted: Acceptances): Promise<void> {
    this.#sheets.set(sheetId, { ...this.known(sheetId), accepted });
    await this.#keep(names.accepted, writeAcceptances(accepted), sheetId);
  }

  /** Keeps what a check found for the next session; undefined where nobody wrote anything, since a check leaves no trace. */
  async keepCheck(sheetId: string, findings: readonly Finding[] | undefined): Promise<void> {
    await this.#keep(names.before, findings && writeSnapshot(snapshotOf(findings)), sheetId);
  }

  dismiss(): void {
    this.set({ refusal: undefined });
  }

  async #keep(name: string, text: string | undefined, sheetId?: string): Promise<void> {
    try {
      await this.memory.remember(name, text, sheetId);
      this.set({ refusal: undefined });
    } catch (error) {
      this.set({ refusal: asRefusal(error) });
    }
  }
}

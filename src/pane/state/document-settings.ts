import { acceptancesName } from "../../core/acceptance/kept-name.ts";
import { readAcceptances, writeAcceptances, type Acceptances } from "../../core/acceptance/list.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import { readSnapshot, snapshotOf, writeSnapshot, type Snapshot } from "../../core/progress/snapshot.ts";
import { asRefusal, Refusal } from "../../core/model/refusal.ts";
import { readSettings, writeSettings, type KeptSettings } from "../../core/settings/keep.ts";
import { effectiveForm, noSettings, readBy, type Settings } from "../../core/settings/settings.ts";
import { languages, type Language } from "../../core/wording/language.ts";
import type { Memory } from "./host-adapter.ts";
import { Store } from "./store.ts";

/** What the last check found is kept under this name. */
export const lastCheck = "tenken.before";
/** The document keeps these texts under these names; the language is kept apart where there are several documents. */
const names = { settings: "tenken.settings", language: "tenken.language", accepted: acceptancesName, before: lastCheck } as const;

interface KeptSheet {
  readonly accepted: Acceptances;
  /** What an earlier session's check found; null where nothing was written since. */
  readonly before: Snapshot | null;
}

const nothing: KeptSheet = { accepted: [], before: null };
const unsettled: KeptSettings = { settings: noSettings, dropped: [] };

/** The settings of the document in front; `dropped` is what of them could not be read. */
export interface KeptState extends KeptSettings {
  /** Why the document does not keep what was chosen or decided last; it holds until the pane is closed. */
  readonly refusal: Refusal | undefined;
}

/**
 * What is kept beside the cells: how the sheets of each document are checked, which findings stay as they are, and what the last
 * check found. What decides a check belongs to one document and never holds for another.
 */
export class DocumentSettings extends Store<KeptState> {
  readonly #sheets = new Map<string, KeptSheet>();
  /** By the document's key, undefined for the only one. */
  readonly #documents = new Map<string | undefined, KeptSettings>();
  /** By the document, the form that it kept last in this session: tried for other documents too. */
  readonly #forms = new Map<string | undefined, Form>();
  #active: string | undefined;
  /** Where there are several documents. */
  #language: Language | null = null;

  constructor(private readonly memory: Memory) {
    super({ ...unsettled, refusal: undefined });
  }

  /** Reads what holds before any sheet is in front: the settings of the only document, or else the language. */
  async recall(): Promise<void> {
    if (this.isOne) return this.rereadSettings(undefined);
    const kept = await this.memory.recall(names.language);
    this.#language = languages.find((language) => language === kept) ?? null;
    this.#tell();
  }

  /** Reads what is kept of a sheet and of its document, once. */
  async recallSheet(sheetId: string): Promise<void> {
    if (!this.#documents.has(this.#documentOf(sheetId))) await this.rereadSettings(sheetId);
    if (this.#sheets.has(sheetId)) return;
    const [accepted, before] = await Promise.all([this.memory.recall(names.accepted, sheetId), this.memory.recall(names.before, sheetId)]);
    this.#sheets.set(sheetId, { accepted: readAcceptances(accepted), before: readSnapshot(before) });
  }

  /** Reads the settings of a sheet's document, as they are now. */
  async rereadSettings(sheetId: string | undefined): Promise<void> {
    const document = this.#documentOf(sheetId);
    const before = this.#documents.get(document);
    const kept = readSettings(await this.memory.recall(names.settings, document));
    // What was chosen meanwhile holds.
    if (this.#documents.get(document) === before) this.#hold(document, kept);
    this.#tell();
  }

  /** What is kept of a sheet, as far as it was read. */
  known(sheetId: string): KeptSheet {
    return this.#sheets.get(sheetId) ?? nothing;
  }

  /** Follows the sheet in front. */
  show(sheetId: string | undefined): void {
    this.#active = sheetId;
    this.#tell();
  }

  /** The settings of a sheet's document, as far as they were read. */
  settingsOf(sheetId: string | undefined): Settings {
    return this.#keptOf(sheetId).settings;
  }

  /** The form by which a sheet is checked from now on. */
  formOf(sheetId: string | undefined): Form {
    return effectiveForm(this.settingsOf(sheetId));
  }

  /** How a sheet is read: by the forms that are tried, the document's own first, and by what was answered about one that it shows itself. */
  readBy(sheetId: string | undefined): ReadBy {
    const document = this.#documentOf(sheetId);
    return readBy(this.settingsOf(sheetId), [...this.#forms].flatMap(([of, form]) => (of === document ? [] : [form])));
  }

  /** True for sheets of one document. */
  areTogether(sheetId: string, other: string | undefined): boolean {
    return this.#documentOf(sheetId) === this.#documentOf(other);
  }

  /** True where all sheets are of one document. */
  get isOne(): boolean {
    return !this.memory.documentOf;
  }

  /** False where there are several documents and none of them is in front. */
  get hasDocument(): boolean {
    return this.isOne || this.#active !== undefined;
  }

  /** Forgets what was read of a sheet that is no longer open, or by its own key, of a document. */
  forget(id: string): void {
    this.#sheets.delete(id);
    this.#documents.delete(id);
  }

  /** Keeps settings for a sheet's document. */
  async keepSettings(settings: Settings, sheetId: string | undefined): Promise<void> {
    const document = this.#documentOf(sheetId);
    const own = this.isOne ? settings : { ...settings, language: null };
    this.#hold(document, { settings: own, dropped: [] });
    this.#tell();
    if (!this.isOne && settings.language !== this.#language) await this.keepLanguage(settings.language);
    if (this.isOne || document !== undefined) await this.#keep(names.settings, writeSettings(own), document);
  }

  /** Keeps the language; null for the host's. */
  async keepLanguage(language: Language | null): Promise<void> {
    if (this.isOne) return this.keepSettings({ ...this.settingsOf(undefined), language }, undefined);
    this.#language = language;
    this.#tell();
    await this.#keep(names.language, language ?? undefined);
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

  #documentOf(sheetId: string | undefined): string | undefined {
    return sheetId === undefined ? undefined : this.memory.documentOf?.(sheetId);
  }

  #keptOf(sheetId: string | undefined): KeptSettings {
    return this.#documents.get(this.#documentOf(sheetId)) ?? unsettled;
  }

  #hold(document: string | undefined, kept: KeptSettings): void {
    this.#documents.set(document, kept);
    if (kept.settings.form) this.#forms.set(document, kept.settings.form);
    else this.#forms.delete(document);
  }

  #tell(): void {
    const { settings, dropped } = this.#keptOf(this.#active);
    this.set({ settings: this.isOne ? settings : { ...settings, language: this.#language }, dropped });
  }

  async #keep(name: string, text: string | undefined, id?: string): Promise<void> {
    try {
      await this.memory.remember(name, text, id);
      this.set({ refusal: undefined });
    } catch (error) {
      this.set({ refusal: asRefusal(error) });
    }
  }
}

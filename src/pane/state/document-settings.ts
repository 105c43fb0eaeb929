import { acceptancesName } from "../../core/acceptance/kept-name.ts";
import { writeAcceptances, type Acceptances } from "../../core/acceptance/list.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import { snapshotOf, writeSnapshot, type Snapshot } from "../../core/progress/snapshot.ts";
import { asRefusal, Refusal } from "../../core/model/refusal.ts";
import { lastCheckName, settingsName } from "../../core/settings/kept-name.ts";
import { writeSettings, type KeptSettings } from "../../core/settings/keep.ts";
import { effectiveForm, noSettings, readBy, type Settings } from "../../core/settings/settings.ts";
import { languages, type Language } from "../../core/wording/language.ts";
import type { Memory } from "./host-adapter.ts";
import { Store } from "./store.ts";

/** The names under which the document keeps these texts. With several documents the language is kept elsewhere. */
const names = { settings: settingsName, language: "tenken.language", accepted: acceptancesName, before: lastCheckName } as const;

interface KeptSheet {
  readonly accepted: Acceptances;
  /** The findings of an earlier session; null if nothing was written since. */
  readonly before: Snapshot | null;
}

const nothing: KeptSheet = { accepted: [], before: null };
const unsettled: KeptSettings = { settings: noSettings, dropped: [] };

/** The settings of the active document; `dropped` is the part that could not be read. */
export interface KeptState extends KeptSettings {
  /** True while they do not count: the user has the document checked by the defaults. */
  readonly isAside: boolean;
  /** Why the document did not keep the last choice or decision, which holds until the pane is closed; `not-loaded` where it was not made. */
  readonly refusal: Refusal | undefined;
}

/**
 * The data kept beside the cells: how the sheets of each document are checked, which findings are accepted, and what the
 * last check found. Settings that decide a check belong to one document and never affect another.
 */
export class DocumentSettings extends Store<KeptState> {
  readonly #sheets = new Map<string, KeptSheet>();
  /** By the key of the document, undefined if there is only one. */
  readonly #documents = new Map<string | undefined, KeptSettings>();
  /** By document, the form that it last kept in this session. It is tried for other documents too. */
  readonly #forms = new Map<string | undefined, Form>();
  /** The documents that are checked by the defaults. Never kept: a reader must be able to do it without changing the document. */
  readonly #aside = new Set<string | undefined>();
  /** Keeps again what the document did not keep, by name and sheet. */
  readonly #unkept = new Map<string, () => Promise<void>>();
  #active: string | undefined;
  /** Used with several documents. */
  #language: Language | null = null;

  constructor(private readonly memory: Memory) {
    super({ ...unsettled, isAside: false, refusal: undefined });
  }

  /** Reads the settings of the only document, or the language, before any sheet is active. */
  async recall(): Promise<void> {
    if (this.isOne) return this.rereadSettings(undefined);
    const kept = await this.memory.recall(names.language);
    this.#language = languages.find((language) => language === kept) ?? null;
    this.#tell();
  }

  /** Reads the kept data of a sheet and its document, once. */
  async recallSheet(sheetId: string): Promise<void> {
    if (!this.#documents.has(this.#documentOf(sheetId))) await this.rereadSettings(sheetId);
    if (this.#sheets.has(sheetId)) return;
    const [accepted, before] = await Promise.all([this.memory.recall(names.accepted, sheetId), this.memory.recall(names.before, sheetId)]);
    const kept = accepted === undefined && before === undefined ? undefined : await import("../../core/settings/read-kept.ts");
    this.#sheets.set(sheetId, kept ? { accepted: kept.readAcceptances(accepted), before: kept.readSnapshot(before) } : nothing);
  }

  /** Reads the present settings of a sheet's document. */
  async rereadSettings(sheetId: string | undefined): Promise<void> {
    const document = this.#documentOf(sheetId);
    const before = this.#documents.get(document);
    const text = await this.memory.recall(names.settings, document);
    const kept = text === undefined ? unsettled : (await import("../../core/settings/read-kept.ts")).readSettings(text);
    // Choices made meanwhile take precedence.
    if (this.#documents.get(document) === before) this.#hold(document, kept);
    this.#tell();
  }

  /** The data of a sheet that were read so far. */
  known(sheetId: string): KeptSheet {
    return this.#sheets.get(sheetId) ?? nothing;
  }

  /** Follows the active sheet. */
  show(sheetId: string | undefined): void {
    this.#active = sheetId;
    this.#tell();
  }

  /** The settings of a sheet's document that were read so far. */
  settingsOf(sheetId: string | undefined): Settings {
    return this.#keptOf(sheetId).settings;
  }

  /** The settings by which a sheet's document is checked: its own, unless they are set aside. */
  decidingOf(sheetId: string | undefined): Settings {
    return this.#aside.has(this.#documentOf(sheetId)) ? noSettings : this.settingsOf(sheetId);
  }

  /** Sets the settings of a sheet's document aside until they are changed or the pane is closed, or lets them count again. */
  setAside(sheetId: string | undefined, isAside: boolean): void {
    if (isAside) this.#aside.add(this.#documentOf(sheetId));
    else this.#aside.delete(this.#documentOf(sheetId));
    this.#tell();
  }

  /** The form that the next check of a sheet uses. */
  formOf(sheetId: string | undefined): Form {
    return effectiveForm(this.decidingOf(sheetId));
  }

  /** How a sheet is read: the forms to try, the document's own first, and the answers about an inferred form. */
  readBy(sheetId: string | undefined): ReadBy {
    const document = this.#documentOf(sheetId);
    return readBy(this.decidingOf(sheetId), [...this.#forms].flatMap(([of, form]) => (of === document ? [] : [form])));
  }

  /** True for two sheets of one document. */
  areTogether(sheetId: string, other: string | undefined): boolean {
    return this.#documentOf(sheetId) === this.#documentOf(other);
  }

  /** True if all sheets belong to one document. */
  get isOne(): boolean {
    return !this.memory.documentOf;
  }

  /** False if there are several documents and none is active. */
  get hasDocument(): boolean {
    return this.isOne || this.#active !== undefined;
  }

  /** Forgets what was read of a closed sheet or, by its own key, of a document. */
  forget(id: string): void {
    this.#sheets.delete(id);
    this.#documents.delete(id);
    this.#aside.delete(id);
    const before = this.#unkept.size;
    for (const name of Object.values(names)) this.#unkept.delete(keyOf(name, id));
    // What a closed sheet's document did not keep concerns no other.
    if (before > 0 && this.#unkept.size === 0) this.dismiss();
  }

  /** Keeps settings for a sheet's document. */
  async keepSettings(settings: Settings, sheetId: string | undefined): Promise<void> {
    const document = this.#documentOf(sheetId);
    const own = this.isOne ? settings : { ...settings, language: null };
    this.#hold(document, { settings: own, dropped: [] });
    this.#aside.delete(document);
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

  /** Keeps the findings of a check for the next session; undefined if nobody wrote anything, since a check leaves no trace. */
  async keepCheck(sheetId: string, findings: readonly Finding[] | undefined): Promise<void> {
    await this.#keep(names.before, findings && writeSnapshot(snapshotOf(findings)), sheetId);
  }

  /** Tells why the last choice or decision is not kept, or was not made at all. */
  refuse(error: unknown): void {
    this.set({ refusal: asRefusal(error) });
  }

  /** True where the document did not keep something. */
  get isBehind(): boolean {
    return this.#unkept.size > 0;
  }

  /** Tries again to keep what the document did not keep. */
  async keepAgain(): Promise<void> {
    for (const keep of [...this.#unkept.values()]) await keep();
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
    this.set({ settings: this.isOne ? settings : { ...settings, language: this.#language }, dropped, isAside: this.#aside.has(this.#documentOf(this.#active)) });
  }

  async #keep(name: string, text: string | undefined, id?: string): Promise<void> {
    const key = keyOf(name, id);
    try {
      await this.memory.remember(name, text, id);
      this.#unkept.delete(key);
      if (!this.isBehind) this.dismiss();
    } catch (error) {
      this.#unkept.set(key, () => this.#keep(name, text, id));
      this.refuse(error);
    }
  }
}

function keyOf(name: string, id: string | undefined): string {
  return JSON.stringify([name, id]);
}

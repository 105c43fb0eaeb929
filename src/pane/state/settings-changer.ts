import { effectiveForm, type Settings } from "../../core/settings/settings.ts";
import type { DocumentSettings } from "./document-settings.ts";

/** The pane's part in changing settings. */
interface Checks {
  /** The active sheet. */
  active(): string | undefined;
  check(sheetId: string): Promise<unknown>;
  /** True if a sheet was read by a form that is neither built in nor its document's own, so that another document's form may fit better. */
  isOpenToForms(sheetId: string): boolean;
  /** Forgets the findings of sheets that must be checked differently. @returns those whose check still runs with the former settings */
  outdate(isOf: (sheetId: string) => boolean): readonly string[];
}

/**
 * Changes how the sheets of a document are checked. On a change the active sheet is checked again, and the others of its
 * document when they become active. A new form also affects sheets of other documents that it may fit.
 */
export class SettingsChanger {
  constructor(
    private readonly documentSettings: DocumentSettings,
    private readonly checks: Checks,
  ) {}

  /** Changes the settings of a sheet's document. */
  async settle(settings: Settings, sheetId: string | undefined): Promise<void> {
    const { documentSettings } = this;
    const before = documentSettings.decidingOf(sheetId);
    const keeping = documentSettings.keepSettings(settings, sheetId);
    await this.#checkOtherwise(sheetId, before);
    await keeping;
  }

  /** Reads the settings of a sheet's document again, after an undo or redo changed them. */
  async resettle(sheetId: string): Promise<void> {
    const { documentSettings } = this;
    const before = documentSettings.decidingOf(sheetId);
    await documentSettings.rereadSettings(sheetId);
    await this.#checkOtherwise(sheetId, before);
  }

  /** Checks a sheet's document by the defaults, or by its own settings again. Neither is kept. */
  async checkByDefaults(sheetId: string, isByDefaults: boolean): Promise<void> {
    const { documentSettings } = this;
    const before = documentSettings.decidingOf(sheetId);
    documentSettings.setAside(sheetId, isByDefaults);
    await this.#checkOtherwise(sheetId, before);
  }

  async #checkOtherwise(sheetId: string | undefined, before: Settings): Promise<void> {
    const { documentSettings, checks } = this;
    if (decisive(before) === decisive(documentSettings.decidingOf(sheetId))) return;
    const isOtherForm = before.form !== documentSettings.decidingOf(sheetId).form;
    const isOf = (id: string) => documentSettings.areTogether(id, sheetId) || (isOtherForm && checks.isOpenToForms(id));
    const running = checks.outdate(isOf);
    const active = checks.active();
    for (const id of running) if (id !== active) void checks.check(id);
    if (active !== undefined && isOf(active)) await checks.check(active);
  }
}

/** The part of the settings that decides a check. */
function decisive(settings: Settings): string {
  return JSON.stringify([effectiveForm(settings), settings.answers]);
}

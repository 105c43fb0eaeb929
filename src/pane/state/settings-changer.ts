import { effectiveForm, type Settings } from "../../core/settings/settings.ts";
import type { DocumentSettings } from "./document-settings.ts";

/** What changing settings asks of the pane. */
interface Checks {
  /** The sheet in front. */
  active(): string | undefined;
  check(sheetId: string): Promise<unknown>;
  /** True where a sheet was read by a form that is neither built in nor its document's own: one of another document may fit better. */
  isOpenToForms(sheetId: string): boolean;
  /** Forgets what was found in sheets that are to be checked otherwise. @returns those whose check is running by what held before */
  outdate(isOf: (sheetId: string) => boolean): readonly string[];
}

/**
 * Changes how the sheets of a document are checked. Where that is otherwise than before, the sheet in front is checked anew,
 * and the others of its document when they come to the front; with a form, those of other documents too that it may fit.
 */
export class SettingsChanger {
  constructor(
    private readonly documentSettings: DocumentSettings,
    private readonly checks: Checks,
  ) {}

  /** Changes the settings of a sheet's document. */
  async settle(settings: Settings, sheetId: string | undefined): Promise<void> {
    const { documentSettings } = this;
    const before = documentSettings.settingsOf(sheetId);
    const keeping = documentSettings.keepSettings(settings, sheetId);
    await this.#checkOtherwise(sheetId, before);
    await keeping;
  }

  /** Reads the settings of a sheet's document anew, after they were changed back in it. */
  async resettle(sheetId: string): Promise<void> {
    const { documentSettings } = this;
    const before = documentSettings.settingsOf(sheetId);
    await documentSettings.rereadSettings(sheetId);
    await this.#checkOtherwise(sheetId, before);
  }

  async #checkOtherwise(sheetId: string | undefined, before: Settings): Promise<void> {
    const { documentSettings, checks } = this;
    if (decisive(before) === decisive(documentSettings.settingsOf(sheetId))) return;
    const isOtherForm = before.form !== documentSettings.settingsOf(sheetId).form;
    const isOf = (id: string) => documentSettings.areTogether(id, sheetId) || (isOtherForm && checks.isOpenToForms(id));
    const running = checks.outdate(isOf);
    const active = checks.active();
    for (const id of running) if (id !== active) void checks.check(id);
    if (active !== undefined && isOf(active)) await checks.check(active);
  }
}

/** What of the settings decides a check. */
function decisive(settings: Settings): string {
  return JSON.stringify([effectiveForm(settings), settings.answers]);
}

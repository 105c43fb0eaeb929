import type { CheckState } from "../../pane/state/state.ts";
import { sheetOutcome } from "../../pane/state/sheet-outcome.ts";
import type { ReceivedSheet, ReceivedSheets, SavedTogether } from "../../pane/state/received-sheets.ts";
import type { Language } from "../../core/wording/language.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import type { Files } from "./files.ts";
import type { Navigator } from "./navigator.ts";
import type { Saver } from "./saver.ts";
import { holdsSummaries } from "./summary-source.ts";
import { isFileUnsaved, shownNames, type OpenContent, type OpenFile } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

type Checks = ReadonlyMap<string, CheckState>;

/** The page's part in listing what was received. */
interface Listed {
  checks(): Checks;
  /** Checks the sheets of a file that were not checked yet. */
  checkAll(file: string): Promise<void>;
  /** @returns a function that ends the subscription to the checks */
  onChecks(listener: () => void): () => void;
}

/** The open files as a list of received sheets: without the sample, and without workbooks of summary sheets. */
export class ReceivedFiles implements ReceivedSheets {
  #last: { readonly files: readonly OpenFile[]; readonly checks: Checks; readonly sheets: readonly ReceivedSheet[] } | undefined;

  constructor(
    private readonly store: WorkspaceStore,
    private readonly navigator: Navigator,
    private readonly files: Files,
    private readonly saver: Saver,
    private readonly page: Listed,
  ) {}

  readonly sheets = (): readonly ReceivedSheet[] => {
    const { files } = this.store.get();
    const checks = this.page.checks();
    if (this.#last?.files !== files || this.#last.checks !== checks) {
      const names = shownNames(files);
      const received = files.filter((file) => isReceived(file, checks));
      this.#last = { files, checks, sheets: received.flatMap((file) => sheetsOf(file, names.get(file.id) ?? file.name, checks)) };
    }
    return this.#last.sheets;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = [this.store.subscribe(listener), this.page.onChecks(listener)];
    return () => ends.forEach((end) => end());
  };

  async checkAll(): Promise<void> {
    await this.files.opened;
    for (const { id, isSample } of this.store.get().files) if (!isSample) await this.page.checkAll(id);
  }

  show(id: string): void {
    this.navigator.bringFile(fileOf(id));
    if (id !== fileOf(id)) this.navigator.bringSheet(id);
  }

  readonly saveTogether = (ids: readonly string[], language: Language): Promise<SavedTogether> => {
    const wanted = new Set(ids.map(fileOf));
    return this.saver.saveTogether(this.store.get().files.filter((file) => wanted.has(file.id) && isFileUnsaved(file)).map(({ id }) => id), language);
  };
}

/** True for a file of the user's that is not a workbook of summary sheets. */
export function isReceived(file: OpenFile, checks: Checks): boolean {
  return !file.isSample && !holdsSummaries(file, checks);
}

function sheetsOf(file: OpenFile, place: string, checks: Checks): readonly ReceivedSheet[] {
  const { id, name, path, content } = file;
  const line = { folder: path.slice(0, Math.max(0, path.length - name.length)), file: name.replace(/\.[^.]+$/, ""), place };
  const alone = (found: ReceivedSheet["found"]): readonly ReceivedSheet[] => [{ ...line, id, versions: [], found }];
  if (content.state === "opening") return alone({ phase: "waiting" });
  if (content.state === "ended") return alone({ phase: "refused", code: "cancelled", detail: "" });
  if (content.state === "refused") return alone({ phase: "refused", code: content.code, detail: content.detail });
  const found = content.sheets.flatMap((sheet) => {
    const one = sheetOutcome(sheet.id, checks.get(sheet.id));
    return one ? [{ ...line, id: sheet.id, versions: versionsOf(content, sheet.name), found: one, sheet: sheet.name }] : [];
  });
  const read = found.filter((each) => each.found.phase === "read");
  if (found.length > 0) return found.map(({ sheet, ...one }) => {
    const isRead = one.found.phase === "read";
    const isNamed = found.length > 1 || (!isRead && content.sheets.length > 1);
    return { ...one, ...(isRead && read.length > 1 && { file: sheet }), ...(isNamed && { place: `${place} / ${sheet}` }) };
  });
  const isWaiting = content.sheets.some(({ id: sheet }) => ["idle", "busy"].includes(checks.get(sheet)?.phase ?? "idle"));
  return alone(isWaiting ? { phase: "waiting" } : { phase: "refused", code: "table-missing", detail: "" });
}

/** By its contents: as it was opened, and as it was saved here since. */
function versionsOf({ fingerprints }: OpenContent, sheet: string): readonly string[] {
  return fingerprints.map((fingerprint) => JSON.stringify([fingerprint, sheet]));
}

import type { Change } from "../../core/model/changes.ts";
import type { SheetInfo } from "../../core/model/grid.ts";
import { showMarks } from "../../core/model/show-marks.ts";
import { describeMarkLevel } from "../../core/review/say.ts";
import type { Language } from "../../core/wording/language.ts";
import { hasTable, type CheckState } from "../../pane/state/state.ts";
import type { OpenContent } from "./workspace-state.ts";

/** A file that is being saved. */
export interface SavedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file counts as saved from now on. */
  readonly settle: () => void;
}

/** The sheets that are saved with marks: all where that is wanted, else those with marks already that were changed here, so that none says what is no longer so. */
export async function sheetsToMark(content: OpenContent | undefined, savesMarks: boolean, withMarks: (sheets: readonly string[]) => Promise<readonly string[]>): Promise<readonly SheetInfo[]> {
  if (content?.takes !== "everything") return [];
  if (savesMarks) return content.sheets;
  const changed = new Set(content.history.done.flatMap(({ sheets }) => sheets));
  const marked = new Set(changed.size === 0 ? [] : await withMarks([...changed]));
  return content.sheets.filter(({ id }) => marked.has(id));
}

/** The marks that the checks of these sheets ask for. */
export function marksOn(sheets: readonly SheetInfo[], checks: ReadonlyMap<string, CheckState>, language: Language): readonly Change[] {
  return sheets.flatMap(({ id }) => {
    const state = checks.get(id);
    return hasTable(state) && state.check.inspection.sheet.id === id ? showMarks(state.check.inspection, (level) => describeMarkLevel(level, language)) : [];
  });
}

import type { Change } from "../../core/model/changes.ts";
import { showMarks } from "../../core/model/show-marks.ts";
import { describeMarkLevel } from "../../core/review/say.ts";
import type { Language } from "../../core/wording/language.ts";
import { checkedWith, checkOf } from "../../pane/state/checks.ts";
import type { CheckState } from "../../pane/state/state.ts";
import { isUnsaved } from "./steps.ts";
import type { SavedContent } from "../worker/messages.ts";
import type { OpenContent } from "./workspace-state.ts";

type Checks = ReadonlyMap<string, CheckState>;

/** A file that is being saved. */
export interface SavedFile extends SavedContent {
  /** The file counts as saved from now on. */
  readonly settle: () => void;
}

/**
 * The sheets whose evaluations are saved with marks: all where that is wanted, else those with marks already that were changed here, so that none says what is no
 * longer so. @param withMarks those of some sheets that carry marks now
 */
export async function sheetsToMark(content: OpenContent | undefined, checks: Checks, savesMarks: boolean, withMarks: (sheets: readonly string[]) => Promise<readonly string[]>): Promise<readonly string[]> {
  if (content?.takes !== "everything") return [];
  if (savesMarks) return content.sheets.map(({ id }) => id);
  if (!isUnsaved(content.history)) return [];
  const changed = new Set(content.history.done.flatMap(({ sheets }) => sheets).flatMap((id) => checkedWith({ checks }, id)));
  return changed.size === 0 ? [] : withMarks([...changed]);
}

/** The marks that the checks ask for on these sheets; on all cards for one of them. */
export function marksOn(sheets: readonly string[], checks: Checks, language: Language): readonly Change[] {
  const inspections = sheets.flatMap((id) => checkOf({ checks }, id)?.inspection ?? []);
  return [...new Set(inspections)].flatMap((inspection) => showMarks(inspection, (level) => describeMarkLevel(level, language)));
}

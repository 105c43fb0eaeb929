import type { Change } from "../../core/model/changes.ts";
import { clearMarks, showMarks } from "../../core/model/show-marks.ts";
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

/** What decides the marks that a file is saved with. */
interface Marking {
  readonly content: OpenContent | undefined;
  readonly checks: Checks;
  readonly language: Language;
  /** The user has the marks saved, and wants them shown. */
  readonly savesMarks: boolean;
  readonly marksShown: boolean;
  /** Those of some sheets that carry marks now. */
  readonly withMarks: (sheets: readonly string[]) => Promise<readonly string[]>;
}

/** The sheets whose evaluations are saved with marks: all where that is wanted, else those with marks already that were changed here, so that none says what is no longer so. */
export async function sheetsToMark({ content, checks, savesMarks, marksShown, withMarks }: Marking): Promise<readonly string[]> {
  if (content?.takes !== "everything") return [];
  if (savesMarks) return content.sheets.map(({ id }) => id);
  if (!marksShown || !isUnsaved(content.history)) return [];
  const changed = new Set(content.history.done.flatMap(({ sheets }) => sheets).flatMap((id) => checkedWith({ checks }, id)));
  return changed.size === 0 ? [] : withMarks([...changed]);
}

/** The marks that the checks ask for on these sheets, on all cards for one of them. Where the user wants none, those go that the file brought: opening it wrote nothing. */
export async function markChanges(marking: Marking): Promise<readonly Change[]> {
  const { content, checks, language, savesMarks, marksShown, withMarks } = marking;
  if (content?.takes === "everything" && !savesMarks && !marksShown) return (await withMarks(content.sheets.map(({ id }) => id))).map(clearMarks);
  const inspections = (await sheetsToMark(marking)).flatMap((id) => checkOf({ checks }, id)?.inspection ?? []);
  return [...new Set(inspections)].flatMap((inspection) => showMarks(inspection, (level) => describeMarkLevel(level, language)));
}

import type { Inspection } from "../core/inspect.ts";
import { describeBrought } from "../core/settings/brought.ts";
import { describeBeside } from "../core/wording/beside.ts";
import type { Language } from "../core/wording/language.ts";
import type { CheckedFile } from "./check-files.ts";
import { cliTexts } from "./texts.ts";

/** What the file's own settings decide of its check; none where it has no such settings. */
export function settingsNotices({ brought }: Pick<CheckedFile, "brought">, language: Language): readonly string[] {
  return brought ? [cliTexts[language].ownSettings(describeBrought(brought.own, language), brought.isUsed)] : [];
}

/** What a reader must know of a sheet's check besides its findings, a sentence each: what was left out, what is still to be asked, that there are no rows. */
export function sheetNotices(inspection: Inspection, language: Language): readonly string[] {
  const { counts, questions } = inspection;
  const words = cliTexts[language];
  const hasNoRows = counts.slice(counts.length > 1 ? 1 : 0).every((count) => count === 0);
  return [...describeBeside(inspection, language), ...(questions.length === 0 ? [] : [words.openQuestions(questions.length)]), ...(hasNoRows ? [words.noRows] : [])];
}

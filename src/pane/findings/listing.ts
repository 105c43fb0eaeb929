import { findingsTable, type FindingsTable } from "../../core/summary/findings-table.ts";
import type { Language } from "../../core/wording/language.ts";
import { activeCheck, findingsShown } from "../state/checks.ts";
import type { Session } from "../state/session.ts";
import { today } from "../state/today.ts";
import { textsIn } from "../texts/texts.ts";

/** The findings as the list shows them; undefined where no sheet is checked. */
export function listingOf(session: Session, language: Language): FindingsTable | undefined {
  const state = session.get();
  const check = activeCheck(state);
  if (!check || !state.sheet) return undefined;
  const { inspection, form } = check;
  const shown = findingsShown(state);
  const table = findingsTable({ file: state.sheet.source, inspection }, shown, { form, language, day: today() });
  const all = inspection.findings.length;
  return shown.length === all ? table : { ...table, notes: [...table.notes, textsIn(language).listing.filtered(shown.length, all)] };
}

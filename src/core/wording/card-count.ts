import { sayCount } from "./counts.ts";
import type { CardSheets } from "../model/card-sheets.ts";
import type { Language } from "./language.ts";

/** Number of cards in an evaluation, hidden ones named: 個票20枚（うち非表示1枚）. */
export function describeCards({ sheets }: CardSheets, language: Language): string {
  const hidden = sheets.filter((sheet) => sheet.hidden).length;
  if (language === "ja") return `個票${sayCount(sheets.length)}枚${hidden > 0 ? `（うち非表示${sayCount(hidden)}枚）` : ""}`;
  return `${sheets.length === 1 ? "1 card" : `${sayCount(sheets.length)} cards`}${hidden > 0 ? ` (${sayCount(hidden)} hidden)` : ""}`;
}

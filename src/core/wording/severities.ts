import type { Severity } from "../model/finding.ts";
import type { Language } from "./language.ts";

/** The worst first. */
export const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** Names of the severities, for headings. */
export const severityNames: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  ja: { error: "誤り", warning: "注意", info: "確認" },
  en: { error: "Error", warning: "Warning", info: "Note" },
};

/** Names of the severities, within a line. */
export function severityWord(severity: Severity, language: Language): string {
  return severityNames[language][severity].toLowerCase();
}

import type { RefusalReason } from "../model/refusal.ts";
import { describeFaults } from "./form-faults.ts";
import type { Language } from "./language.ts";
import { describeRefusal, refusalSentence } from "./refusals.ts";
import { systemReason } from "./system-reasons.ts";

/** As `describeRefusal`, for what somebody hands over: also which entries of a form or of settings are wrong, and why the system does not open or write a path. */
export function explainRefusal(refusal: RefusalReason, language: Language): string {
  const { code, detail } = refusal;
  const reason = systemReason(code, detail);
  if (reason) return reason[language];
  if ((code === "form-invalid" || code === "settings-invalid") && detail !== "") return refusalSentence(code, language).replace("{detail}", () => describeFaults(detail, language));
  return describeRefusal(refusal, language);
}

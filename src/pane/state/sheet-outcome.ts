import { shownCheck } from "./checks.ts";
import type { ReceivedSheet } from "./received-sheets.ts";
import type { CheckState } from "./state.ts";

/** What a check tells of a sheet; undefined for one that holds no evaluation of its own, or is not checked yet. */
export function sheetOutcome(id: string, state: CheckState | undefined): ReceivedSheet["found"] | undefined {
  const check = state && shownCheck(state);
  if (check) return check.inspection.sheet.id === id ? { phase: "read", inspection: check.inspection } : undefined;
  if (state?.phase === "refused") return { phase: "refused", code: state.code, detail: state.detail };
  return state?.phase === "failed" ? { phase: "refused", code: "internal", detail: "" } : undefined;
}

import { addAll } from "../../core/model/many.ts";
import type { Finding, ReviewMark } from "../../core/model/finding.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { Watch } from "../../core/model/ports.ts";
import type { CheckOutcome } from "../../pane/state/host-adapter.ts";
import type { FileWorkers } from "./file-workers.ts";

/** Makes the file's worker check a sheet, and joins the slices of its answer. @throws {Refusal} sheet-gone, unreadable, damaged, too-large, cancelled */
export async function fetchCheck(workers: FileWorkers, sheet: string, by: ReadBy, watch: Watch): Promise<CheckOutcome> {
  const findings: Finding[] = [];
  const marks: ReviewMark[] = [];
  const onSlice = (moreFindings: readonly Finding[], moreMarks: readonly ReviewMark[]) => {
    addAll(findings, moreFindings);
    addAll(marks, moreMarks);
  };
  const outcome = await workers.ask(sheet, { kind: "check", sheet, by }, { ...watch, onSlice });
  if (!outcome || outcome === "own") return outcome;
  const { hiddenRows, ...told } = outcome;
  return { inspection: { ...told, findings, marks }, hiddenRows };
}

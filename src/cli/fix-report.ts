import { mendsOf, type Mend } from "../core/fixes/mends.ts";
import { wordChange, wordLoss } from "../core/fixes/say.ts";
import type { LeftMend } from "../core/fixes/write-mends.ts";
import { a1 } from "../core/model/address.ts";
import type { Inspection } from "../core/inspect.ts";
import { wordRefusal } from "../core/wording/refusals.ts";
import type { FixedFile } from "./fix-files.ts";
import { inert } from "./terminal-text.ts";
import { fileLines, refusalLine, sheetLine, titleLine, type Face } from "./text-report.ts";
import { texts } from "./texts.ts";

/** What can be mended, before → after; where copies were wanted, what became of them and what is left in them. */
export function fixReport(files: readonly FixedFile[], face: Face, isWriting: boolean): string {
  const words = texts[face.language];
  const blocks = files.map((file) => sourceLines(file, face, isWriting).join("\n"));
  const mends = files.flatMap(({ inspections }) => inspections.flatMap(({ findings }) => mendsOf(findings)));
  const safe = mends.filter(({ safety }) => safety === "safe").length;
  const written = files.filter(({ copy }) => copy).length;
  const failed = files.filter(({ refusal }) => refusal).length;
  const total = words.fixTotal(safe, mends.length - safe, written, failed);
  return `${[...blocks, isWriting ? total : `${total}\n${words.notWritten}`].join("\n\n")}\n`;
}

function sourceLines(file: FixedFile, face: Face, isWriting: boolean): readonly string[] {
  const words = texts[face.language];
  const { refusal, copy, cells, left, inspections } = file;
  const lines = [titleLine(file), ...inspections.flatMap((inspection) => mendLines(inspection, face)), ...left.map((one) => leftLine(one, face))];
  if (refusal) return [...lines, refusalLine(refusal, face)];
  if (copy) return [...lines, `  ${words.fixed(inert(copy.path), cells)}`, ...fileLines(copy, face)];
  return isWriting ? [...lines, `  ${words.nothingToFix}`] : lines;
}

function mendLines(inspection: Inspection, face: Face): readonly string[] {
  const words = texts[face.language];
  const mends = mendsOf(inspection.findings);
  const byHand = inspection.findings.filter(({ fix }) => !fix).length;
  return [
    sheetLine(inspection, face),
    ...(mends.length === 0 ? [`  ${words.noMends}`] : mends.flatMap((mend) => changeLines(mend, face))),
    ...(byHand === 0 ? [] : [`  ${words.byHand(byHand)}`]),
  ];
}

/** A line for each cell of a mend, and one for what it would take away. */
function changeLines(mend: Mend, { language }: Face): readonly string[] {
  const { findings, safety, edits } = mend;
  const rules = [...new Set(findings.map(({ rule }) => rule))].join(", ");
  const changes = edits.map((edit) => {
    const [before, after] = wordChange(edit, language);
    return `  ${texts[language][safety]}  ${a1(edit.at)}  ${findings[0]?.code ?? "-"}  ${before} → ${after}  [${rules}]`;
  });
  const loss = wordLoss(mend, language);
  return loss === undefined ? changes : [...changes, `      ${loss}`];
}

function leftLine({ mend, refusal }: LeftMend, { language, paint }: Face): string {
  const cells = mend.edits.map(({ at }) => a1(at)).join(" ");
  return `  ${paint(texts[language].leftOut, "warning")}  ${cells}  ${wordRefusal(refusal.code, refusal.detail, language)}`;
}

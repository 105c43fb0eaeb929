import type { FixGroup } from "../core/fixes/fix-groups.ts";
import { describeChange, describeDoubt } from "../core/fixes/say.ts";
import type { LeftFix } from "../core/fixes/write-fixes.ts";
import { a1 } from "../core/model/address.ts";
import type { Inspection } from "../core/inspect.ts";
import { explainRefusal } from "../core/wording/refusal-causes.ts";
import type { FixedFile } from "./fix-files.ts";
import { inert } from "./terminal-text.ts";
import { brokenLines, fileLines, refusalLine, sheetLine, titleLines, type Face } from "./text-report.ts";
import { cliTexts } from "./texts.ts";

/** The possible fixes, before → after. If copies are written, also their state and the remaining findings. */
export function fixReport(files: readonly FixedFile[], face: Face, isWriting: boolean): string {
  const words = cliTexts[face.language];
  const blocks = files.map((file) => sourceLines(file, face, isWriting).join("\n"));
  const fixGroups = files.flatMap(({ inspections, fixGroupsOf }) => inspections.flatMap(fixGroupsOf));
  const safe = fixGroups.filter(({ safety }) => safety === "safe").length;
  const written = files.filter(({ copy }) => copy).length;
  const failed = files.filter(({ refusal }) => refusal).length;
  const suggested = fixGroups.length - safe;
  const total = words.fixTotal(safe, suggested, written, failed);
  return `${[...blocks, isWriting ? total : `${total}\n${words.notWritten(suggested)}`].join("\n\n")}\n`;
}

function sourceLines(file: FixedFile, face: Face, isWriting: boolean): readonly string[] {
  const words = cliTexts[face.language];
  const { refusal, copy, cells, left, inspections, fixGroupsOf } = file;
  const lines = [...titleLines(file, face), ...inspections.flatMap((inspection) => fixLines(inspection, fixGroupsOf(inspection), face)), ...brokenLines(file, face), ...left.map((one) => leftLine(one, face))];
  if (refusal) return [...lines, refusalLine(refusal, face)];
  if (copy) return [...lines, `  ${words.fixed(inert(copy.path), cells)}`, ...fileLines(copy, face)];
  return isWriting ? [...lines, `  ${words.nothingToFix}`] : lines;
}

function fixLines(inspection: Inspection, fixGroups: readonly FixGroup[], face: Face): readonly string[] {
  const words = cliTexts[face.language];
  const byHand = inspection.findings.filter(({ fix }) => !fix).length;
  return [
    sheetLine(inspection, face),
    ...(fixGroups.length === 0 ? [`  ${words.noFixes}`] : fixGroups.flatMap((fixGroup) => changeLines(fixGroup, face))),
    ...(byHand === 0 ? [] : [`  ${words.byHand(byHand)}`]),
  ];
}

/** A line for each cell of a fix, and one that tells why it is only suggested. */
function changeLines(fixGroup: FixGroup, { language }: Face): readonly string[] {
  const { findings, safety, edits } = fixGroup;
  const rules = [...new Set(findings.map(({ rule }) => rule))].join(", ");
  const changes = edits.map((edit) => {
    const [before, after] = describeChange(edit, language);
    return `  ${cliTexts[language][safety]}  ${inert(a1(edit.at))}  ${inert(findings[0]?.code ?? "-")}  ${inert(before)} → ${inert(after)}  [${rules}]`;
  });
  const doubt = describeDoubt(fixGroup, language);
  return doubt === undefined ? changes : [...changes, `      ${inert(doubt)}`];
}

function leftLine({ fixGroup, refusal }: LeftFix, { language, paint }: Face): string {
  const cells = fixGroup.edits.map(({ at }) => inert(a1(at))).join(" ");
  return `  ${paint(cliTexts[language].leftOut, "warning")}  ${cells}  ${explainRefusal(refusal, language)}`;
}

import { inert, inertLines } from "../wording/hidden.ts";
import type { ReviewMark } from "../model/finding.ts";
import { markLevels } from "../model/mark-look.ts";
import { describeMarkLevel, describeReasons } from "../review/say.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { cellText } from "../wording/phrase.ts";
import { textCell, type PlannedRow } from "./cells.ts";
import type { Scope } from "./head.ts";
import { listRows, listSheet, placeCell } from "./list-sheet.ts";
import type { ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

const noNote = textCell("input", "");

/** 「要見直し一覧」 in steps: a row for each mark, required ones first, and two columns for the evaluator. */
export function* reviewSheet(scope: Scope, options: SummaryOptions): Generator<void, SheetPlan> {
  const words = summaryTexts[options.language];
  const rows = scope.read.flatMap((office) => office.inspection.marks.map((mark) => ({ office, mark })));
  const byLevel = markLevels.map((level) => rows.filter(({ mark }) => mark.level === level));
  const [required = [], attention = []] = byLevel;
  const wide = scope.isMany ? 0 : 4;
  return listSheet(
    {
      own: "review",
      notes: [words.marks(required.length, attention.length)],
      columns: [
        { header: words.markLevel, width: 9 },
        { header: words.code, width: 8 },
        { header: words.name, width: 26 + wide },
        { header: words.reasons, width: 38 + wide },
        { header: words.page, width: 7 },
        { header: words.cell, width: 7 },
        { header: words.direction, width: 22 + wide },
        { header: words.inCharge, width: 14 },
      ],
      rows: yield* listRows(byLevel.flat(), ({ office, mark }) => ({ office, cells: markRow(mark, office, options) })),
      none: words.noMarks,
      inputs: 2,
    },
    scope,
    options,
  );
}

function markRow(mark: ReviewMark, office: ReadOffice, { form, language }: SummaryOptions): PlannedRow {
  return [
    textCell(mark.level, describeMarkLevel(mark.level, language)),
    textCell("text", inert(mark.code ?? "")),
    textCell("text", inertLines(mark.title)),
    textCell("text", describeReasons(mark, form, language).join("\n")),
    textCell("text", cellText(mark.page)),
    placeCell(mark.at, office),
    noNote,
    noNote,
  ];
}

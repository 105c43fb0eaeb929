import type { Finding } from "../model/finding.ts";
import { atOnce } from "../model/pace.ts";
import { describeFinding } from "../rules/say.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { inert, showHidden } from "../wording/hidden.ts";
import { cellText, describeFact } from "../wording/phrase.ts";
import { textCell, type PlannedRow } from "./cells.ts";
import { scopeOf, type Scope } from "./head.ts";
import { listRows, listSheet, placeCell } from "./list-sheet.ts";
import { nameOffices, type ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/** 「指摘一覧」 in steps: a row for each finding, in sheet order, for the section that filled the sheet in. */
export function* findingsSheet(scope: Scope, options: SummaryOptions): Generator<void, SheetPlan> {
  const words = summaryTexts[options.language];
  const all = scope.read.flatMap((office) => office.inspection.findings.map((finding) => ({ office, finding })));
  const rows = yield* listRows(all, ({ office, finding }) => ({ office, cells: findingRow(finding, office, options) }));
  const wide = scope.isMany ? 0 : 5;
  return listSheet(
    {
      own: "findings",
      notes: [words.findings(rows.length)],
      columns: [
        { header: words.severity, width: 7 },
        { header: words.cell, width: 8 },
        { header: words.code, width: 9 },
        { header: words.what, width: 44 + wide },
        { header: words.how, width: 40 + wide },
        { header: words.found, width: 34 + wide },
      ],
      rows,
      none: words.noFindings,
      inputs: 0,
    },
    scope,
    options,
  );
}

/** 「指摘一覧」 of one office. @param shown those of its findings to list */
export function officeFindings(office: ReadOffice, shown: readonly Finding[], options: SummaryOptions): SheetPlan {
  return atOnce(findingsSheet(scopeOf(nameOffices([{ ...office, inspection: { ...office.inspection, findings: shown } }])), options));
}

function findingRow(finding: Finding, office: ReadOffice, { form, language }: SummaryOptions): PlannedRow {
  const { what, how } = describeFinding(finding, form, language);
  return [
    textCell("text", summaryTexts[language].severities[finding.severity]),
    placeCell(finding.at, office),
    textCell("text", inert(finding.code ?? "")),
    textCell("text", what),
    textCell("text", how),
    textCell("text", "serial" in finding.present ? describeFact(finding.present, form, language) : showHidden(cellText(finding.value))),
  ];
}

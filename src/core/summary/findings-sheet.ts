import type { Finding } from "../model/finding.ts";
import { atOnce } from "../model/pace.ts";
import { describeFinding } from "../rules/say.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { inert, showHidden } from "../wording/hidden.ts";
import { cellText, describeFact } from "../wording/phrase.ts";
import { severityNames } from "../wording/severities.ts";
import { textCell, type PlannedRow } from "./cells.ts";
import { scopeOf, type Scope } from "./head.ts";
import { listRows, listSheet, placeCell } from "./list-sheet.ts";
import { nameOffices, type ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/**
 * 「指摘一覧」 in steps: a row for each finding, in sheet order, for the section that filled the sheet in; then one for each that was left as it is, with
 * the reason, which stands nowhere else that people can see.
 */
export function* findingsSheet(scope: Scope, options: SummaryOptions): Generator<void, SheetPlan> {
  const words = summaryTexts[options.language];
  const open = scope.read.flatMap((office) => office.inspection.findings.map((finding) => ({ office, finding, reason: undefined })));
  const accepted = scope.read.flatMap((office) => [...(office.accepted ?? [])].map(([finding, decision]) => ({ office, finding, reason: words.leftBecause(decision) })));
  const rows = yield* listRows([...open, ...accepted], ({ office, finding, reason }) => ({ office, cells: findingRow(finding, office, options, reason) }));
  const wide = scope.isMany ? 0 : 5;
  return listSheet(
    {
      own: "findings",
      notes: [words.findings(open.length, accepted.length)],
      columns: [
        { header: words.severity, width: accepted.length > 0 ? 9 : 7 },
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
  return atOnce(findingsSheet(scopeOf(nameOffices([{ ...office, accepted: [], inspection: { ...office.inspection, findings: shown } }])), options));
}

/** @param reason why the finding was left as it is */
function findingRow(finding: Finding, office: ReadOffice, { form, language }: SummaryOptions, reason: string | undefined): PlannedRow {
  const { what, how } = describeFinding(finding, form, language);
  return [
    textCell("text", reason === undefined ? severityNames[language][finding.severity] : summaryTexts[language].left),
    placeCell(finding.at, office),
    textCell("text", inert(finding.code ?? "")),
    textCell("text", what),
    textCell("text", reason === undefined ? how : inert(reason)),
    textCell("text", "serial" in finding.present ? describeFact(finding.present, form, language) : showHidden(cellText(finding.value))),
  ];
}

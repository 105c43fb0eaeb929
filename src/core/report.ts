import type { SplitFindings } from "./acceptance/acceptance.ts";
import type { Finding, ReviewMark } from "./model/finding.ts";
import type { Form } from "./form/schema.ts";
import { a1, a1Range, columnLetters } from "./model/address.ts";
import type { CellValue } from "./model/grid.ts";
import type { Inspection } from "./inspect.ts";
import type { RefusalCode } from "./model/refusal.ts";
import { describeReasons } from "./review/say.ts";
import { describeFinding } from "./rules/say.ts";
import type { Language } from "./wording/language.ts";

/** One file's part of the JSON report; `error` is null unless the file could not be checked. */
export interface FileReport {
  readonly path: string;
  readonly error: ErrorReport | null;
  readonly sheets: readonly (SheetReport | BrokenSheetReport)[];
}

interface ErrorReport {
  readonly code: RefusalCode;
  readonly message: string;
}

/** A sheet that could not be read, beside others that could. */
interface BrokenSheetReport {
  readonly name: string;
  readonly hidden: boolean;
  readonly error: ErrorReport;
}

export type SheetReport = ReturnType<typeof sheetReport>;

/** The whole JSON report, version 1. */
export function jsonReport(files: readonly FileReport[]) {
  return { version: 1, files } as const;
}

/** One sheet's part of the JSON report: addresses in A1, sentences in the reader's language. `accepted` stands there where anything was. */
export function sheetReport(inspection: Inspection, accepted: SplitFindings["accepted"], form: Form, language: Language) {
  const { sheet, table, counts, findings, marks } = inspection;
  const columns = Object.entries(table.columns).map(([id, column]) => [id, columnLetters(column)] as const);
  return {
    name: sheet.name,
    table: { range: a1Range(table.first, table.last), form: table.form, columns: Object.fromEntries(columns) },
    counts,
    findings: findings.map((finding) => findingReport(finding, form, language)),
    ...(accepted.length > 0 && { accepted: accepted.map(([finding, { reason, by, on }]) => ({ ...findingReport(finding, form, language), reason, by, on })) }),
    review: marks.map((mark) => reviewReport(mark, form, language)),
  };
}

function findingReport(finding: Finding, form: Form, language: Language) {
  const { rule, severity, at, code, value } = finding;
  const message = describeFinding(finding, form, language).what;
  return { rule, severity, cell: a1(at), code, value: plain(value), message, fix: fixReport(finding) };
}

function fixReport({ fix }: Finding) {
  if (!fix) return null;
  const [own, ...others] = fix.edits;
  const edits = fix.edits.map(({ at, to, numberFormat }) => ({ cell: a1(at), value: to, ...(numberFormat ? { numberFormat } : {}) }));
  return { safety: fix.safety, value: own.to, ...(others.length > 0 || own.numberFormat ? { edits } : {}) };
}

function plain(value: CellValue): string | number | boolean {
  return value === undefined ? "" : typeof value === "object" ? value.error : value;
}

function reviewReport(mark: ReviewMark, form: Form, language: Language) {
  return { code: mark.code, level: mark.level, rows: `${mark.firstRow + 1}:${mark.lastRow + 1}`, reasons: describeReasons(mark, form, language) };
}

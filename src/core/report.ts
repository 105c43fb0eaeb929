import type { SplitFindings } from "./acceptance/acceptance.ts";
import type { CardNote, LeftOutSheet } from "./model/card-sheets.ts";
import type { Finding, ReviewMark } from "./model/finding.ts";
import type { Question } from "./model/question.ts";
import type { Form } from "./form/schema.ts";
import { a1, a1Range, columnLetters } from "./model/address.ts";
import type { CellValue } from "./model/grid.ts";
import type { Inspection } from "./inspect.ts";
import type { BroughtReport } from "./settings/brought.ts";
import type { RefusalCode } from "./model/refusal.ts";
import { describeReasons, rowsOf } from "./review/say.ts";
import { listed } from "./rules/listed.ts";
import { describeFinding } from "./rules/say.ts";
import type { Language } from "./wording/language.ts";
import { levelName } from "./wording/phrase.ts";

/** One file's part of the JSON report; `error` is null unless the file could not be checked. */
export interface FileReport {
  readonly path: string;
  readonly error: ErrorReport | null;
  /** The parts of the check that the document switches off or changes; left out if there are none. */
  readonly settings?: BroughtReport;
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

/** The whole JSON report, version 2. */
export function jsonReport(files: readonly FileReport[]) {
  return { version: 2, files } as const;
}

/** One sheet's part of the JSON report: addresses in A1, sentences in the reader's language. `accepted` is there where anything was. */
export function sheetReport(inspection: Inspection, accepted: SplitFindings["accepted"], language: Language) {
  const { sheet, cards, otherTables, table, counts, marks, questions, waiting } = inspection;
  const { findings, more } = listed(inspection);
  const { form, from } = inspection.form;
  const columns = [...table.columns].map(([id, column]) => [id, columnLetters(column)] as const);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    error: null,
    ...(cards && { cards: cards.sheets.map(({ name }) => name), leftOut: cards.leftOut.map(leftOutReport) }),
    ...(otherTables && { otherTables: otherTables.map(({ first, last }) => a1Range(first, last)) }),
    table: { range: cards ? null : a1Range(table.first, table.last), columns: Object.fromEntries(columns) },
    form: { id: form.id, name: form.name[language], from, questions: [...questions, ...waiting].map((question) => questionReport(question, language)) },
    counts: counts.map((count, depth) => ({ level: form.levels[depth]?.id ?? "", name: levelName(depth, form, language), count })),
    findings: findings.map((finding) => findingReport(finding, form, language)),
    ...(more.length > 0 && { more: more.map(({ rule, severity, count }) => ({ rule, severity, count })) }),
    ...(accepted.length > 0 && { accepted: accepted.map(([finding, { reason, by, on }]) => ({ ...findingReport(finding, form, language), reason, by, on })) }),
    review: marks.map((mark) => reviewReport(mark, form, language)),
  };
}

/** A sheet beside cards; for a list of cards also the differences to the cards. */
function leftOutReport({ sheet, why, notOnCards, notOnList }: LeftOutSheet) {
  const noted = (notes: readonly CardNote[]) => notes.map(({ at, text }) => ({ cell: a1(at), value: text }));
  return { name: sheet.name, why, ...(why === "list" && { notOnCards: noted(notOnCards), notOnList: noted(notOnList) }) };
}

function findingReport(finding: Finding, form: Form, language: Language) {
  const { rule, severity, at, value } = finding;
  const message = describeFinding(finding, form, language).what;
  return { rule, severity, cell: a1(at), ...identityOf(finding), value: plain(value), message, ...(finding.question === undefined ? {} : { question: finding.question }), fix: proposedFix(finding) };
}

/** A finding's fix; `edits` is there where it changes other cells too, or needs a number format. */
export function proposedFix({ fix }: Finding) {
  if (!fix) return null;
  const [own, ...others] = fix.edits;
  const edits = fix.edits.map(({ at, to, numberFormat }) => ({ cell: a1(at), value: to, ...(numberFormat ? { numberFormat } : {}) }));
  return { safety: fix.safety, value: own.to, ...(others.length > 0 || own.numberFormat ? { edits } : {}) };
}

/** An open question: its cells in A1, its sentences in the reader's language. */
export function questionReport({ id, text, choices, assumed, cells }: Question, language: Language) {
  return { id, text: text[language], choices: choices.map((choice) => ({ value: choice.value, text: choice.text[language] })), assumed, cells: cells.map(a1) };
}

/** An item's code, or its name where its level has none. */
function identityOf({ code, title }: Pick<Finding, "code" | "title">): { readonly code: string | null; readonly name: string | null } {
  return { code, name: code === null && title !== "" ? title : null };
}

function plain(value: CellValue): string | number | boolean {
  return value === undefined ? "" : typeof value === "object" ? value.error : value;
}

function reviewReport(mark: ReviewMark, form: Form, language: Language) {
  return { ...identityOf(mark), level: mark.level, rows: rowsOf(mark), reasons: describeReasons(mark, form, language) };
}

import type { Finding, ReviewMark } from "../core/model/finding.ts";
import type { Form } from "../core/form/schema.ts";
import { a1, a1Range } from "../core/model/address.ts";
import type { Inspection } from "../core/inspect.ts";
import type { Refusal } from "../core/model/refusal.ts";
import { describeMarkLevel, describeReasons, rowsOf } from "../core/review/say.ts";
import { listed } from "../core/rules/listed.ts";
import { describeFinding } from "../core/rules/say.ts";
import { describeCards } from "../core/wording/card-count.ts";
import { sayCount } from "../core/wording/counts.ts";
import { describeCounts } from "../core/wording/phrase.ts";
import type { Language } from "../core/wording/language.ts";
import { severities, severityWord } from "../core/wording/severities.ts";
import { dayOfIso, describeDay } from "../core/wording/era.ts";
import { explainRefusal } from "../core/wording/refusal-causes.ts";
import type { CheckedFile, ReportedSheet } from "./check-files.ts";
import type { Format } from "./formats/format.ts";
import { settingsNotices, sheetNotices } from "./notices.ts";
import type { Totals } from "./totals.ts";
import { inert, type Paint } from "./terminal-text.ts";
import { cliTexts } from "./texts.ts";

/** The language and colours of reports. */
export interface Face {
  readonly language: Language;
  readonly paint: Paint;
}

/** The report as text that a clerk can mail: worst first, with cell, code and sentence. */
export function textFormat(face: Face): Format {
  return {
    head: "",
    piece: (file) => `${fileLines(file, face).join("\n")}\n\n`,
    between: "",
    end: (totals) => `${totalLine(totals, face)}\n`,
  };
}

/** A file's part of the report. */
export function fileLines(file: CheckedFile, face: Face): string[] {
  const { language } = face;
  const title = titleLines(file, face);
  if (file.refusal) return [...title, refusalLine(file.refusal, face)];
  return [...title, ...(file.macros ? [`  ${cliTexts[language].macros}`] : []), ...file.inspections.flatMap((inspection) => sheetLines(inspection, face)), ...brokenLines(file, face)];
}

/** The report where one file is made of all: what was read of each, and what became of it. */
export function overviewReport(files: readonly CheckedFile[], outcome: string, face: Face): string {
  return `${[...files.map((file) => overviewLines(file, face).join("\n")), outcome].join("\n\n")}\n`;
}

function overviewLines(file: CheckedFile, face: Face): readonly string[] {
  const lines = file.refusal ? [refusalLine(file.refusal, face)] : [...file.inspections.map((inspection) => sheetLine(inspection, face)), ...brokenLines(file, face)];
  return [...titleLines(file, face), ...lines];
}

/** The sheets that could not be read, with the reason. */
export function brokenLines({ broken }: Pick<CheckedFile, "broken">, face: Face): readonly string[] {
  return broken.flatMap(({ sheet, refusal }) => [`  ${inert(sheet.name)}`, `  ${refusalLine(refusal, face)}`]);
}

/** The lines that open a file's part: its path, and what its own settings decide. */
export function titleLines(file: Pick<CheckedFile, "path" | "brought">, { language }: Face): readonly string[] {
  return [`■ ${inert(file.path)}`, ...settingsNotices(file, language).map((line) => `  ${line}`)];
}

/** Tells why something could not be done. */
export function refusalLine(refusal: Refusal, { language, paint }: Face): string {
  return `  ${paint(explainRefusal(refusal, language), "error")}`;
}

function sheetLines(inspection: ReportedSheet, face: Face): string[] {
  const { language } = face;
  const { marks, accepted } = inspection;
  const { findings, more } = listed(inspection);
  const { form } = inspection.form;
  const words = cliTexts[language];
  return [
    sheetLine(inspection, face),
    ...sheetNotices(inspection, language).map((line) => `  ${inert(line)}`),
    ...(findings.length === 0 ? [`  ${words.noFindings}`] : worstFirst(findings).map((finding) => findingLine(finding, form, face))),
    ...more.map(({ rule, count }) => `  ${words.moreFindings(count)}  [${rule}]`),
    ...(accepted.length === 0 ? [] : [`  ${words.accepted(accepted.length)}`]),
    ...accepted.map((one) => acceptedLine(one, form, face)),
    ...marks.map((mark) => markLine(mark, form, face)),
  ];
}

/** A sheet's name, the range of its table, the number of its items, and its form. */
export function sheetLine({ sheet, cards, table, counts, form: { form } }: Inspection, { language }: Face): string {
  const range = cards ? describeCards(cards, language) : a1Range(table.first, table.last);
  const words = cliTexts[language];
  const hidden = sheet.hidden && !cards ? words.hidden : "";
  return `  ${inert(sheet.name)}${hidden}  ${range}  ${inert(describeCounts(counts, form, language))}  ${words.form}${inert(form.name[language])}`;
}

/** A row to review, with the reasons. */
export function markLine(mark: ReviewMark, form: Form, { language }: Face): string {
  const reasons = describeReasons(mark, form, language).join(" ");
  return `  ◆ ${describeMarkLevel(mark.level, language)}  ${inert(rowsOf(mark))}  ${inert(mark.code ?? "-")}  ${inert(mark.title)}  ${inert(reasons)}`;
}

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function findingLine(finding: Finding, form: Form, { language, paint }: Face): string {
  const severity = paint(severityWord(finding.severity, language), finding.severity);
  const { what } = describeFinding(finding, form, language);
  const [edit] = finding.fix?.edits ?? [];
  const proposal = edit && edit.to !== "" ? `  → ${inert(edit.to)}` : "";
  return `  ${severity}  ${inert(a1(finding.at))}  ${inert(finding.code ?? "-")}  ${inert(what)}${proposal}  [${finding.rule}]`;
}

function acceptedLine([finding, { reason, by, on }]: ReportedSheet["accepted"][number], form: Form, { language }: Face): string {
  const { what } = describeFinding(finding, form, language);
  const day = describeDay(dayOfIso(on), language);
  const decided = cliTexts[language].decided(inert(reason), inert(by), day);
  return `    ${inert(a1(finding.at))}  ${inert(finding.code ?? "-")}  ${inert(what)}  ${decided}  [${finding.rule}]`;
}

function totalLine({ found, accepted, required, attention, refused, broken }: Totals, { language }: Face): string {
  const words = cliTexts[language];
  return [
    ...severities.map((severity) => `${severityWord(severity, language)} ${sayCount(found[severity])}`),
    ...(accepted === 0 ? [] : [words.accepted(accepted)]),
    `${describeMarkLevel("required", language)} ${sayCount(required)}`,
    `${describeMarkLevel("attention", language)} ${sayCount(attention)}`,
    ...(refused === 0 ? [] : [words.filesNotChecked(refused)]),
    ...(broken === 0 ? [] : [words.sheetsNotChecked(broken)]),
  ].join(words.between);
}

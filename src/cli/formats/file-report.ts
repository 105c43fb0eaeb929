import type { Form } from "../../core/form/schema.ts";
import { a1, quoted } from "../../core/model/address.ts";
import type { Finding, Severity } from "../../core/model/finding.ts";
import type { Refusal } from "../../core/model/refusal.ts";
import { proposedFix, sheetReport, type FileReport } from "../../core/report.ts";
import { listed } from "../../core/rules/listed.ts";
import { describeFinding } from "../../core/rules/say.ts";
import { broughtReport } from "../../core/settings/brought.ts";
import type { Language } from "../../core/wording/language.ts";
import { cellText, describeFact } from "../../core/wording/phrase.ts";
import { explainRefusal } from "../../core/wording/refusal-causes.ts";
import type { CheckedFile, ReportedSheet } from "../check-files.ts";
import { settingsNotices, sheetNotices } from "../notices.ts";
import { cliTexts } from "../texts.ts";

/** A file's part of the reports for programs. */
export function fileReport({ path, inspections, broken, brought, refusal }: CheckedFile, language: Language): FileReport {
  const errorOf = (reason: Refusal) => ({ code: reason.code, message: explainRefusal(reason, language) });
  return {
    path,
    error: refusal && errorOf(refusal),
    ...(brought && { settings: broughtReport(brought.own, brought.isUsed, language) }),
    sheets: [
      ...inspections.map((inspection) => sheetReport(inspection, inspection.accepted, language)),
      ...broken.map(({ sheet, refusal: reason }) => ({ name: sheet.name, hidden: sheet.hidden, error: errorOf(reason) })),
    ],
  };
}

/** Something that a report says of a place: a finding, why a file or a sheet could not be checked, or a notice about the check itself. */
export interface Remark {
  readonly kind: "finding" | "refusal" | "notice";
  readonly sheet: string;
  /** "" for a whole file or sheet, and where findings are only counted. */
  readonly cell: string;
  readonly code: string;
  readonly severity: Severity;
  /** A rule's id, the code of a refusal, or "" for a notice. */
  readonly id: string;
  readonly message: string;
  /** As the cell shows it: a date as its day. */
  readonly value: string;
  readonly fix: ReturnType<typeof proposedFix>;
  /** Why it was left as it is; null for what is open. */
  readonly accepted: string | null;
}

/** Everything that a report says of a file, sheet by sheet; how many more findings of a rule there are stands after those that are listed. */
export function remarksOf(file: CheckedFile, language: Language): readonly Remark[] {
  const refused = (sheet: string, reason: Refusal): Remark => ({ ...nothing, kind: "refusal", sheet, severity: "error", id: reason.code, message: explainRefusal(reason, language) });
  return [
    ...settingsNotices(file, language).map((message): Remark => ({ ...nothing, message })),
    ...(file.refusal ? [refused("", file.refusal)] : []),
    ...file.inspections.flatMap((inspection) => sheetRemarks(inspection, language)),
    ...file.broken.map(({ sheet, refusal }) => refused(sheet.name, refusal)),
  ];
}

const nothing: Remark = { kind: "notice", sheet: "", cell: "", code: "", severity: "info", id: "", message: "", value: "", fix: null, accepted: null };

function sheetRemarks(inspection: ReportedSheet, language: Language): readonly Remark[] {
  const { findings, more } = listed(inspection);
  const { form } = inspection.form;
  const sheet = inspection.sheet.name;
  const found = (finding: Finding, accepted: string | null): Remark => ({ ...findingRemark(finding, form, language), sheet, accepted });
  return [
    ...sheetNotices(inspection, language).map((message): Remark => ({ ...nothing, sheet, message })),
    ...findings.map((finding) => found(finding, null)),
    ...more.map(({ rule, severity, count }): Remark => ({ ...nothing, kind: "finding", sheet, severity, id: rule, message: cliTexts[language].moreFindings(count) })),
    ...inspection.accepted.map(([finding, { reason }]) => found(finding, reason)),
  ];
}

function findingRemark(finding: Finding, form: Form, language: Language): Remark {
  const { rule, severity, at, code, title, value, present } = finding;
  return {
    ...nothing,
    kind: "finding",
    cell: a1(at),
    code: code ?? title,
    severity,
    id: rule,
    message: describeFinding(finding, form, language).what,
    value: "serial" in present ? describeFact(present, form, language) : cellText(value),
    fix: proposedFix(finding),
  };
}

/** A remark's place in its file, as Excel writes it. */
export function placeOf({ sheet, cell }: Pick<Remark, "sheet" | "cell">): string {
  const name = quoted(sheet);
  // On cards the cell's address names its sheet.
  return cell === "" ? name : cell.includes("!") ? cell : `${name}!${cell}`;
}

/** A remark's sheet and its cell there. On cards the cell's address names its sheet. */
export function sheetAndCell({ sheet, cell }: Pick<Remark, "sheet" | "cell">): readonly [string, string] {
  const end = cell.lastIndexOf("!");
  if (end < 0) return [sheet, cell];
  const name = cell.slice(0, end);
  return [name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name, cell.slice(end + 1)];
}

/** The row of a remark's cell as Excel counts, from 1; undefined for a whole file or sheet. */
export function rowOfCell({ cell }: Pick<Remark, "cell">): number | undefined {
  const digits = cell.slice(cell.lastIndexOf("!") + 1).replace(/^[A-Z]+/, "");
  return digits === "" ? undefined : Number(digits);
}

/** A path as addresses in the web are written: from the current folder where it lies below it. */
export function addressOf(path: string): string {
  // Half a letter, as a name in Windows may hold, has no place in an address.
  const parts = path.replace(/\p{Surrogate}/gu, "\uFFFD").split(/[\\/]/);
  const address = parts.map((part, index) => (index === 0 && /^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part))).join("/");
  return address.startsWith("/") ? `file://${address}` : /^[A-Za-z]:\//.test(address) ? `file:///${address}` : address;
}

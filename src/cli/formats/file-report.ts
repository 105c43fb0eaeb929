import { sheetReport, type FileReport } from "../../core/report.ts";
import { broughtReport } from "../../core/settings/brought.ts";
import type { MoreFindings } from "../../core/model/finding.ts";
import type { Refusal } from "../../core/model/refusal.ts";
import type { Language } from "../../core/wording/language.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import type { CheckedFile } from "../check-files.ts";
import { cliTexts } from "../texts.ts";

/** A file's part of the reports for programs. */
export function fileReport({ path, inspections, broken, brought, refusal }: CheckedFile, language: Language): FileReport {
  const errorOf = ({ code, detail }: Refusal) => ({ code, message: describeRefusal(code, detail, language) });
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

/** Something that a report says of a place: a finding, or why a file or a sheet could not be checked. */
export interface Remark {
  readonly sheet: string;
  /** "" for a whole file or sheet, and where findings are only counted. */
  readonly cell: string;
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  /** A rule's id, or the code of a refusal. */
  readonly id: string;
  readonly isRefusal: boolean;
  readonly message: string;
  readonly value: string;
  readonly fix: { readonly safety: string; readonly value: string } | null;
  /** Why it was left as it is; null for what is open. */
  readonly accepted: string | null;
}

/** The whole report of a file, sheet by sheet; how many more findings of a rule there are stands after those that are listed. */
export function remarksOf({ error, sheets }: FileReport, language: Language): readonly Remark[] {
  const refused = (sheet: string, { code, message }: { readonly code: string; readonly message: string }): Remark => ({ sheet, cell: "", code: "", severity: "error", id: code, isRefusal: true, message, value: "", fix: null, accepted: null });
  const ofSheets = sheets.flatMap((sheet) => {
    if (sheet.error) return [refused(sheet.name, sheet.error)];
    const remark = ({ rule, severity, cell, code, name, value, message, fix }: (typeof sheet.findings)[number], accepted: string | null): Remark => ({ sheet: sheet.name, cell, code: code ?? name ?? "", severity, id: rule, isRefusal: false, message, value: String(value), fix, accepted });
    const counted = ({ rule, severity, count }: MoreFindings): Remark => ({ sheet: sheet.name, cell: "", code: "", severity, id: rule, isRefusal: false, message: cliTexts[language].moreFindings(count), value: "", fix: null, accepted: null });
    return [...sheet.findings.map((finding) => remark(finding, null)), ...(sheet.more ?? []).map(counted), ...(sheet.accepted ?? []).map((finding) => remark(finding, finding.reason))];
  });
  return [...(error ? [refused("", error)] : []), ...ofSheets];
}

/** A remark's place in its file, as Excel writes it. */
export function placeOf({ sheet, cell }: Pick<Remark, "sheet" | "cell">): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  // On cards the cell's address names its sheet.
  return cell === "" ? quoted : cell.includes("!") ? cell : `${quoted}!${cell}`;
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

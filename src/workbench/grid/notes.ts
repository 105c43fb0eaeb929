import type { Finding, MarkLevel, ReviewMark, Severity } from "../../core/model/finding.ts";
import { severities } from "../../core/wording/severities.ts";
import type { Annotations } from "../../pane/state/host-adapter.ts";

/** Review marks on one row, and the columns that they cover. */
export interface MarkSpan {
  readonly first: number;
  readonly last: number;
  readonly level: MarkLevel;
}

/** The findings of a cell: how many, and the gravest. */
export interface FoundHere {
  readonly severity: Severity;
  readonly count: number;
}

/** Findings and marks of one row. */
export interface RowNotes {
  readonly findings: ReadonlyMap<number, FoundHere>;
  readonly marks: readonly MarkSpan[];
  /** Marks whose word is on this row, by column. */
  readonly labels: ReadonlyMap<number, MarkLevel>;
}

interface OpenNotes extends RowNotes {
  readonly findings: Map<number, FoundHere>;
  readonly marks: MarkSpan[];
  readonly labels: Map<number, MarkLevel>;
}

/** Findings and marks by row. */
export function notesByRow({ findings, marks }: Annotations): ReadonlyMap<number, RowNotes> {
  const rows = new Map<number, OpenNotes>();
  for (const finding of findings) addFinding(notesOf(rows, finding.at.row), finding);
  for (const mark of marks) addMark(rows, mark);
  return rows;
}

function addFinding({ findings }: OpenNotes, { at, severity }: Finding): void {
  const before = findings.get(at.column);
  findings.set(at.column, { severity: before ? graver(before.severity, severity) : severity, count: (before?.count ?? 0) + 1 });
}

function addMark(rows: Map<number, OpenNotes>, { level, at, cells }: ReviewMark): void {
  notesOf(rows, at.row).labels.set(at.column, level);
  for (const { first, last } of cells) {
    for (let row = first.row; row <= last.row; row++) notesOf(rows, row).marks.push({ first: first.column, last: last.column, level });
  }
}

function notesOf(rows: Map<number, OpenNotes>, row: number): OpenNotes {
  const known = rows.get(row);
  if (known) return known;
  const notes: OpenNotes = { findings: new Map(), marks: [], labels: new Map() };
  rows.set(row, notes);
  return notes;
}

function graver(one: Severity, other: Severity): Severity {
  return severities.indexOf(one) <= severities.indexOf(other) ? one : other;
}

/** The mark that covers a cell; required takes precedence over attention. */
export function markAt({ marks }: RowNotes, column: number): MarkLevel | undefined {
  const levels = marks.filter(({ first, last }) => first <= column && column <= last).map(({ level }) => level);
  return levels.includes("required") ? "required" : levels[0];
}

import { fixGroupsOf, type FixGroup } from "../fixes/fix-groups.ts";
import { verdictFacts } from "../fixes/verdict.ts";
import { countKinds, type KindCounts } from "../model/counts.ts";
import type { FullInspection, Inspection } from "../model/finding.ts";
import type { RefusalReason } from "../model/refusal.ts";
import { progressOf } from "../progress/progress.ts";
import type { Snapshot } from "../progress/snapshot.ts";
import type { VerdictFacts } from "../wording/verdict.ts";
import { distinctNames } from "../wording/distinct-names.ts";
import type { ReceivedState, Standing } from "./states.ts";

/** What was found on a sheet. */
export interface FoundOnSheet {
  readonly verdict: VerdictFacts;
  readonly counts: KindCounts;
  /** The fixes that need no question. */
  readonly safe: readonly FixGroup[];
}

/** What became of the findings of an earlier check. */
export interface Changes {
  readonly gone: number;
  readonly left: number;
  readonly added: number;
}

/** What is known of a received sheet: why it could not be read, or what was found. */
export type Outcome =
  | { readonly kind: "waiting" }
  | ({ readonly kind: "refused" } & RefusalReason)
  | { readonly kind: "read"; readonly inspection: FullInspection; readonly found: FoundOnSheet; readonly changes: Changes | undefined };

/** A line of the list of received sheets. */
export interface ReceivedRow {
  readonly id: string;
  /** A name that no other line has. */
  readonly name: string;
  /** The file and the sheet. */
  readonly place: string;
  readonly standing: Standing;
  readonly outcome: Outcome;
}

/** What was found on a sheet. */
export function foundOn(inspection: Inspection): FoundOnSheet {
  const fixGroups = fixGroupsOf(inspection.findings);
  return { verdict: verdictFacts(inspection, fixGroups), counts: countKinds(inspection), safe: fixGroups.filter(({ safety }) => safety === "safe") };
}

/** What became of earlier findings; undefined where they were not kept. */
export function changesSince(before: Snapshot | null | undefined, { findings }: Inspection): Changes | undefined {
  if (!before) return undefined;
  const { gone, before: all, added } = progressOf(before, findings);
  return { gone, left: all - gone, added };
}

/** An office by the title of its sheet, and where that came from. */
interface NamedOffice {
  readonly name: string;
  /** The file without its ending, or the sheet of a workbook. */
  readonly file: string;
  /** The folders of the file; "" where they tell nothing. */
  readonly folder: string;
}

/** Names that tell offices apart: by their folders where two have one name, in one folder by their files, else by a number. */
export function officeNames(offices: readonly NamedOffice[]): readonly string[] {
  const paths = offices.map(({ folder, name }) => `${folder}/${plain(name)}`);
  const times = new Map<string, number>();
  for (const path of paths) times.set(path, (times.get(path) ?? 0) + 1);
  return distinctNames(offices.map(({ folder, file, name }, index) => (times.get(paths[index] ?? "") === 1 || file === name ? (paths[index] ?? name) : `${folder}/${plain(file)}/${plain(name)}`)));
}

function plain(name: string): string {
  return name.replaceAll(/[\\/]/g, "／");
}

const settled: Readonly<Record<ReceivedState, number>> = { again: 0, open: 0, returned: 1, done: 2 };

/** What needs work first: what is not settled, unreadable before readable, what came again, then by what was found; else as they came. */
export function byNeed(rows: readonly ReceivedRow[]): readonly ReceivedRow[] {
  const ranked = rows.map((row) => ({ row, rank: rankOf(row) }));
  return ranked.sort((one, other) => compare(one.rank, other.rank)).map(({ row }) => row);
}

function rankOf({ standing: { state }, outcome }: ReceivedRow): readonly number[] {
  const kind = { refused: 0, read: 1, waiting: 2 }[outcome.kind];
  const counts = outcome.kind === "read" ? outcome.found.counts : undefined;
  const found = counts ? [counts.error, counts.warning, counts.required, counts.info] : [];
  return [settled[state], kind, state === "again" ? 0 : 1, ...found.map((count) => -count)];
}

function compare(one: readonly number[], other: readonly number[]): number {
  return one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

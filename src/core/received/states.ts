import type { Inspection } from "../model/finding.ts";
import type { Snapshot } from "../progress/snapshot.ts";
import type { KeptOffice } from "./kept.ts";

/** 未点検: nothing is decided; 差戻し; 再提出: it came again after a decision; 済. */
export const receivedStates = ["open", "returned", "again", "done"] as const;
export type ReceivedState = (typeof receivedStates)[number];

/** A received sheet: whose it is, and what it is known by. */
export interface Submission {
  readonly office: string;
  readonly versions: readonly string[];
}

/** The state of a received sheet, and the decision that it follows. */
export interface Standing {
  readonly state: ReceivedState;
  readonly before: KeptOffice | undefined;
}

/** The key of an office's evaluation: the same when it is sent again. @param name of the office, else of its file */
export function officeKey(name: string, { title: { year }, form: { form } }: Pick<Inspection, "title" | "form">): string {
  return JSON.stringify([name, year, form.id]);
}

/**
 * The standing of each sheet. One that was not seen before is 再提出 where it alone can be the sheet of an office about which
 * something was decided; where two sheets have the name of one office, nothing is guessed.
 */
export function standingsOf(submissions: readonly Submission[], kept: readonly KeptOffice[]): readonly Standing[] {
  const byVersion = new Map(kept.flatMap((office) => office.versions.map((version) => [version, office] as const)));
  const known = submissions.map(({ versions }) => versions.map((version) => byVersion.get(version)).find((office) => office !== undefined));
  const present = new Set(known);
  const latest = new Map<string, KeptOffice>();
  for (const office of [...kept].sort((one, other) => one.at - other.at)) if (!present.has(office)) latest.set(office.office, office);
  const strangers = new Map<string, number>();
  submissions.forEach(({ office }, index) => {
    if (!known[index]) strangers.set(office, (strangers.get(office) ?? 0) + 1);
  });
  return submissions.map(({ office }, index): Standing => {
    const own = known[index];
    if (own) return { state: own.state, before: own };
    const before = strangers.get(office) === 1 ? latest.get(office) : undefined;
    return { state: before ? "again" : "open", before };
  });
}

/** What is decided about a sheet; undefined takes the decision back. */
export interface Settling {
  readonly state: KeptOffice["state"] | undefined;
  readonly at: number;
  readonly findings: Snapshot;
}

/** The kept states with a decision about a sheet, in place of the one before. */
export function decided(kept: readonly KeptOffice[], { office, versions }: Submission, { before }: Standing, { state, at, findings }: Settling): readonly KeptOffice[] {
  const others = kept.filter((each) => each !== before);
  return state === undefined ? others : [...others, { office, versions, state, at, findings }];
}

/** The kept states where a sheet that something was decided about is known by further versions. */
export function knownBy(kept: readonly KeptOffice[], { state, before }: Standing, versions: readonly string[]): readonly KeptOffice[] {
  if (!before || state === "again" || versions.every((version) => before.versions.includes(version))) return kept;
  return kept.map((each) => (each === before ? { ...each, versions: [...new Set([...each.versions, ...versions])] } : each));
}

import type { Finding } from "../model/finding.ts";
import { cutText } from "../model/cut.ts";
import type { CalendarDay } from "../model/serial.ts";
import { identityKey, identityOf, type FindingIdentity } from "../progress/identity.ts";
import { Hash } from "../model/hash.ts";
import { isoDate } from "../wording/era.ts";
import { cellText } from "../wording/phrase.ts";

/** UTF-16 units of a kept text. */
export const longestText = 500;
/** Length of a longer content's beginning, before "…" and the hash of all of it. */
const longestStart = 480;

/** A finding that someone decided to leave as it is. */
export interface Acceptance extends FindingIdentity {
  /** The cell's content as plain text; of one that is too long, the beginning and a hash. */
  readonly value: string;
  readonly reason: string;
  /** The name that the person typed. */
  readonly by: string;
  /** As 2026-11-01. */
  readonly on: string;
}

/** The reason, in the person's words. */
export interface Consent {
  readonly reason: string;
  readonly by: string;
  readonly day: CalendarDay;
}

/** The acceptance of a finding as it is kept: texts are cut. */
export function accept(finding: Finding, { reason, by, day }: Consent): Acceptance {
  return { ...identityOf(finding), value: contentOf(finding), reason: cutText(reason, longestText), by: cutText(by, longestText), on: isoDate(day) };
}

/** Findings, separated by acceptance. */
export interface SplitFindings {
  /** Open findings. Only these are fixed when many are fixed at once. */
  readonly open: readonly Finding[];
  readonly accepted: readonly (readonly [finding: Finding, entry: Acceptance])[];
  /** Entries without a finding: it was fixed, or the content was changed. */
  readonly stale: readonly Acceptance[];
}

/** Separates the findings of a check; each part keeps its order. */
export function splitAccepted(findings: readonly Finding[], list: readonly Acceptance[]): SplitFindings {
  if (list.length === 0) return { open: findings, accepted: [], stale: [] };
  const entries = new Map(list.map((entry) => [entryKey(entry), entry]));
  const open: Finding[] = [];
  const accepted: (readonly [Finding, Acceptance])[] = [];
  const met = new Set<string>();
  for (const finding of findings) {
    const key = findingKey(finding);
    const entry = entries.get(key);
    if (entry) {
      accepted.push([finding, entry]);
      met.add(key);
    } else open.push(finding);
  }
  return { open, accepted, stale: list.filter((entry) => !met.has(entryKey(entry))) };
}

/** Two acceptances with the same key accept the same findings. */
export function entryKey(entry: FindingIdentity & Pick<Acceptance, "value">): string {
  return JSON.stringify([identityKey(entry), entry.value]);
}

function findingKey(finding: Finding): string {
  return entryKey({ ...identityOf(finding), value: contentOf(finding) });
}

function contentOf({ value }: Finding): string {
  const text = cellText(value);
  if (text.length <= longestText) return text;
  const hash = new Hash();
  hash.add(0, 0, text);
  return `${cutText(text, longestStart)}…${hash.text()}`;
}

import { markLevels } from "../../core/model/mark-look.ts";
import type { Finding, MarkLevel, ReviewMark, Severity } from "../../core/model/finding.ts";
import { severities } from "../../core/wording/severities.ts";

/** The kinds that are counted and filtered: three severities of findings, two levels of review marks. */
export type Kind = Severity | MarkLevel;

export const kinds: readonly Kind[] = [...severities, ...markLevels];

/** True for what rows to review are counted by, and not findings. */
export function isLevel(kind: Kind): boolean {
  return markLevels.some((level) => level === kind);
}

/** The chosen kinds of findings, and those of rows to review. */
export function chosenFor(chosen: ReadonlySet<Kind>): readonly [findings: readonly Kind[], marks: readonly Kind[]] {
  const all = [...chosen];
  return [all.filter((kind) => !isLevel(kind)), all.filter(isLevel)];
}

/** An entry of the list: something the user can go to. */
export type Entry = Finding | ReviewMark;

export function isFinding(entry: Entry): entry is Finding {
  return "rule" in entry;
}

export function kindOf(entry: Entry): Kind {
  return isFinding(entry) ? entry.severity : entry.level;
}

import type { Acceptance } from "../../core/acceptance/acceptance.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { Finding, ReviewMark } from "../../core/model/finding.ts";
import type { Language } from "../../core/wording/language.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import type { Grouping } from "../state/state.ts";

/** A line of the list: a section's heading, a group's heading, or something to go to. */
export type ListItem =
  | { readonly kind: "section"; readonly of: "findings" | "review" | "left"; readonly count: number }
  | { readonly kind: "row"; readonly at: CellPlace; readonly code: string | null; readonly title: string }
  | { readonly kind: "rule"; readonly title: string; readonly count: number }
  | { readonly kind: "entry"; readonly entry: Finding | ReviewMark; readonly acceptance?: Acceptance };

interface ListedCheck {
  readonly findings: readonly Finding[];
  readonly marks: readonly ReviewMark[];
  /** Findings that somebody left as they are. */
  readonly accepted: readonly (readonly [Finding, Acceptance])[];
}

/** The list from the top down: findings in groups, the rows that need review, then what was left as it is. */
export function listItems({ findings, marks, accepted }: ListedCheck, grouping: Grouping, language: Language): ListItem[] {
  const items: ListItem[] = [];
  if (findings.length > 0) {
    items.push({ kind: "section", of: "findings", count: findings.length });
    if (grouping === "row") addByRow(items, findings);
    else addByRule(items, findings, language);
  }
  if (marks.length > 0) {
    items.push({ kind: "section", of: "review", count: marks.length });
    for (const entry of marks) items.push({ kind: "entry", entry });
  }
  if (accepted.length > 0) {
    items.push({ kind: "section", of: "left", count: accepted.length });
    for (const [entry, acceptance] of accepted) items.push({ kind: "entry", entry, acceptance });
  }
  return items;
}

/** A new group wherever the row, or the card, or its owner changes, so that the list stays in the order of the sheets. */
function addByRow(items: ListItem[], findings: readonly Finding[]): void {
  let before: Finding | undefined;
  for (const entry of findings) {
    const { at, code, title } = entry;
    const isElsewhere = at.sheet ? at.sheet.id !== before?.at.sheet?.id : at.row !== before?.at.row;
    if (isElsewhere || code !== before?.code || title !== before.title) items.push({ kind: "row", at, code, title });
    items.push({ kind: "entry", entry });
    before = entry;
  }
}

function addByRule(items: ListItem[], findings: readonly Finding[], language: Language): void {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  for (const [rule, group] of groups) {
    items.push({ kind: "rule", title: ruleTitle(rule, language), count: group.length });
    for (const entry of group) items.push({ kind: "entry", entry });
  }
}

import { currentRule } from "../form/version-1.ts";
import type { Finding } from "../model/finding.ts";
import { cutText } from "../model/cut.ts";

/** Longer titles are cut before they are kept in the document. */
const longestTitle = 100;

/** Identifies a finding in a later check. Rows move, so it has no place. */
export interface FindingIdentity {
  readonly rule: string;
  readonly code: string | null;
  readonly title: string;
  readonly column: string | null;
}

/** The identity of a finding; a long title is cut. */
export function identityOf({ rule, code, title, facts }: Finding): FindingIdentity {
  const column = facts["column"];
  return { rule, code, title: cutText(title, longestTitle), column: column && "column" in column ? column.column : null };
}

/** The same key for the same finding: equal rule and column, and equal code, or title where there is no code. */
export function identityKey({ rule: kept, code, title, column }: FindingIdentity): string {
  const place = `${currentRule(kept)}\n${column ?? ""}\n`;
  return code === null ? `${place}title ${title}` : `${place}code ${code}`;
}

import { nodeOf, withParents } from "../../core/outline/path.ts";
import { plainText } from "../../core/model/plain-text.ts";
import { entriesPassing } from "../state/checks.ts";
import { holding, isFiltering, type Filter } from "../state/filter.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import { kindOf, kinds, type Kind } from "../state/kinds.ts";

/** A row of the outline. */
export interface OutlineRow {
  /** The number of its node. */
  readonly node: number;
  /** The kinds of what the filter found there; none without a filter, and for what is shown for those below it. */
  readonly kinds: readonly Kind[];
}

/** The rows that a filter leaves of the outline: nodes with what it shows, or with its words, and all above them. */
export function outlineRows(check: SheetCheck, filter: Filter): readonly OutlineRow[] {
  const { outline } = check.inspection.overview;
  if (!isFiltering(filter)) return Array.from(outline.levels, (_, node) => ({ node, kinds: [] }));
  const found = new Map<number, Set<Kind>>();
  for (const entry of entriesPassing(check, filter)) {
    const node = nodeOf(outline, entry.at);
    if (node !== undefined) found.set(node, (found.get(node) ?? new Set()).add(kindOf(entry)));
  }
  const holds = holding(filter);
  const named = filter.kinds.size > 0 || filter.rule !== undefined ? [] : outline.titles.flatMap((title, node) => (holds(plainText(`${outline.codes[node] ?? ""} ${title}`)) ? [node] : []));
  return withParents(outline, [...found.keys(), ...named]).map((node) => ({ node, kinds: kinds.filter((kind) => found.get(node)?.has(kind)) }));
}

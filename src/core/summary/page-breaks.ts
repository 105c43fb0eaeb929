import type { SheetPlan } from "../model/sheet-plan.ts";
import { columnPoints, rowHeight } from "../wording/cell-size.ts";
import { total } from "./cells.ts";

/** Points of an A4 page across inside Excel's standard margins, which are wider than those of a file of ours. */
const page = { width: 740, height: 486 };
/** Part of a page that is filled: printers and fonts differ a little. */
const filled = 0.95;
/** Excel keeps 1,026 breaks on a sheet. */
const mostBreaks = 1000;

/**
 * The rows that begin a page: the first that does not fit on the page before, or the first of the rows kept together with
 * it. Rows that are higher than a page together are not kept.
 */
export function pageBreaks({ rows, widths, repeatedRows }: Pick<SheetPlan, "rows" | "widths" | "repeatedRows">, kept: readonly { readonly first: number; readonly last: number }[]): readonly number[] {
  const heights = rows.map((cells) => rowHeight(cells, widths));
  const scale = Math.min(1, page.width / total(widths.map(columnPoints)));
  const room = (page.height * filled) / scale;
  const between = (first: number, last: number) => total(heights.slice(first, last + 1));
  const needs = new Map<number, number>();
  for (const { first, last } of kept) {
    const need = between(first, last);
    if (need <= room) needs.set(first, Math.max(need, needs.get(first) ?? 0));
  }
  const breaks: number[] = [];
  let used = 0;
  heights.forEach((height, row) => {
    if (used > 0 && used + (needs.get(row) ?? height) > room) {
      breaks.push(row);
      used = repeatedRows !== null && row > repeatedRows.last ? between(repeatedRows.first, repeatedRows.last) : 0;
    }
    used += height;
  });
  return breaks.slice(0, mostBreaks);
}

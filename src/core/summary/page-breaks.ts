import { pageMargins, type SheetPlan } from "../model/sheet-plan.ts";
import { columnPoints, rowHeight } from "../wording/cell-size.ts";
import { total } from "./cells.ts";

/** Points of an A4 page across inside the margins of our sheets. */
const page = { width: 842 - 2 * pageMargins.side, height: 595 - 2 * pageMargins.end };
/** Part of a page that is filled: printers and fonts differ a little. */
const filled = 0.95;
/** Excel keeps 1,026 breaks on a sheet. */
const mostBreaks = 1000;

/** Points of rows that one page holds, of columns that are made to fit on it across. */
export function pageRoom(widths: SheetPlan["widths"]): number {
  const scale = Math.min(1, page.width / total(widths.map(columnPoints)));
  return (page.height * filled) / scale;
}

/** What is not much longer than a page is made to fit on it. */
const nearlyOne = 1.2;

/** How a sheet is parted into pages: on one, or before the rows of `pageBreaks`. */
export function pagesOf(sheet: Paged, kept: Kept): Pick<SheetPlan, "isOnePage" | "pageBreaks"> {
  const height = total(sheet.rows.map((cells) => rowHeight(cells, sheet.widths)));
  return height <= nearlyOne * pageRoom(sheet.widths) ? { isOnePage: true, pageBreaks: [] } : { pageBreaks: pageBreaks(sheet, kept) };
}

type Paged = Pick<SheetPlan, "rows" | "widths" | "repeatedRows">;
type Kept = readonly { readonly first: number; readonly last: number }[];

/**
 * The rows that begin a page: the first that does not fit on the page before, or the first of the rows kept together with
 * it. Rows that are higher than a page together are not kept.
 */
export function pageBreaks({ rows, widths, repeatedRows }: Paged, kept: Kept): readonly number[] {
  const heights = rows.map((cells) => rowHeight(cells, widths));
  const room = pageRoom(widths);
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

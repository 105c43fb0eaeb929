import { bySheet, withoutSheet, type Block } from "./address.ts";
import { sheetIdsOf } from "./card-sheets.ts";
import type { SetMarks } from "./changes.ts";
import type { Inspection, MarkLevel, ReviewMark } from "./finding.ts";

/** The changes that show the marks of a check in its sheet, or in each of its cards. */
export function showMarks(inspection: Pick<Inspection, "sheet" | "cards" | "marks">): readonly SetMarks[] {
  const own = bySheet(inspection.marks, ({ at }) => at, inspection.sheet.id);
  return sheetIdsOf(inspection).map((id) => {
    const blocks = (level: MarkLevel) => blocksOf(own.get(id) ?? [], level);
    return { kind: "set-marks", sheet: id, blocks: { required: blocks("required"), attention: blocks("attention") } };
  });
}

/** The change that takes our marks away from a sheet. */
export function clearMarks(sheet: string): SetMarks {
  return { kind: "set-marks", sheet, blocks: { required: [], attention: [] } };
}

function blocksOf(marks: readonly ReviewMark[], level: MarkLevel): readonly Block[] {
  return marks.filter((mark) => mark.level === level).flatMap(({ cells }) => cells.map(({ first, last }) => ({ first: withoutSheet(first), last: withoutSheet(last) })));
}

import { bySheet, withoutSheet, type Block, type CellPlace } from "./address.ts";
import { sheetIdsOf } from "./card-sheets.ts";
import type { SetMarks } from "./changes.ts";
import type { Inspection, MarkLevel, ReviewMark } from "./finding.ts";

/** The changes that show the marks of a check in its sheet, or in each of its cards; `wordOf` is a level's word in the reader's language. */
export function showMarks(inspection: Pick<Inspection, "sheet" | "cards" | "marks">, wordOf: (level: MarkLevel) => string): readonly SetMarks[] {
  const own = bySheet(inspection.marks, ({ at }) => at, inspection.sheet.id);
  return sheetIdsOf(inspection).map((id) => {
    const marks = (level: MarkLevel) => (own.get(id) ?? []).filter((mark) => mark.level === level);
    const blocks = (level: MarkLevel) => blocksOf(marks(level));
    const word = (level: MarkLevel) => ({ word: wordOf(level), cells: codesOf(marks(level)) });
    const words = { required: word("required"), attention: word("attention") };
    return { kind: "set-marks", sheet: id, blocks: { required: blocks("required"), attention: blocks("attention") }, words };
  });
}

/** The change that takes our marks away from a sheet. */
export function clearMarks(sheet: string): SetMarks {
  return { kind: "set-marks", sheet, blocks: { required: [], attention: [] } };
}

/** The cells of the codes, as far as they are marked themselves. */
function codesOf(marks: readonly ReviewMark[]): readonly CellPlace[] {
  const isIn = ({ row, column }: CellPlace, { first, last }: Block) => row >= first.row && row <= last.row && column >= first.column && column <= last.column;
  return marks.flatMap(({ at, cells }) => (cells.some((block) => isIn(at, block)) ? [withoutSheet(at)] : []));
}

function blocksOf(marks: readonly ReviewMark[]): readonly Block[] {
  return marks.flatMap(({ cells }) => cells.map((block) => (block.first.sheet ? { first: withoutSheet(block.first), last: withoutSheet(block.last) } : block)));
}

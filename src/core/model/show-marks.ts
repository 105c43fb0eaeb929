import type { SetMarks } from "./changes.ts";
import type { Block } from "./address.ts";
import type { MarkLevel, ReviewMark } from "./finding.ts";

/** The change that shows these marks in a sheet; none takes ours away. */
export function showMarks(sheet: string, marks: readonly ReviewMark[]): SetMarks {
  const blocks = (level: MarkLevel): readonly Block[] => marks.filter((mark) => mark.level === level).flatMap(({ cells }) => cells);
  return { kind: "set-marks", sheet, blocks: { required: blocks("required"), attention: blocks("attention") } };
}

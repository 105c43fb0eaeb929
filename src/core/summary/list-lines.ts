import { textWidth } from "../wording/text-width.ts";

/** Length of a printed line, in the width of a digit. */
export const lineWidth = 124;

/** An opening and a list in lines that fit on a page across, broken between the parts; further lines are indented. */
export function listLines(opening: string, parts: readonly string[], comma: string): readonly string[] {
  const lines: string[] = [];
  let line = opening;
  let isFirst = true;
  for (const part of parts) {
    const more = isFirst ? part : comma + part;
    if (isFirst || textWidth(line) + textWidth(more) <= lineWidth) line += more;
    else {
      lines.push(line + comma.trimEnd());
      line = `　${part}`;
    }
    isFirst = false;
  }
  return [...lines, line];
}

/** Width of a text, or of its part between two places, in digits: full-width letters count as two (UAX #11 wide and ambiguous ones), or as given. */
export function textWidth(text: string, narrow = 1, wide = 2, from = 0, to = text.length): number {
  let width = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0x20 && unit <= 0x7e) || (unit >= 0xff61 && unit <= 0xff9f)) width += narrow;
    else if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a0 && unit <= 0x30ff)) width += wide;
    else {
      const letter = String.fromCodePoint(text.codePointAt(at) ?? unit);
      width += /\p{M}/u.test(letter) ? 0 : wide;
      at += letter.length - 1;
    }
  }
  return width;
}

/** Letters that no line begins with, and those that none ends with, as Japanese is set (JIS X 4051, JLREQ 3.1.7 and 3.1.8). */
const neverFirst: ReadonlySet<string> = new Set("、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ）〕］｝〉》」』】),.!?…％%");
const neverLast: ReadonlySet<string> = new Set("（〔［｛〈《「『【(");
/** The most letters that move to the next line with the one after them. */
const mostCarried = 2;

/**
 * A text in lines of at most so many digits, broken anywhere, as full-width text is, but not before 、 or ） nor after （
 * where moving a letter or two helps; a letter wider than a line has one of its own.
 */
export function fitLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const letter of text) {
    const needed = textWidth(letter);
    if (line.length > 0 && used + needed > width) {
      const end = lineEnd(line, letter, width);
      lines.push(line.slice(0, end).join(""));
      line = line.slice(end);
      used = textWidth(line.join(""));
    }
    line.push(letter);
    used += needed;
  }
  return [...lines, line.join("")];
}

/** How many letters stay on a line that the next letter does not fit on. */
function lineEnd(line: readonly string[], next: string, width: number): number {
  for (let end = line.length; end > 0 && end >= line.length - mostCarried; end--) {
    const carried = line.slice(end);
    const [first = next] = carried;
    if (textWidth(carried.join("") + next) > width) break;
    if (!neverFirst.has(first) && !neverLast.has(line[end - 1] ?? "")) return end;
  }
  return line.length;
}

/** The text's beginning that fits in so many digits, with … where something is left out. */
export function fitLine(text: string, width: number): string {
  const [first = "", ...others] = fitLines(text, width);
  if (others.length === 0) return first;
  return `${fitLines(text, width - 2)[0] ?? ""}…`;
}

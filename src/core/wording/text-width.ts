/** Width of a text in digits: full-width letters count as two (UAX #11 wide and ambiguous ones), or as given. */
export function textWidth(text: string, narrow = 1, wide = 2): number {
  let width = 0;
  for (const letter of text) width += /[\u0020-\u007e\uff61-\uff9f]/.test(letter) ? narrow : /\p{M}/u.test(letter) ? 0 : wide;
  return width;
}

/** A text in lines of at most so many digits, broken anywhere, as full-width text is; a letter wider than a line has one of its own. */
export function fitLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const letter of text) {
    const needed = textWidth(letter);
    if (line !== "" && used + needed > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += letter;
    used += needed;
  }
  return [...lines, line];
}

/** The text's beginning that fits in so many digits, with … where something is left out. */
export function fitLine(text: string, width: number): string {
  const [first = "", ...others] = fitLines(text, width);
  if (others.length === 0) return first;
  return `${fitLines(text, width - 2)[0] ?? ""}…`;
}

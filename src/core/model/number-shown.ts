/** A piece of a number format: a place for digits, or letters that are shown as they are. */
type Piece = "0" | "#" | { readonly literal: string };

const skippedBracket = /^\[(?:\$-?[^\]]{0,20}|black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2})\]/i;

/**
 * The text that a number shows by its format, as far as it consists of digits and letters: 5 by "p."0 is p.5, 111 by 0-0-0 is 1-1-1. A number
 * without such letters is plain, and errors of floating point are not shown. Undefined where the format does more.
 */
export function shownNumber(value: number, format: string): string | undefined {
  const plain = String(Number.isInteger(value) ? value : Number(value.toPrecision(11)));
  if (format === "General" || format === "@" || !/[^#0?,.]/.test(format)) return plain;
  const pieces = value < 0 ? undefined : piecesOf(format);
  if (!pieces?.some((piece) => typeof piece === "string")) return undefined;
  return pieces.some((piece) => typeof piece === "object") ? filled(pieces, String(Math.round(value))) : plain;
}

/** The number as its format shows it: a text where the format has letters, otherwise without errors of floating point. */
export function asShown(value: number, format: string): string | number {
  const shown = shownNumber(value, format);
  return shown === undefined || shown === String(value) ? value : shown;
}

/** The pieces of the format's first section; undefined where it holds anything else. */
function piecesOf(format: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < format.length && format[at] !== ";"; at++) {
    const letter = format.charAt(at);
    if (letter === "0" || letter === "#" || letter === "?") pieces.push(letter === "0" ? "0" : "#");
    else if (letter === '"') {
      const end = format.indexOf('"', at + 1);
      if (end < 0) return undefined;
      pieces.push({ literal: format.slice(at + 1, end) });
      at = end;
    } else if (letter === "\\") pieces.push({ literal: format.charAt(++at) });
    else if (letter === "_" || letter === "*") at++;
    else if (letter === "[") {
      const [bracket] = skippedBracket.exec(format.slice(at, at + 30)) ?? [];
      if (bracket === undefined) return undefined;
      at += bracket.length - 1;
    } else if (/[A-Za-z.,%@]/.test(letter)) return undefined;
    else pieces.push({ literal: letter });
  }
  return pieces;
}

/** Digits fill their places from the right; the first place takes the rest. */
function filled(pieces: readonly Piece[], digits: string): string {
  const first = pieces.findIndex((piece) => typeof piece === "string");
  const shown: string[] = [];
  let left = digits;
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index] ?? "#";
    if (typeof piece === "object") shown.push(piece.literal);
    else {
      const taken = index === first ? left : left.slice(-1);
      shown.push(taken === "" && piece === "0" ? "0" : taken);
      left = index === first ? "" : left.slice(0, -1);
    }
  }
  return shown.reverse().join("");
}

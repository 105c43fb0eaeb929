import { withoutSpace } from "./hidden.ts";

/**
 * For each unit of `to` the place of its unit in `from`; undefined where the two differ in their number of visible letters.
 * Spaces that `from` lacks take the place of the letter before them.
 */
export function alignLetters(from: string, to: string): readonly number[] | undefined {
  const [ofFrom, ofTo] = [seenIn(from), seenIn(to)];
  if (ofFrom.length !== ofTo.length) return undefined;
  const places: number[] = [];
  let next = 0;
  let last = -1;
  for (let unit = 0; unit < to.length; unit++) {
    const limit = ofFrom[next] ?? from.length;
    if (unit === ofTo[next]) {
      last = limit;
      next++;
    } else last = Math.min(last + 1, limit - 1);
    places.push(Math.max(last, 0));
  }
  return places;
}

/** The places of the units that are neither white space nor invisible. */
function seenIn(text: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    if (withoutSpace(letter) !== "") for (let unit = 0; unit < letter.length; unit++) places.push(at + unit);
    at += letter.length;
  }
  return places;
}

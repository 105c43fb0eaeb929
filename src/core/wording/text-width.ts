/** Width of a text in digits: full-width letters count as two (UAX #11 wide and ambiguous ones), or as given. */
export function textWidth(text: string, narrow = 1, wide = 2): number {
  let width = 0;
  for (const letter of text) width += /[\u0020-\u007e\uff61-\uff9f]/.test(letter) ? narrow : /\p{M}/u.test(letter) ? 0 : wide;
  return width;
}

/** Letters of these fonts are narrower than those of others. */
const narrow = /^(?:Calibri|Aptos|Times New Roman)/i;
/** The width of a digit in letters: 7 pixels for Calibri of 11 points and Arial of 10, 8 for 游ゴシック and ＭＳ Ｐゴシック of 11, as Excel has it. */
const share = { narrow: 0.507, usual: 0.556 };
const pixelsPerPoint = 96 / 72;

/** The width of a digit of a workbook's standard font in CSS pixels, by which the file counts the widths of columns (ECMA-376 18.3.1.13). Without a font that of the one that we would write, so that nothing moves with it. */
export function digitWidthOf(font: { readonly name: string | undefined; readonly sizePt: number } | undefined): number {
  const { name = "Calibri", sizePt } = font ?? { name: "游ゴシック", sizePt: 11 };
  return Math.max(1, Math.round(sizePt * pixelsPerPoint * (narrow.test(name) ? share.narrow : share.usual)));
}

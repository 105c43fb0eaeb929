/** The text in the first 【】 that are not empty; undefined where there are none. */
export function headingOf(text: string): string | undefined {
  let close = -1;
  for (let open = text.indexOf("【"); open >= 0; open = text.indexOf("【", close)) {
    close = text.indexOf("】", open);
    if (close < 0) return undefined;
    if (close > open + 1) return text.slice(open + 1, close);
  }
  return undefined;
}

/** The kinds of excess in files, as hosts name them in the detail of `too-large`. */
const amounts: ReadonlyMap<string, string> = new Map([
  ["attributes of one element", "一つの要素の属性"],
  ["bytes of one value", "一つの値のバイト数"],
  ["cell formats", "セルの書式"],
  ["cells", "セル"],
  ["column widths", "列幅の指定"],
  ["columns", "列"],
  ["defined names", "名前の定義"],
  ["elements and attributes", "要素と属性"],
  ["file bytes", "ファイルのバイト数"],
  ["inflate ratio", "圧縮の倍率"],
  ["inflated bytes", "展開後のバイト数"],
  ["items", "項目"],
  ["letters", "文字数"],
  ["letters of a sheet's name", "シート名の文字数"],
  ["merged areas", "結合された範囲"],
  ["merged cells", "結合されたセル"],
  ["relations", "ほかの部品への参照"],
  ["row lengths", "行の長さの合計"],
  ["rows", "行"],
  ["sheets", "シート"],
  ["texts", "文字列"],
  ["zip entries", "ブックの部品"],
]);

/** "part: cells > 5" for a Japanese reader; unchanged if it is no known amount. */
export function describeAmount(detail: string): string {
  const end = detail.lastIndexOf(" > ");
  const start = detail.lastIndexOf(": ", end) + 1;
  const amount = amounts.get(detail.slice(start, end).trim());
  if (end < 0 || amount === undefined) return detail;
  return `${start === 0 ? "" : `${detail.slice(0, start - 1)}の`}${amount}が${detail.slice(end + 3)}を超えています`;
}

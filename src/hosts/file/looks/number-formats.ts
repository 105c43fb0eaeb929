import type { XmlNode } from "../xml/places.ts";
import { child, isTrue, items, numberIn } from "../xml/tree.ts";

const general = "General";
const longEra = '[$-411]ggge"年"m"月"d"日"';
const shortEra = "[$-411]ge.m.d";
const yearMonth = 'yyyy"年"m"月"';
const monthDay = 'm"月"d"日"';

/**
 * The formats that only have numbers. 0 to 49 and, for Japanese, 27 to 36 and 50 to 58: ECMA-376 18.8.30. Those that follow
 * the system's language (5 to 8, 14, 22, 41 to 44) are as in a Japanese Excel.
 */
export const builtInCodes: ReadonlyMap<number, string> = new Map<number, string>([
  [1, "0"], [2, "0.00"], [3, "#,##0"], [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"-#,##0'], [6, '"¥"#,##0;[Red]"¥"-#,##0'], [7, '"¥"#,##0.00;"¥"-#,##0.00'], [8, '"¥"#,##0.00;[Red]"¥"-#,##0.00'],
  [9, "0%"], [10, "0.00%"], [11, "0.00E+00"], [12, "# ?/?"], [13, "# ??/??"],
  [14, "yyyy/m/d"], [15, "d-mmm-yy"], [16, "d-mmm"], [17, "mmm-yy"],
  [18, "h:mm AM/PM"], [19, "h:mm:ss AM/PM"], [20, "h:mm"], [21, "h:mm:ss"], [22, "yyyy/m/d h:mm"],
  [27, shortEra], [28, longEra], [29, longEra], [30, "m/d/yy"], [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"時"mm"分"'], [33, 'h"時"mm"分"ss"秒"'], [34, yearMonth], [35, monthDay], [36, shortEra],
  [37, "#,##0;-#,##0"], [38, "#,##0;[Red]-#,##0"], [39, "#,##0.00;-#,##0.00"], [40, "#,##0.00;[Red]-#,##0.00"],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '], [42, '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '], [44, '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, "mm:ss"], [46, "[h]:mm:ss"], [47, "mm:ss.0"], [48, "##0.0E+0"], [49, "@"],
  [50, shortEra], [51, longEra], [52, yearMonth], [53, monthDay], [54, longEra],
  [55, yearMonth], [56, monthDay], [57, shortEra], [58, longEra],
]);

/** The formats that only have a number, by code. Numbers 27 to 36 and 50 to 58 mean something else in other languages. */
export const builtInFormats: ReadonlyMap<string, number> = new Map(
  [[general, 0] as const, ...[...builtInCodes].reverse().map(([id, code]) => [code, id] as const)].filter(([, id]) => id < 27 || (id > 36 && id < 50)),
);

/** The number format code of every cell format. Cells name its index in their `s`. */
export function numberFormats(styles: XmlNode | undefined): readonly string[] {
  const own = new Map<number, string>();
  for (const format of items(styles, "numFmts")) {
    const id = numberIn(format, "numFmtId");
    const code = format.attributes.get("formatCode");
    if (id !== undefined && code !== undefined && code !== "") own.set(id, code);
  }
  return items(styles, "cellXfs").map((format) => {
    const id = numberIn(format, "numFmtId") ?? 0;
    return own.get(id) ?? builtInCodes.get(id) ?? general;
  });
}

/** The indexes of the cell formats with struck-through font. */
export function struckFormats(styles: XmlNode | undefined): ReadonlySet<number> {
  const fonts = items(styles, "fonts").map((font) => {
    const strike = child(font, "strike");
    return strike !== undefined && isTrue(strike.attributes.get("val") ?? "1");
  });
  return new Set([...items(styles, "cellXfs").entries()].flatMap(([index, format]) => (fonts[numberIn(format, "fontId") ?? 0] === true ? [index] : [])));
}

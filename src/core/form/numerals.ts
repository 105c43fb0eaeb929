/** The counting of a template, by its first numeral: Roman numerals, letters, kana, circled numbers. */
export type Counting = "Ⅰ" | "A" | "ア" | "①";

export const countings: readonly Counting[] = ["Ⅰ", "A", "ア", "①"];

const numerals: Readonly<Record<Counting, readonly string[]>> = {
  Ⅰ: Array.from("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"),
  A: Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  ア: Array.from("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
  "①": Array.from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
};

/** A way to write a number: a counting, plain digits, full-width digits, digits padded with zeros, or another look of a counting. */
export type NumberStyle = "1" | "１" | `0${number}` | Counting | "I" | "Ａ" | "ｱ" | "⑴";

const looks: Readonly<Record<"I" | "Ａ" | "ｱ" | "⑴", { readonly counting: Counting; readonly numerals: readonly string[] }>> = {
  I: { counting: "Ⅰ", numerals: numerals["Ⅰ"].map((numeral) => numeral.normalize("NFKC")) },
  Ａ: { counting: "A", numerals: numerals.A.map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)) },
  ｱ: { counting: "ア", numerals: Array.from("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ") },
  "⑴": { counting: "①", numerals: Array.from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇") },
};

const known = new Map<string, { readonly counting: Counting; readonly style: NumberStyle; readonly number: number }>();
for (const counting of countings) numerals[counting].forEach((numeral, index) => known.set(numeral, { counting, style: counting, number: index + 1 }));
for (const style of ["I", "Ａ", "ｱ", "⑴"] as const) {
  looks[style].numerals.forEach((numeral, index) => {
    if (!known.has(`${looks[style].counting}${numeral}`)) known.set(style === "I" ? `I:${numeral}` : numeral, { counting: looks[style].counting, style, number: index + 1 });
  });
}

/** The counting of a style; undefined for digits. */
export function countingOf(style: string | undefined): Counting | undefined {
  return style === "I" || style === "Ａ" || style === "ｱ" || style === "⑴" ? looks[style].counting : countings.find((counting) => counting === style);
}

/** The number in a style; in plain digits where the style does not reach so far. */
export function writeNumber(number: number, style: NumberStyle): string {
  const digits = String(number);
  if (style === "1") return digits;
  if (style === "１") return digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (style.startsWith("0")) return digits.padStart(Number(style.slice(1)), "0");
  const own = countings.find((counting) => counting === style);
  const list = own ? numerals[own] : style === "I" || style === "Ａ" || style === "ｱ" || style === "⑴" ? looks[style].numerals : [];
  return list[number - 1] ?? digits;
}

/** A number in a text. */
export interface MetNumber {
  readonly number: number;
  /** UTF-16 units. */
  readonly length: number;
  readonly style: NumberStyle;
}

/** Largest number of digits in a code's number. */
const longestNumber = 5;

/**
 * The number at a place of the text (zero-based), in any look of its counting: digits also as circled or Roman numerals, since a sheet may
 * count differently from its form; letters and kana only where the form uses them. Undefined where there is none.
 */
export function readNumber(text: string, at: number, counting: Counting | "1"): MetNumber | undefined {
  if (counting === "1" || counting === "①") {
    const digits = readDigits(text, at);
    if (digits) return digits;
  }
  const character = text.charAt(at);
  const met = known.get(character);
  if (counting === "Ⅰ") {
    if (met?.counting === "Ⅰ") return isWordBehind(text, at + 1) ? undefined : { number: met.number, length: 1, style: met.style };
    return readLatinRoman(text, at);
  }
  if (!met) return undefined;
  const fits = counting === "1" ? met.counting === "①" || met.counting === "Ⅰ" : met.counting === counting;
  if (!fits || (counting === "A" && isLatin(text.charCodeAt(at + 1))) || (counting === "ア" && goesOnInKana(text, at + 1))) return undefined;
  return { number: met.number, length: 1, style: met.style };
}

function readDigits(text: string, at: number): MetNumber | undefined {
  let end = at;
  let number = 0;
  let half = 0;
  for (; end - at <= longestNumber; end++) {
    const code = text.charCodeAt(end);
    const isHalf = code >= 48 && code <= 57;
    if (!isHalf && !(code >= 0xff10 && code <= 0xff19)) break;
    if (isHalf) half++;
    number = number * 10 + (isHalf ? code - 48 : code - 0xff10);
  }
  const length = end - at;
  if (length === 0 || length > longestNumber) return undefined;
  const zero = text.charCodeAt(at) === 48 && length > 1;
  return { number, length, style: half === 0 ? "１" : zero && half === length ? `0${length}` : "1" };
}

/** I, II, IV … in Latin letters, half or full width. */
function readLatinRoman(text: string, at: number): MetNumber | undefined {
  let end = at;
  while (end - at < 4 && "IVXＩＶＸ".includes(text.charAt(end)) && end < text.length) end++;
  if (end === at || isLatin(text.charCodeAt(end))) return undefined;
  const met = known.get(`I:${text.slice(at, end).normalize("NFKC")}`);
  return met && { number: met.number, length: end - at, style: "I" };
}

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

function isWordBehind(text: string, at: number): boolean {
  return isLatin(text.charCodeAt(at));
}

/** A word of kana continues: アイ. A long vowel mark is a dash only before a number. */
function goesOnInKana(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x30fc || code === 0xff70) return !/[0-9０-９(（①-⑳]/.test(text.charAt(at + 1));
  return (code >= 0x30a1 && code <= 0x30f6) || (code >= 0xff66 && code <= 0xff9d);
}

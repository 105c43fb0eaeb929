import type { Language } from "./language.ts";
import { isUntidy, joiningLetters } from "./hidden.ts";

/**
 * The ideographs that U+2E80 to U+2EF3 look like, one by one. NFKC leaves these radicals alone, and has the compatibility ideographs from U+F900 itself.
 * https://www.unicode.org/Public/UCD/latest/ucd/EquivalentUnifiedIdeograph.txt
 */
const radicalsFrom = 0x2e80;
const radicals = Array.from(
  "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂" +
  "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
);

/** Radicals for which Unicode gives the traditional form: Japanese fonts show, and people mean, the usual one. */
const usualForms: ReadonlyMap<string, string> = new Map([
  ["⼾", "戸"],
  ["⿊", "黒"],
  ["⿈", "黄"],
  ["⾭", "青"],
]);

/** A kana and its voicing mark, combining or separate, with or without a space between. */
const apartMark = /([\u3046-\u307b\u30a6-\u30db\u309d\u30fd])([ \u3000\u00a0]*)([\u3099-\u309c])/g;
const combining = /[A-Za-z][\u0300-\u036f]+/g;
const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g;
const compatible = /[\uf900-\ufad9]|\ud87e[\udc00-\ude1d]/g;
const odd = "\\u0300-\\u036f\\u2e80-\\u2ef3\\u2f00-\\u2fd5\\u3099-\\u309c\\uf900-\\ufad9\\u{2f800}-\\u{2fa1d}";
/** The same by units, and U+FFFD. Fast, since every text of a sheet is tested. */
const mayBeOdd = /[\u0300-\u036f\u2e80-\u2fd5\u3099-\u309c\ud87e\uf900-\ufad9\ufffd]/;
const named = new RegExp(`[${odd}${joiningLetters}]`, "gu");

/** Replaces bytes that no encoding can read. */
export const brokenLetter = "\ufffd";

/** Any but ASCII, kana, kanji and full-width letters that are never odd or unseen, and space between them. One test for nearly every text of a sheet: unit by unit takes twice as long. */
const unusual = /[^\n\u0020-\u007e\u3000-\u3098\u309d-\u3163\u3165-\ud7ff\uff01-\uff5e]/;

/** True for a text without broken letters, look-alikes and what `tidy` removes; never for one with any. */
export function isClean(text: string): boolean {
  const isUsual = !isSpace(text.charCodeAt(0)) && !isSpace(text.charCodeAt(text.length - 1)) && !unusual.test(text);
  return isUsual || (!mayBeOdd.test(text) && !isUntidy(text));
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x3000;
}

/** The text with radicals as the ideographs they look like, and a letter and its mark as one. */
export function plainLetters(text: string): string {
  if (!mayBeOdd.test(text)) return text;
  return text
    .replace(apartMark, (whole, kana: string, _space, mark: string) => {
      const composed = (kana + (mark === "\u3099" || mark === "\u309b" ? "\u3099" : "\u309a")).normalize("NFC");
      return composed.length === 1 ? composed : whole;
    })
    .replace(combining, (letters) => letters.normalize("NFC"))
    .replace(radical, (letter) => usualForms.get(letter) ?? (letter < "\u2f00" ? radicals[letter.charCodeAt(0) - radicalsFrom] : letter.normalize("NFKC")) ?? letter);
}

/** The text with compatibility ideographs as the usual ones. Names may have them on purpose. */
export function usualIdeographs(text: string): string {
  return mayBeOdd.test(text) ? text.replace(compatible, (letter) => letter.normalize("NFC")) : text;
}

const kinds = {
  joining: { ja: "見えない文字（{number}）", en: "an unseen letter ({number})" },
  voiced: { ja: "離れた濁点（{number}）", en: "a voiced mark of its own ({number})" },
  halfVoiced: { ja: "離れた半濁点（{number}）", en: "a half-voiced mark of its own ({number})" },
  combining: { ja: "離れた記号（{number}）", en: "an accent of its own ({number})" },
  radical: { ja: "部首の「{letter}」（{number}）", en: "the radical {letter} ({number})" },
  compatible: { ja: "互換漢字の「{letter}」（{number}）", en: "the compatibility ideograph {letter} ({number})" },
} as const;

/** The broken letters and look-alikes of a text, with their numbers: 部首の「⾒」（U+2F92）; "" where there are none. */
export function describeLetters(text: string, language: Language): string {
  const letters = [...new Set(text.match(named))];
  const described = letters.slice(0, 3).map((letter) => {
    const number = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    return kinds[kindOf(letter)][language].replace("{letter}", letter).replace("{number}", number);
  });
  return described.join(language === "ja" ? "、" : ", ");
}

/** True where `describeLetters` returns a text. */
export function hasNamedLetters(text: string): boolean {
  return text.search(named) >= 0;
}

function kindOf(letter: string): keyof typeof kinds {
  if (letter >= "\u0300" && letter <= "\u036f") return "combining";
  if (/[\u2e80-\u2fd5]/.test(letter)) return "radical";
  if (letter === "\u3099" || letter === "\u309b") return "voiced";
  if (letter === "\u309a" || letter === "\u309c") return "halfVoiced";
  return /[\uf900-\ufad9\u{2f800}-\u{2fa1d}]/u.test(letter) ? "compatible" : "joining";
}

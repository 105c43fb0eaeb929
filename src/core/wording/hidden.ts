/**
 * Invisible characters that no text needs: controls, zero-width and direction marks, soft hyphen, fillers, object placeholders, the blank
 * braille cell.
 */
const invisible =
  "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFC";
/** Invisible characters that emoji and kanji variants (異体字) need: joiner, variation selectors, tags. For a class in a regular expression with the flag u. */
export const joiningLetters = "\\u180B-\\u180D\\u180F\\u200D\\uFE00-\\uFE0F\\u{E0000}-\\u{E0FFF}";
const anyInvisible = new RegExp(`[${invisible}]`);
const allInvisible = new RegExp(`[${invisible}]`, "g");
const unseen = new RegExp(`[\\s${invisible}${joiningLetters}]`, "gu");
const onlyUnseen = new RegExp(`^[\\s${invisible}${joiningLetters}]*$`, "u");
const leadingSpace = new RegExp(`^[\\s${invisible}]+`);
// A run in the middle of the text is looked at once, not from each of its characters.
const outerSpace = new RegExp(`^[\\s${invisible}]+|(?<![\\s${invisible}])[\\s${invisible}]+$`, "g");

/** True for a text of white space and invisible characters only: such a cell counts as empty. */
export function isBlankText(text: string): boolean {
  return mayBeUnseen(text.charCodeAt(0)) && text.length < 100 && onlyUnseen.test(text);
}

/** The text without white space and invisible characters. Most have none, and looking at each unit is much cheaper than the expression. */
export function withoutSpace(text: string): string {
  for (let index = 0; index < text.length; index++) if (mayBeUnseen(text.charCodeAt(index))) return text.replace(unseen, "");
  return text;
}

/** The text from its first character that is neither white space nor invisible. */
export function withoutLeadingSpace(text: string): string {
  return mayBeUnseen(text.charCodeAt(0)) ? text.replace(leadingSpace, "") : text;
}

/** Line breaks of other programs: of Word and PowerPoint, a new page, and that of mainframes. */
const otherBreaks = /[\u000B\u000C\u0085](?!\n)/g;

/** The text without white space around it and without invisible characters. A line break of another program becomes the usual one. */
export function tidy(text: string): string {
  return text.replace(outerSpace, "").replace(otherBreaks, "\n").replace(allInvisible, "");
}

/** True where `tidy` would change the text. */
export function isUntidy(text: string): boolean {
  return mayBeUnseen(text.charCodeAt(0)) || mayBeUnseen(text.charCodeAt(text.length - 1)) ? tidy(text) !== text : anyInvisible.test(text);
}

/** True for a unit that may be space or invisible, or begin an invisible character. Cheap, and misses none. */
function mayBeUnseen(code: number): boolean {
  return !(code > 0x20 && code < 0x7f) && (!(code > 0x3000 && code < 0xfe00) || code === 0x3164 || (code >= 0xdb40 && code <= 0xdb43));
}

/**
 * True for a text that is shown, kept and printed as it is: nothing but letters that are seen, and single spaces between them. Looking at each unit is much
 * cheaper than the expressions below; false says nothing.
 */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isSeen = (unit > 0x20 && unit < 0x7f) || (unit > 0x3000 && unit < 0xd800 && unit !== 0x3164) || (unit > 0xff00 && unit < 0xffa0);
    if (!isSeen && (unit !== 0x20 || at === 0 || at === text.length - 1 || text.charCodeAt(at - 1) === 0x20)) return false;
  }
  return true;
}

const named = new Map<string, string>([
  ["\n", "↵"],
  ["\t", "→"],
  ["\u3000", "□"],
  ["\u00A0", "⍽"],
]);
const emoji = "\\p{Extended_Pictographic}\\p{Emoji_Modifier}";
/**
 * One invisible character, except line breaks and tabs: one that steers a text or a terminal, or carries its own text. A
 * single selector after an emoji or an ideograph, and a joiner after an emoji, belong to a visible character.
 */
const hidden = [
  `[${invisible}\\u2028\\u2029\\uFFFE\\uFFFF\\p{Cs}\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E00FF}\\u{E01F0}-\\u{E0FFF}]`,
  `(?<![${emoji}\\p{Script=Han}])[\\uFE00-\\uFE0F]`,
  "(?<!\\p{Script=Han})[\\u{E0100}-\\u{E01EF}]",
  "(?<!\\p{Script=Mongolian})[\\u180B-\\u180D\\u180F]",
  `(?<![${emoji}\\uFE0F])\\u200D`,
].join("|");
const marked = new RegExp(`\\r\\n?|[\\n\\t\\u3000\\u00A0\\u2000-\\u200A\\u202F\\u205F]| {2,}|^ | $|${hidden}`, "gu");
const acting = new RegExp(`\\r\\n?|[\\n\\t]|${hidden}`, "gu");
const hiddenLetters = new RegExp(hidden, "gu");

/**
 * The content of a cell with invisible characters made visible: spaces at an end or in a row as ␣, a full-width one as □
 * where there are no boxes, a line break as ↵, others by number, such as [U+200B].
 */
export function showHidden(text: string): string {
  if (isPlain(text)) return text;
  // Between boxes to tick, □維持　□縮小, the sign would be one more box.
  const hasBoxes = text.includes("□");
  return text.replace(marked, (found) => (found.startsWith(" ") ? "␣".repeat(found.length) : hasBoxes && found === "\u3000" ? found : markOf(found)));
}

/** The text on one line, with the numbers of invisible characters in their place. For names and other texts of files within sentences. */
export function inert(text: string): string {
  return isPlain(text) ? text : text.replace(acting, markOf);
}

/** The same with its line breaks. For what is shown on a page. */
export function inertLines(text: string): string {
  return isPlain(text) ? text : text.replace(hiddenLetters, markOf);
}

/** JSON with invisible characters as escapes: it means the same, and cannot steer a terminal. */
export function inertJson(json: string): string {
  return json.replace(hiddenLetters, (found) => Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""));
}

function markOf(found: string): string {
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return found.startsWith("\r") ? "↵" : (named.get(found) ?? `[U+${code}]`);
}

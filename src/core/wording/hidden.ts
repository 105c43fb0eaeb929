/**
 * Characters that nobody sees: controls, zero-width and direction marks, soft hyphen.
 * Not among them: the joiner U+200D and variation selectors, which emoji and kanji variants (異体字) need.
 */
const invisible =
  "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF";
const anyInvisible = new RegExp(`[${invisible}]`);
const allInvisible = new RegExp(`[${invisible}]`, "g");
const invisibleOrSpace = new RegExp(`[\\s${invisible}]`, "g");
const onlyInvisibleOrSpace = new RegExp(`^[\\s${invisible}]*$`);
const leadingSpace = new RegExp(`^[\\s${invisible}]+`);
// A run that does not end the text is looked at once, not from each of its characters.
const outerSpace = new RegExp(`^[\\s${invisible}]+|(?<![\\s${invisible}])[\\s${invisible}]+$`, "g");

/** True for a text of white space and invisible characters alone: such a cell counts as empty. */
export function isBlankText(text: string): boolean {
  return mayBeOuterSpace(text.charCodeAt(0)) && text.length < 100 && onlyInvisibleOrSpace.test(text);
}

/** The text without white space and invisible characters. */
export function withoutSpace(text: string): string {
  return text.replace(invisibleOrSpace, "");
}

/** The text from its first character that is neither white space nor invisible. */
export function withoutLeadingSpace(text: string): string {
  return text.replace(leadingSpace, "");
}

/** The text without white space around it and without invisible characters. */
export function tidy(text: string): string {
  return text.replace(outerSpace, "").replace(allInvisible, "");
}

/** True where `tidy` would change the text. */
export function isUntidy(text: string): boolean {
  return mayBeOuterSpace(text.charCodeAt(0)) || mayBeOuterSpace(text.charCodeAt(text.length - 1)) ? tidy(text) !== text : anyInvisible.test(text);
}

/** Everything outside the letters that texts begin and end with: cheap, and never wrong about white space. */
function mayBeOuterSpace(code: number): boolean {
  return !(code > 0x20 && code < 0x7f) && !(code > 0x3000 && code < 0xfe00);
}

const named = new Map<string, string>([
  ["\n", "↵"],
  ["\t", "→"],
  ["\u3000", "□"],
  ["\u00A0", "⍽"],
]);
const marked = new RegExp(`\\r\\n?|[\\n\\t\\u3000\\u00A0\\u2000-\\u200A\\u202F\\u205F]|[${invisible}]| {2,}|^ | $`, "g");

/**
 * The text with what nobody sees made visible: spaces at an end or in a row as ␣, a full-width one as □,
 * a line break as ↵, everything else as its number, such as [U+200B].
 */
export function showHidden(text: string): string {
  return text.replace(marked, (found) => {
    if (found.startsWith(" ")) return "␣".repeat(found.length);
    if (found.startsWith("\r")) return "↵";
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return named.get(found) ?? `[U+${code}]`;
  });
}

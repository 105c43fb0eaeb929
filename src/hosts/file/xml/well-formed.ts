import { forbidden } from "./escape.ts";
import type { XmlNode } from "./places.ts";
import { hasSoundReferences } from "./text.ts";

const space = "[ \\t\\r\\n]";
const nameStart = ":A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f" +
  "\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\ud800-\\udb7f\\udc00-\\udfff";
const name = `[${nameStart}][${nameStart}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`;
const declaration = new RegExp(
  `\\ufeff?(?:<\\?xml${space}+version${space}*=${space}*(?:"1\\.[0-9]+"|'1\\.[0-9]+')` +
    `(?:${space}+encoding${space}*=${space}*(?:"[A-Za-z][\\w.\\-]*"|'[A-Za-z][\\w.\\-]*'))?` +
    `(?:${space}+standalone${space}*=${space}*(?:"(?:yes|no)"|'(?:yes|no)'))?${space}*\\?>)?`,
  "y",
);
const openName = new RegExp(`^${name}$`);
const attributeName = new RegExp(`^${space}+${name}${space}*=${space}*["']$`);
const openEnd = new RegExp(`^${space}*/?>$`);
const closeEnd = new RegExp(`^${space}*>$`);
const instruction = new RegExp(`<\\?(?!xml[ \\t\\r\\n?])${name}[ \\t\\r\\n?]`, "y");
const blank = new RegExp(`^${space}*$`);

/**
 * True for well-formed text (XML 1.0). It only checks what reading the elements does not: characters, names, references,
 * attributes, and everything between the elements. There is no DOCTYPE, so only predefined references exist.
 */
export function isWellFormed(text: string, root: XmlNode): boolean {
  if (text.search(forbidden) >= 0) return false;
  declaration.lastIndex = 0;
  const prolog = declaration.exec(text)?.[0].length ?? 0;
  return isBetween(text, prolog, root.start, false) && isElement(text, root) && isBetween(text, root.end, text.length, false);
}

function isElement(text: string, element: XmlNode): boolean {
  if (!isOpenTag(text, element)) return false;
  let at = element.openEnd;
  for (const child of element.children) {
    if (!isBetween(text, at, child.start, true) || !isElement(text, child)) return false;
    at = child.end;
  }
  if (element.closeStart === element.end) return true;
  return isBetween(text, at, element.closeStart, true) && closeEnd.test(text.slice(element.closeStart + 2 + element.tag.length, element.end));
}

function isOpenTag(text: string, { start, tag, places, openEnd: end }: XmlNode): boolean {
  let at = start + 1 + tag.length;
  for (const value of places) {
    const raw = text.slice(value.start, value.end);
    if (!attributeName.test(text.slice(at, value.start)) || raw.includes("<") || !hasSoundReferences(raw)) return false;
    at = value.end + 1;
  }
  return openName.test(tag) && openEnd.test(text.slice(at, end)) && new Set(places.map((each) => each.name)).size === places.length;
}

/**
 * True if a stretch between tags is sound: comments and processing instructions with white space between them; inside the
 * root also CDATA sections and any text.
 */
function isBetween(text: string, start: number, end: number, isInside: boolean): boolean {
  let at = start;
  while (at < end) {
    const markup = text.indexOf("<", at);
    const next = markup < 0 || markup > end ? end : markup;
    const piece = text.slice(at, next);
    if (isInside ? piece.includes("]]>") || !hasSoundReferences(piece) : !blank.test(piece)) return false;
    at = next === end ? end : markupEnd(text, next, isInside);
    if (at < 0) return false;
  }
  return true;
}

/** The end of a comment, processing instruction or CDATA section; -1 if it is not sound. The caller has found its end before. */
function markupEnd(text: string, start: number, isInside: boolean): number {
  if (text.startsWith("<!--", start)) {
    const end = text.indexOf("--", start + 4) + 2;
    return text[end] === ">" ? end + 1 : -1;
  }
  if (text.startsWith("<![CDATA[", start)) return isInside ? text.indexOf("]]>", start) + 3 : -1;
  instruction.lastIndex = start;
  return instruction.test(text) ? text.indexOf("?>", start) + 2 : -1;
}

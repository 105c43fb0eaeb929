import { forbidden } from "./escape.ts";
import { decodeUtf8 } from "./utf8.ts";

const predefined = new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);
const references = /&(#x[0-9a-fA-F]+|#[0-9]+|[a-z]{2,4});/g;

/** XML text from bytes, with references resolved and line ends as "\n" (XML 1.0, 2.11). */
export function xmlText(bytes: Uint8Array, start: number, end: number): string {
  return resolved(decodeUtf8(bytes, start, end));
}

/** Decoded text with references resolved and line ends as "\n". */
export function resolved(text: string): string {
  if (!text.includes("&") && !text.includes("\r")) return text;
  return text.replace(/\r\n?/g, "\n").replace(references, (reference, name: string) => characterOf(name) ?? reference);
}

/** True if every "&" starts a reference to a character that XML can contain. */
export function hasSoundReferences(text: string): boolean {
  if (!text.includes("&")) return true;
  const isSound = (character: string | undefined) => character !== undefined && character.search(forbidden) < 0 && !/\p{Cs}/u.test(character);
  return !text.replace(references, (reference, name: string) => (isSound(characterOf(name)) ? "" : reference)).includes("&");
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return predefined.get(name);
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x10_ffff ? undefined : String.fromCodePoint(code);
}

/** Text of CDATA, which has no references. */
export function cdataText(bytes: Uint8Array, start: number, end: number): string {
  return decodeUtf8(bytes, start, end).replace(/\r\n?/g, "\n");
}

/** Resolves escapes such as _x000D_, which represent characters that XML cannot contain (ECMA-376 22.9.2.19). */
export function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Removes white space at the edges, as Excel does without xml:space="preserve". Full-width spaces stay. */
export function withoutEdgeSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isXmlSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

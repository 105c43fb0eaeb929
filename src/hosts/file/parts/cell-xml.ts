import { escapeText } from "../xml/escape.ts";

/**
 * A text as the content of <t>. Characters that XML cannot contain, also half a surrogate pair, are written as _xHHHH_, and text
 * that looks like that gets its underscore escaped (ECMA-376 22.9.2.19).
 */
export function stringText(text: string): string {
  return special.test(text) ? escaped(text) : text;
}

/** Letters that may not stand as they are; nearly no text has one. */
const special = /[&<>_\ud800-\udfff\u0000-\u0008\u000b-\u001f\ufffe\uffff]/;

function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // The characters that XML 1.0 forbids, and the carriage return, which it changes.
    .replace(/[\p{Cs}\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** The parts of a cell to write. */
export interface CellContent {
  /** Its address. */
  readonly at: string;
  /** Index of its cell format; 0 is omitted. */
  readonly style: number;
  /** null and "" leave it empty. */
  readonly value: string | number | boolean | null;
  /** Without "="; `value` is its result. */
  readonly formula?: string | undefined;
  /** The content of its inline string, for a text with runs or furigana. */
  readonly rich?: string | undefined;
}

/** A cell's element, without prefix. A text is an inline string, which no program takes for a formula. */
export function cellXml({ at, style, value, formula, rich }: CellContent): string {
  const place = `<c r="${at}"${style === 0 ? "" : ` s="${style}"`}`;
  if (formula !== undefined) return formulaXml(place, value, formula);
  if (value === null || value === "") return `${place}/>`;
  if (typeof value === "string") return `${place} t="inlineStr"><is>${rich ?? `<t xml:space="preserve">${stringText(value)}</t>`}</is></c>`;
  if (typeof value === "boolean") return `${place} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${place}><v>${value}</v></c>`;
}

function formulaXml(place: string, value: CellContent["value"], formula: string): string {
  const written = `<f>${escapeText(formula)}</f>`;
  if (value === null) return `${place}>${written}</c>`;
  if (typeof value === "string") return `${place} t="str">${written}<v>${stringText(value)}</v></c>`;
  return typeof value === "boolean" ? `${place} t="b">${written}<v>${value ? 1 : 0}</v></c>` : `${place}>${written}<v>${value}</v></c>`;
}

/** Writes our elements, which have no prefix, with one. Their text has no "<" of its own. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])(?![A-Za-z]+:)/g, `<$1${prefix}`);
}

/** Characters that XML cannot hold, not even by their number. */
export const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Characters XML cannot hold are left out, lone surrogates replaced. */
function withoutForbidden(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd").replace(forbidden, "");
}

/** Text for between tags. */
export function escapeText(text: string): string {
  return withoutForbidden(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}

/** Text for between double quotes. Line ends and tabs would become spaces (XML 1.0, 3.3.3). */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

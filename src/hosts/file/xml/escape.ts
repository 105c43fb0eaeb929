/** Adds a prefix to our elements, which have none. Their text contains no "<". */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])(?![^\s/>:]+:)/g, `<$1${prefix}`);
}

/** Characters that XML cannot contain, not even as references. */
export const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Removes characters that XML cannot contain and replaces lone surrogates. */
function withoutForbidden(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd").replace(forbidden, "");
}

/** Escapes text between tags. */
export function escapeText(text: string): string {
  return withoutForbidden(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}

/** Escapes text between double quotes. Line ends and tabs would become spaces (XML 1.0, 3.3.3). */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

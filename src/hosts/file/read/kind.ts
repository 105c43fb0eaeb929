import { Refusal } from "../../../core/model/refusal.ts";
import { hasAscii } from "../zip/bytes.ts";
import { unmarkedUtf16 } from "../xml/utf8.ts";

/** The kind of a file according to its first bytes. */
type Kind = "zip" | "encrypted" | "empty" | "xls" | "pdf" | "html" | "xml" | "csv" | "unknown";

const firstBytes = 1024;

/** Detects the kind of a file by its content, not by its name. */
export function fileKindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return "empty";
  if (hasAscii(bytes, 0, "PK\u0003\u0004") || hasAscii(bytes, 0, "PK\u0005\u0006")) return "zip";
  // Compound File Binary, [MS-CFB] 2.2; its directory names are UTF-16.
  if (hasAscii(bytes, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return compoundKind(bytes);
  if (hasAscii(bytes, 0, "%PDF-")) return "pdf";
  // A bare BIFF stream of Excel 2 to 5: its BOF record.
  if (bytes[0] === 0x09 && (bytes[2] === 0x04 || bytes[2] === 0x06 || bytes[2] === 0x08) && bytes[3] === 0) return "xls";
  return textKind(bytes.subarray(0, firstBytes));
}

/** @throws {Refusal} not-xlsx or encrypted, for every kind that cannot hold an .xlsx workbook */
export function refuseOther(kind: Kind): void {
  if (kind === "encrypted") throw new Refusal("encrypted", "EncryptedPackage");
  if (kind !== "zip") throw new Refusal("not-xlsx", kind);
}

function compoundKind(bytes: Uint8Array): Kind {
  if (includesWide(bytes, "EncryptedPackage")) return "encrypted";
  return includesWide(bytes, "Workbook") || includesWide(bytes, "Book") ? "xls" : "unknown";
}

function includesWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].join("\u0000");
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (hasAscii(bytes, at, wide)) return true;
  return false;
}

function textKind(start: Uint8Array): Kind {
  const isWide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (isWide) return "csv";
  if (start.includes(0)) return unmarkedUtf16(start) === undefined ? "unknown" : "csv";
  const text = new TextDecoder().decode(start).trimStart().toLowerCase();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<(?:!doctype html|html|head|body|table|meta|style|div)\b/.test(text)) return "html";
  return text.startsWith("<?xml") ? "xml" : "csv";
}

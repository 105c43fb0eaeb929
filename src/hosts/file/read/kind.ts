import { Refusal } from "../../../core/model/refusal.ts";
import { hasAscii } from "../zip/bytes.ts";
import { strayZero, unmarkedUtf16 } from "../xml/utf8.ts";

/** The kind of a file according to its first bytes. */
type Kind = "zip" | "encrypted" | "empty" | "xls" | "pdf" | "html" | "mht" | "mail" | "xml" | "csv" | "docx" | "pptx" | "picture" | "archive" | "unknown";

const firstBytes = 1024;

/** White space and the byte order mark of UTF-8. */
const blankBytes: readonly number[] = [0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf];

/** What files of a kind begin with. */
const signatures: readonly (readonly [start: string, kind: Kind])[] = [
  ["PK\u0003\u0004", "zip"], ["PK\u0005\u0006", "zip"], ["%PDF-", "pdf"], ["{\\rtf", "docx"],
  ["\u0089PNG", "picture"], ["\u00ff\u00d8\u00ff", "picture"], ["GIF8", "picture"], ["II*\u0000", "picture"], ["MM\u0000*", "picture"],
  ["7z\u00bc\u00af", "archive"], ["Rar!\u001a", "archive"], ["\u001f\u008b", "archive"],
];

/** Streams by which a compound file is known. One of the first kinds may carry others of the rest. */
const streams: readonly (readonly [stream: string, kind: Kind])[] = [
  ["__substg1.0_", "mail"], ["EncryptedPackage", "encrypted"], ["Workbook", "xls"], ["Book", "xls"], ["WordDocument", "docx"], ["PowerPoint Document", "pptx"],
];

/** Detects the kind of a file by its content, not by its name. */
export function fileKindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return "empty";
  // Compound File Binary, [MS-CFB] 2.2; its directory names are UTF-16.
  if (hasAscii(bytes, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return streams.find(([stream]) => includesWide(bytes, stream))?.[1] ?? "unknown";
  // A web server that sends a line end or a byte order mark first damages a file, but makes no other kind of it.
  const first = bytes.subarray(0, firstBytes).findIndex((byte) => !blankBytes.includes(byte));
  const signed = signatures.find(([start]) => hasAscii(bytes, Math.max(0, first), start))?.[1];
  if (signed !== undefined) return signed;
  if (hasAscii(bytes, 2, "-lh") && bytes[6] === 0x2d) return "archive";
  // A bare BIFF stream of Excel 2 to 5: its BOF record.
  if (bytes[0] === 0x09 && (bytes[2] === 0x04 || bytes[2] === 0x06 || bytes[2] === 0x08) && bytes[3] === 0) return "xls";
  return textKind(bytes.subarray(0, firstBytes));
}

/** @throws {Refusal} not-xlsx or encrypted, for every kind that cannot hold an .xlsx workbook */
export function refuseOther(kind: Kind): void {
  if (kind === "encrypted") throw new Refusal("encrypted", "EncryptedPackage");
  if (kind !== "zip") throw new Refusal("not-xlsx", kind);
}

function includesWide(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].join("\u0000");
  const [first, second, third] = [0, 1, 2].map((at) => text.charCodeAt(at));
  // A file may hold nothing but first letters, and asking for all of them takes a hundred times as long.
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === first && bytes[at + 2] === second && bytes[at + 4] === third && hasAscii(bytes, at, wide)) return true;
  return false;
}

function textKind(start: Uint8Array): Kind {
  const isWide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (isWide) return "csv";
  const strange = start.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b)).length;
  if (start.includes(0) && strange * strayZero > start.length) return unmarkedUtf16(start) === undefined ? "unknown" : "csv";
  const text = new TextDecoder().decode(start).trimStart().toLowerCase();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?<(?:!doctype html|html|head|body|table|meta|style|div)\b/.test(text)) return "html";
  if (/^[a-z-]+:/.test(text) && /^mime-version:/m.test(text)) return /^(?:to|received|return-path|delivered-to):/m.test(text) ? "mail" : "mht";
  return text.startsWith("<?xml") ? "xml" : "csv";
}

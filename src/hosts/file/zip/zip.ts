import { Refusal } from "../../../core/model/refusal.ts";
import { limits, refuseAbove } from "./limits.ts";

/** One entry of a zip file, from its central directory. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the file. */
  readonly packed: number;
  /** Bytes after inflating, as declared. */
  readonly size: number;
  /** Offset of the entry's own header. */
  readonly offset: number;
  /** Start and end of the entry's directory record. */
  readonly record: { readonly start: number; readonly end: number };
}

const directoryName = "zip directory";
const endSize = 22;
const longestComment = 0xffff;
const inZip64 = 0xffff_ffff;

/**
 * The entries of a zip file, in the order of its central directory. Layout: APPNOTE.TXT 4.3
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). @throws {Refusal} damaged, or too-large if the entries
 * declare more than the limits
 */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, offset } = findDirectory(view);
    refuseAbove(count, limits.entries, "zip entries");
    return readEntries(view, bytes, count, offset);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal("damaged", directoryName);
    throw error;
  }
}

/** The entry's bytes as stored in the file. @throws {Refusal} damaged */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw new Refusal("damaged", entry.name);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw new Refusal("damaged", entry.name);
  return bytes.subarray(start, start + entry.packed);
}

/** The comment on the whole file, behind its end record. */
export function fileComment(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = findEnd(view) + endSize;
  return bytes.subarray(start, start + view.getUint16(start - 2, true));
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Refusal("damaged", directoryName);
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const at = findEnd(view);
  const count = view.getUint16(at + 10, true);
  const offset = view.getUint32(at + 16, true);
  return count === 0xffff || offset === inZip64 ? findZip64Directory(view, at) : { count, offset };
}

function findZip64Directory(view: DataView, end: number): { count: number; offset: number } {
  const locator = end - 20;
  if (view.getUint32(locator, true) !== 0x07064b50) throw new Refusal("damaged", directoryName);
  const at = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(at, true) !== 0x06064b50) throw new Refusal("damaged", directoryName);
  return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) };
}

function readEntries(view: DataView, bytes: Uint8Array, count: number, offset: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Refusal("damaged", directoryName);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    entries.push(withZip64(view, nameEnd, extraEnd, {
      name: nameOf(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      record: { start: at, end: extraEnd + view.getUint16(at + 32, true) },
    }));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Windows writes names in the encoding of its language, in which two that differ must not look alike. */
function nameOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}

/** Extra field 1 holds, as 64-bit numbers, exactly the sizes that are all ones in the header (APPNOTE.TXT 4.5.3). */
function withZip64(view: DataView, extra: number, end: number, entry: ZipEntry): ZipEntry {
  if (entry.size !== inZip64 && entry.packed !== inZip64 && entry.offset !== inZip64) return entry;
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const wide = (value: number): number => {
      if (value !== inZip64) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    return { ...entry, size: wide(entry.size), packed: wide(entry.packed), offset: wide(entry.offset) };
  }
  return entry;
}

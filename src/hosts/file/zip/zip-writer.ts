import { addAll } from "../../../core/model/many.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { byteLength, concatenated } from "./bytes.ts";
import { packedBytes, type ZipEntry } from "./zip.ts";
import type { Deflate } from "./deflate.ts";

/** The old and new contents of a saved zip file. */
export interface ZipPlan {
  readonly source: Uint8Array;
  /** The comment on the whole file. */
  readonly comment?: Uint8Array;
  /** Entries of the source that stay, in the order of its directory, with their new content if they have any. */
  readonly kept: readonly { readonly entry: ZipEntry; readonly content: readonly Uint8Array[] | undefined }[];
  /** New entries, in order. */
  readonly added: readonly { readonly name: string; readonly content: readonly Uint8Array[] }[];
}

const localSize = 30;
const recordSize = 46;
const endSize = 22;
/** 1 January 1980, the first day in zip files, so that the same change always gives the same bytes. */
const firstDay = 0x21;

/** An entry for the file: its header and data, and its directory record, which still lacks the offset. */
interface Piece {
  readonly order: number;
  readonly local: readonly Uint8Array[];
  readonly record: Uint8Array;
}

/**
 * Writes a zip file. Entries without new content are copied byte for byte: header, compressed data, descriptor, record.
 * Layout: APPNOTE.TXT 4.3 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). @throws {Refusal} damaged
 */
export async function writeZip(plan: ZipPlan, deflate: Deflate): Promise<Uint8Array> {
  const pieces: Piece[] = [];
  for (const { entry, content } of plan.kept) {
    pieces.push(content === undefined ? copied(plan.source, entry) : await rewritten(plan.source, entry, content, deflate));
  }
  for (const [index, { name, content }] of plan.added.entries()) {
    pieces.push(await packed(Number.MAX_SAFE_INTEGER - plan.added.length + index, newRecord(name), content, deflate));
  }
  return joined(pieces, plan.comment ?? new Uint8Array());
}

function joined(pieces: readonly Piece[], comment: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let offset = 0;
  // The data keep their order, which may differ from the directory's.
  for (const { local, record } of [...pieces].sort((one, other) => one.order - other.order)) {
    setOffset(record, offset);
    for (const part of local) offset += part.length;
    addAll(parts, local);
  }
  const start = offset;
  for (const { record } of pieces) offset += record.length;
  return concatenated([...parts, ...pieces.map(({ record }) => record), endRecord(pieces.length, start, offset - start, comment.length), comment]);
}

function copied(source: Uint8Array, entry: ZipEntry): Piece {
  const data = packedBytes(source, entry);
  const view = viewOf(source);
  const start = data.byteOffset - source.byteOffset;
  const end = start + data.length + descriptorSize(view, entry, start);
  if (end > source.length) throw new Refusal("damaged", entry.name);
  return { order: entry.offset, local: [source.subarray(entry.offset, end)], record: source.slice(entry.record.start, entry.record.end) };
}

/** Size of the data descriptor after the data: with or without signature, with wide sizes in zip64 (APPNOTE.TXT 4.3.9). */
function descriptorSize(view: DataView, entry: ZipEntry, start: number): number {
  if ((view.getUint16(entry.offset + 6, true) & 8) === 0) return 0;
  const nameEnd = entry.offset + localSize + view.getUint16(entry.offset + 26, true);
  let isWide = false;
  for (let at = nameEnd; at + 4 <= start; at += 4 + view.getUint16(at + 2, true)) isWide ||= view.getUint16(at, true) === 1;
  const end = start + entry.packed;
  const hasSignature = end + 4 <= view.byteLength && view.getUint32(end, true) === 0x0807_4b50;
  return (hasSignature ? 4 : 0) + (isWide ? 20 : 12);
}

function rewritten(source: Uint8Array, entry: ZipEntry, content: readonly Uint8Array[], deflate: Deflate): Promise<Piece> {
  const old = source.subarray(entry.record.start, entry.record.end);
  const record = old.slice(0, recordSize + viewOf(old).getUint16(28, true));
  const view = viewOf(record);
  // Extra fields and comment are dropped, since they may describe the old content.
  view.setUint16(30, 0, true);
  view.setUint16(32, 0, true);
  return packed(entry.offset, record, content, deflate);
}

function newRecord(name: string): Uint8Array {
  const bytes = new TextEncoder().encode(name);
  const record = new Uint8Array(recordSize + bytes.length);
  const view = viewOf(record);
  view.setUint32(0, 0x0201_4b50, true);
  view.setUint16(4, 20, true);
  view.setUint16(8, 0x800, true);
  view.setUint16(14, firstDay, true);
  view.setUint16(28, bytes.length, true);
  if (bytes.length > name.length) {
    // Info-ZIP's unzip converts names of DOS, marked as UTF-8 or not: such a file is said to be of Unix, with its permissions.
    view.setUint8(5, 3);
    view.setUint16(40, 0o100_644, true);
  }
  record.set(bytes, recordSize);
  return record;
}

/** Compresses the content and completes its directory record. */
async function packed(order: number, record: Uint8Array, content: readonly Uint8Array[], deflate: Deflate): Promise<Piece> {
  const { bytes, crc } = await deflate(content);
  const view = viewOf(record);
  view.setUint16(6, 20, true);
  // Only the flag "the name is UTF-8" still applies: sizes are in the header, and nothing is encrypted.
  view.setUint16(8, view.getUint16(8, true) & 0x800, true);
  view.setUint16(10, 8, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, bytes.length, true);
  view.setUint32(24, byteLength(content), true);
  return { order, local: [localHeader(record), bytes], record };
}

/** The header before the data repeats most of the record. */
function localHeader(record: Uint8Array): Uint8Array {
  const header = new Uint8Array(localSize + record.length - recordSize);
  viewOf(header).setUint32(0, 0x0403_4b50, true);
  header.set(record.subarray(6, 28), 4);
  header.set(record.subarray(28, 30), 26);
  header.set(record.subarray(recordSize), localSize);
  return header;
}

/** Sets the offset of the entry; with a zip64 field it is stored there (APPNOTE.TXT 4.5.3). */
function setOffset(record: Uint8Array, offset: number): void {
  const view = viewOf(record);
  const isWide = (at: number) => view.getUint32(at, true) === 0xffff_ffff;
  if (!isWide(42)) {
    view.setUint32(42, offset, true);
    return;
  }
  const extra = recordSize + view.getUint16(28, true);
  for (let at = extra; at + 4 <= extra + view.getUint16(30, true); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) view.setBigUint64(at + 4 + (isWide(24) ? 8 : 0) + (isWide(20) ? 8 : 0), BigInt(offset), true);
  }
}

function endRecord(count: number, start: number, size: number, comment: number): Uint8Array {
  const end = new Uint8Array(endSize);
  const view = viewOf(end);
  view.setUint32(0, 0x0605_4b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  view.setUint16(20, comment, true);
  return end;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

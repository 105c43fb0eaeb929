/** Tables for eight bytes at a time, since parts of 20 MB are summed while someone waits. */
const tables = Array.from({ length: 8 }, () => new Int32Array(256));

for (let index = 0; index < 256; index++) {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  set(0, index, value);
}
for (let table = 1; table < 8; table++) {
  for (let index = 0; index < 256; index++) {
    const before = get(table - 1, index);
    set(table, index, (before >>> 8) ^ get(0, before & 0xff));
  }
}

function get(table: number, index: number): number {
  return tables[table]?.[index] ?? 0;
}

function set(table: number, index: number, value: number): void {
  const row = tables[table];
  if (row !== undefined) row[index] = value;
}

/** The CRC-32 of zip files, unsigned (APPNOTE.TXT 4.4.7). `before` is the CRC of the preceding bytes. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0 = empty, t1 = empty, t2 = empty, t3 = empty, t4 = empty, t5 = empty, t6 = empty, t7 = empty] = tables;
  let crc = ~before;
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    const low = crc ^ ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24));
    crc =
      (t7[low & 0xff] ?? 0) ^ (t6[(low >>> 8) & 0xff] ?? 0) ^ (t5[(low >>> 16) & 0xff] ?? 0) ^ (t4[low >>> 24] ?? 0) ^
      (t3[bytes[at + 4] ?? 0] ?? 0) ^ (t2[bytes[at + 5] ?? 0] ?? 0) ^ (t1[bytes[at + 6] ?? 0] ?? 0) ^ (t0[bytes[at + 7] ?? 0] ?? 0);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}

const empty = new Int32Array(0);

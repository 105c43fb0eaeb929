/**
 * Inflates raw deflate data piece by piece; the caller may stop at any piece. `size` is the declared number of inflated
 * bytes, `isKept` tells that the caller keeps all of them, so that one piece would be best: both only hints. Damaged data throws any error.
 */
export type Inflate = (packed: Uint8Array, size: number, isKept?: boolean) => AsyncIterable<Uint8Array>;

/** Deflate makes at most about 1,000 bytes of one, so a slice never exceeds 16 MB. */
const sliceBytes = 16 * 1024;

/** Inflates with the browser's DecompressionStream, or with fflate if there is none. */
export const inflateInBrowser: Inflate = (packed) => {
  const native = nativeStream();
  return native === undefined ? inflateWithFflate(packed, 0) : inflateNatively(native, packed);
};

/** Inflates with fflate. */
export const inflateWithFflate: Inflate = async function* (packed) {
  // It is rarely needed, and filling its tables takes as long as checking a small sheet.
  const fflate = await import("fflate");
  let pieces: Uint8Array[] = [];
  const inflater = new fflate.Inflate((piece) => pieces.push(piece));
  let start = 0;
  do {
    const end = Math.min(start + sliceBytes, packed.length);
    inflater.push(packed.subarray(start, end), end === packed.length);
    for (const piece of pieces) if (piece.length > 0) yield piece;
    pieces = [];
    start = end;
  } while (start < packed.length);
};

/** Browsers before Chrome 103 have DecompressionStream but not raw deflate, and throw at once. */
function nativeStream(): DecompressionStream | undefined {
  if (typeof DecompressionStream === "undefined") return undefined;
  try {
    return new DecompressionStream("deflate-raw");
  } catch {
    return undefined;
  }
}

async function* inflateNatively(stream: DecompressionStream, packed: Uint8Array): AsyncGenerator<Uint8Array> {
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const written = writeSlices(writer, packed);
  // Damaged data also fails the reader, which reports it. This avoids an unhandled rejection.
  written.catch(() => undefined);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    await written;
  } finally {
    await reader.cancel().catch(() => undefined);
    await writer.abort().catch(() => undefined);
  }
}

async function writeSlices(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array): Promise<void> {
  for (let start = 0; start < packed.length; start += sliceBytes) {
    await writer.ready;
    await writer.write(packed.slice(start, start + sliceBytes));
  }
  await writer.close();
}

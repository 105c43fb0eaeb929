/**
 * Inflates raw deflate data piece by piece; whoever takes the pieces may stop at any one.
 * `size` is the declared number of inflated bytes, a hint only. Damaged data throws any error.
 */
export type Inflate = (packed: Uint8Array, size: number) => AsyncIterable<Uint8Array>;

/** Deflate makes at most about 1,000 bytes of one, so that a slice never becomes more than 16 MB. */
const sliceBytes = 16 * 1024;

/** Inflates with the browser's own DecompressionStream, with fflate where there is none. */
export const inflateInBrowser: Inflate = (packed) => {
  const native = nativeStream();
  return native === undefined ? inflateWithFflate(packed, 0) : inflateNatively(native, packed);
};

/** Inflates with fflate alone. */
export const inflateWithFflate: Inflate = async function* (packed) {
  // Hardly anything needs it, and its tables take as long to fill as a small sheet to check.
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

/** Browsers before Chrome 103 know DecompressionStream but not raw deflate; they throw at once. */
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
  // Damaged data fails the reader too, where it is reported; without this it would also be an unhandled rejection.
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

import type { TransformOptions } from "node:stream";
import type { ZlibOptions } from "node:zlib";
import type { Inflate } from "./zip/inflate.ts";

/** Below this size, one call is faster than a stream. */
const atOnce = 512 * 1024;
const pieceBytes = 128 * 1024;
/** zlib takes no smaller ones. */
const leastChunk = 64;
/** zlib's thread works a few pieces ahead while the last one is scanned. */
const streamed: ZlibOptions & TransformOptions = { chunkSize: pieceBytes, readableHighWaterMark: 4 * pieceBytes };

/** Inflates with zlib, all but small parts in its own thread. Only the terminal imports this. */
export const inflateInNode: Inflate = async function* (packed, size, isKept = false) {
  // A text file does not need it, and loading it takes about as long as checking a small file.
  const { createInflateRaw, inflateRawSync } = process.getBuiltinModule("node:zlib");
  if (size <= atOnce || isKept) {
    const { buffer, byteOffset, length } = inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: Math.max(leastChunk, size + 1) });
    // Searching in a Buffer is slow.
    yield new Uint8Array(buffer, byteOffset, length);
    return;
  }
  const stream = createInflateRaw(streamed);
  stream.end(packed);
  for await (const piece of stream) {
    const bytes: unknown = piece;
    if (bytes instanceof Uint8Array) yield bytes;
  }
};

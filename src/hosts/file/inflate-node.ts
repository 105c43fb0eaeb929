import type { TransformOptions } from "node:stream";
import { createInflateRaw, inflateRawSync, type ZlibOptions } from "node:zlib";
import type { Inflate } from "./zip/inflate.ts";

/** Below this size one call is faster than a stream. */
const atOnce = 512 * 1024;
const pieceBytes = 128 * 1024;
/** zlib's thread works ahead by a few pieces while the last one is scanned. */
const streamed: ZlibOptions & TransformOptions = { chunkSize: pieceBytes, readableHighWaterMark: 4 * pieceBytes };

/** Inflates with zlib, in its own thread for anything but small parts. Only the terminal's entry imports this. */
export const inflateInNode: Inflate = async function* (packed, size) {
  if (size <= atOnce) {
    yield inflateRawSync(packed, { maxOutputLength: size + 1 });
    return;
  }
  const stream = createInflateRaw(streamed);
  stream.end(packed);
  for await (const piece of stream) {
    const bytes: unknown = piece;
    if (bytes instanceof Uint8Array) yield bytes;
  }
};

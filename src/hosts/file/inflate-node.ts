import type { TransformOptions } from "node:stream";
import type { ZlibOptions } from "node:zlib";
import type { Inflate } from "./zip/inflate.ts";

/** Below this size one call is faster than a stream. */
const atOnce = 512 * 1024;
const pieceBytes = 128 * 1024;
/** zlib's thread works ahead by a few pieces while the last one is scanned. */
const streamed: ZlibOptions & TransformOptions = { chunkSize: pieceBytes, readableHighWaterMark: 4 * pieceBytes };

/** Inflates with zlib, in its own thread for anything but small parts. Only the terminal's entry imports this. */
export const inflateInNode: Inflate = async function* (packed, size) {
  // A text file needs none of it, and a small one is checked in little more time than this takes to load.
  const { createInflateRaw, inflateRawSync } = await import("node:zlib");
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

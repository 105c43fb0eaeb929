import { createDeflateRaw } from "node:zlib";
import { concatenated } from "./zip/bytes.ts";
import type { Deflate } from "./zip/deflate.ts";

/** Few large pieces come out faster than many small ones. */
const pieceBytes = 256 * 1024;

/** Deflates with zlib in its own thread, as fast as it can. Only the terminal's entry imports this. */
export const deflateInNode: Deflate = async (pieces) => {
  const stream = createDeflateRaw({ level: 1, chunkSize: pieceBytes });
  for (const piece of pieces) stream.write(piece);
  stream.end();
  const packed: Uint8Array[] = [];
  for await (const piece of stream) {
    const bytes: unknown = piece;
    if (bytes instanceof Uint8Array) packed.push(bytes);
  }
  return concatenated(packed);
};

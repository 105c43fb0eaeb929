import { createGzip, gzipSync } from "node:zlib";
import { concatenated } from "./zip/bytes.ts";
import { withoutFrame, type Deflate } from "./zip/deflate.ts";

/** A few large pieces are faster than many small ones. */
const pieceBytes = 256 * 1024;

/** Deflates with zlib at the fastest level. Only the terminal imports this. */
export const deflateInNode: Deflate = async (pieces) => {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return withoutFrame(gzipSync(only, { level: 1, chunkSize: pieceBytes }));
  const stream = createGzip({ level: 1, chunkSize: pieceBytes });
  for (const piece of pieces) stream.write(piece);
  stream.end();
  const packed: Uint8Array[] = [];
  for await (const piece of stream) {
    const bytes: unknown = piece;
    if (bytes instanceof Uint8Array) packed.push(bytes);
  }
  return withoutFrame(concatenated(packed));
};

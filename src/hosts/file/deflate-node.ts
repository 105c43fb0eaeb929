import { gzipSync } from "node:zlib";
import { concatenated } from "./zip/bytes.ts";
import { withoutFrame, type Deflate } from "./zip/deflate.ts";

/** Bytes of the first piece of an answer, at least: few large pieces are faster than many small ones. */
const pieceBytes = 64 * 1024;

/** Deflates with zlib at the fastest level, in one call: nothing else is to be done meanwhile. Only the terminal imports this. */
export const deflateInNode: Deflate = (pieces) => {
  const bytes = concatenated(pieces);
  return Promise.resolve(withoutFrame(gzipSync(bytes, { level: 1, chunkSize: Math.max(pieceBytes, bytes.length >> 3) })));
};

import { concatenated } from "./bytes.ts";

/** Deflated data without a header, and the CRC-32 of what it was made of. */
export interface Deflated {
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** Deflates the bytes of several pieces as one. */
export type Deflate = (pieces: readonly Uint8Array[]) => Promise<Deflated>;

/** Deflates with the browser's CompressionStream, or with fflate if there is none. */
export const deflateInBrowser: Deflate = async (pieces) => {
  if (typeof CompressionStream === "undefined") return deflateWithFflate(pieces);
  const body = new Blob(pieces.map((piece) => piece.slice())).stream().pipeThrough(new CompressionStream("gzip"));
  return withoutFrame(new Uint8Array(await new Response(body).arrayBuffer()));
};

/** Deflates with fflate at the fastest level. */
export const deflateWithFflate: Deflate = async (pieces) => {
  const { gzip } = await import("fflate");
  return new Promise((resolve, reject) => gzip(concatenated(pieces), { level: 1 }, (error, packed) => (error === null ? resolve(withoutFrame(packed)) : reject(error))));
};

/**
 * What stands in a gzip file without names: ten bytes before the data, CRC-32 and size behind (RFC 1952 2.3). Every platform makes one, and sums
 * it up faster than we could.
 */
export function withoutFrame(gzip: Uint8Array): Deflated {
  return { bytes: gzip.subarray(10, -8), crc: new DataView(gzip.buffer, gzip.byteOffset).getUint32(gzip.length - 8, true) };
}

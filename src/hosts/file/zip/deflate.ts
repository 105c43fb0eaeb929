import { concatenated } from "./bytes.ts";

/** Deflates the bytes of several pieces as one, without a header. */
export type Deflate = (pieces: readonly Uint8Array[]) => Promise<Uint8Array>;

/** Deflates with the browser's CompressionStream, or with fflate if there is none. */
export const deflateInBrowser: Deflate = (pieces) => {
  const native = nativeStream();
  return native === undefined ? deflateWithFflate(pieces) : deflateNatively(native, pieces);
};

/** Deflates with fflate at the fastest level. */
export const deflateWithFflate: Deflate = async (pieces) => {
  const { deflate } = await import("fflate");
  return new Promise((resolve, reject) => deflate(concatenated(pieces), { level: 1 }, (error, packed) => (error === null ? resolve(packed) : reject(error))));
};

/** Browsers before Chrome 103 have CompressionStream but not raw deflate, and throw at once. */
function nativeStream(): CompressionStream | undefined {
  if (typeof CompressionStream === "undefined") return undefined;
  try {
    return new CompressionStream("deflate-raw");
  } catch {
    return undefined;
  }
}

async function deflateNatively(stream: CompressionStream, pieces: readonly Uint8Array[]): Promise<Uint8Array> {
  const body = new Blob(pieces.map((piece) => piece.slice())).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(body).arrayBuffer());
}

import { strToU8, unzipSync, zipSync } from "fflate";

/** A zip file in which one part has another text. */
export function withPart(bytes: Uint8Array, name: string, text: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: strToU8(text) });
}

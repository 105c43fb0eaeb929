import { strToU8, unzipSync, zipSync } from "fflate";

/** A zip file with the text of one part replaced. */
export function withPart(bytes: Uint8Array, name: string, text: string): Uint8Array {
  return zipSync({ ...unzipSync(bytes), [name]: strToU8(text) });
}

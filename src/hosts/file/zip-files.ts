import { deflateInBrowser, type Deflate } from "./zip/deflate.ts";
import { writeZip } from "./zip/zip-writer.ts";

/** One zip file of whole files; their names may have folders, and no two are equal. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], deflate: Deflate = deflateInBrowser): Promise<Uint8Array> {
  return writeZip({ source: new Uint8Array(), kept: [], added: files.map(({ name, bytes }) => ({ name, content: [bytes] })) }, deflate);
}

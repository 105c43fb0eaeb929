import { filePath } from "../../core/wording/file-name.ts";
import { deflateInBrowser, type Deflate } from "./zip/deflate.ts";
import { writeZip } from "./zip/zip-writer.ts";

/** One zip file of whole files, their names, with or without folders, as every system takes them: Windows unpacks neither CON.xlsx nor both a.xlsx and A.xlsx. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], deflate: Deflate = deflateInBrowser): Promise<Uint8Array> {
  const taken = new Set<string>();
  return writeZip({ source: new Uint8Array(), kept: [], added: files.map(({ name, bytes }) => ({ name: filePath(name, "_", taken), content: [bytes] })) }, deflate);
}

import { createReadStream, readFileSync, statSync } from "node:fs";
import { Refusal } from "../core/model/refusal.ts";
import { limits } from "../hosts/file/open.ts";
import { tuneFor } from "./compiler.ts";
import { realPath } from "./real-path.ts";

/** The bytes of a file or a pipe. @throws {Refusal} unreadable, its detail being the system's reason; too-large before more is read */
export async function readBytes(path: string): Promise<Uint8Array> {
  const real = realPath(path);
  if (real === undefined) throw new Refusal("unreadable", "EILSEQ");
  try {
    const found = statSync(real);
    if (found.isFile() || found.isDirectory()) {
      refuseLarge(found.size);
      tuneFor(found.size);
      return readFileSync(real);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    // A pipe or a device tells no size, and may never end.
    for await (const chunk of createReadStream(real)) {
      if (!(chunk instanceof Uint8Array)) continue;
      refuseLarge((size += chunk.length));
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("unreadable", error instanceof Error && "code" in error ? String(error.code) : String(error));
  }
}

function refuseLarge(bytes: number): void {
  if (bytes > limits.fileBytes) throw new Refusal("too-large", `${Math.ceil(bytes / 1_048_576)} MB`);
}

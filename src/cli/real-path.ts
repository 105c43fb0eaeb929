import { existsSync, readdirSync } from "node:fs";
import { isAbsolute } from "node:path";

/** Stands in a name for bytes that are no UTF-8: an old system may have written the name in another encoding. */
const lost = "\uFFFD";

/**
 * The path by which the system finds what the path names. Names that are not UTF-8 reach us with their bytes lost, and are looked up in their folders.
 * Undefined where several names look alike.
 */
export function realPath(path: string): string | Buffer | undefined {
  if (!path.includes(lost) || process.platform === "win32" || existsSync(path)) return path;
  let found = Buffer.from(isAbsolute(path) ? "/" : ".");
  for (const name of path.split("/").filter((part) => part !== "" && part !== ".")) {
    const fitting = name.includes(lost) ? namesIn(found).filter((one) => one.toString() === name) : [Buffer.from(name)];
    const [only] = fitting;
    if (fitting.length > 1) return undefined;
    if (only === undefined) return path;
    found = Buffer.concat([found, Buffer.from("/"), only]);
  }
  return found;
}

/** None if the folder cannot be read. */
function namesIn(folder: Buffer): readonly Buffer[] {
  try {
    return readdirSync(folder, { encoding: "buffer" });
  } catch {
    return [];
  }
}

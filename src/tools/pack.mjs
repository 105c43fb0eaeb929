import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { zipSync } from "fflate";
import { cacheEnding } from "./code-cache.mjs";

/** Dates in a zip have no time zone, and are read in this computer's. */
const noDate = new Date(1980, 0, 1);

/**
 * Packs dist/ and LICENSE of a folder into a zip, below `top`, without what fits one version of Node.js alone. The same files give the same
 * bytes, whatever their dates.
 * @throws where dist/ has no licences of its packages
 */
export function pack(root, top) {
  const built = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith(cacheEnding));
  const paths = ["LICENSE", ...built.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))].sort();
  if (!paths.includes("dist/THIRD-PARTY.txt")) throw new Error("dist/THIRD-PARTY.txt is missing: what is handed on must carry the licences of what it is made of.");
  const files = paths.map((path) => [`${top}/${path}`, readFileSync(join(root, path))]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: noDate });
}

/** A line for `sha256sum --check`. */
export function checksum(name, bytes) {
  return `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`;
}

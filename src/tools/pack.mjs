import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { zipSync } from "fflate";

/** What a zip has of dates is without a zone, and read in the zone of this computer. */
const noDate = new Date(1980, 0, 1);

/**
 * Packs dist/ and LICENSE of a folder into a zip, all under `top`: the same bytes for the same files, whatever their dates.
 * @throws where dist/ has no licences of what it is made of
 */
export function pack(root, top) {
  const built = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = ["LICENSE", ...built.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))].sort();
  if (!paths.includes("dist/THIRD-PARTY.txt")) throw new Error("dist/THIRD-PARTY.txt is missing: what is handed on must carry the licences of what it is made of.");
  const files = paths.map((path) => [`${top}/${path}`, readFileSync(join(root, path))]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: noDate });
}

/** A line as `sha256sum --check` reads it. */
export function checksum(name, bytes) {
  return `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`;
}

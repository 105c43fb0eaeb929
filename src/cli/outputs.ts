import { existsSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Refusal } from "../core/model/refusal.ts";
import { saveFile } from "../hosts/file/save-node.ts";
import { statOf } from "./sources.ts";

/** The files that a command writes: never one that it reads, and none twice. */
export class Outputs {
  readonly #written = new Set<string>();

  private constructor(
    private readonly sources: ReadonlySet<string>,
    private readonly force: boolean,
  ) {}

  /** @param force replaces existing files */
  static async beside(sources: readonly string[], force: boolean): Promise<Outputs> {
    return new Outputs(new Set((await Promise.all(sources.map(keysOf))).flat()), force);
  }

  /** @throws {Refusal} output-is-source, even with `force`; output-exists, without `force` or if it was just written; not-saved for a folder */
  async refuseTaken(path: string): Promise<void> {
    if (statOf(path)?.isDirectory()) throw new Refusal("not-saved", "EISDIR");
    const keys = await keysOf(path);
    if (keys.some((key) => this.sources.has(key))) throw new Refusal("output-is-source", path);
    const isThere = keys.length > 1;
    if (isThere && (!this.force || keys.some((key) => this.#written.has(key)))) throw new Refusal("output-exists", path);
  }

  /** Saves completely or not at all, and makes a missing folder. @throws {Refusal} output-is-source, output-exists, not-saved */
  async save(path: string, bytes: Uint8Array): Promise<void> {
    await this.refuseTaken(path);
    await makeFolder(dirname(path));
    await saveFile(path, bytes, { force: this.force });
    for (const key of await keysOf(path)) this.#written.add(key);
  }
}

/** The path of a file and, if it exists, its identity in the system, since a link or another case of letters is the same file. */
async function keysOf(path: string): Promise<readonly string[]> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found === undefined ? [resolve(path)] : [resolve(path), `${found.dev}:${found.ino}`];
}

/** Makes the folder and its parents one by one, since the system's own way never ends where nothing can be made, such as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let next = resolve(folder); !existsSync(next); next = dirname(next)) missing.push(next);
  try {
    for (const path of missing.reverse()) await mkdir(path).catch(unlessThere);
  } catch (error) {
    throw new Refusal("not-saved", error instanceof Error && "code" in error ? String(error.code) : String(error));
  }
}

/** Another program may just have made the folder. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

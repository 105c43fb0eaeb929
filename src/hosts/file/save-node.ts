import { randomUUID } from "node:crypto";
import { link, open, readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { Refusal } from "../../core/model/refusal.ts";

export interface SaveOptions {
  /** Replaces an existing file. */
  readonly force?: boolean;
}

/**
 * Saves a file completely or not at all: it is written under another name in the same folder, and only renamed after it is
 * on disk. No existing file is opened for writing. @throws {Refusal} output-exists, without `force`; not-saved, its detail
 * being the system's reason. Nothing is left behind then
 */
export async function saveFile(path: string, bytes: Uint8Array, { force = false }: SaveOptions = {}): Promise<void> {
  // A short name, since the path may be as long as the system allows.
  const temporary = join(dirname(path), `.tenken-${machine}-${process.pid}-${randomUUID().slice(0, 8)}`);
  try {
    await removeLeftovers(dirname(path));
    await write(temporary, bytes);
    if (force) await rename(temporary, path);
    else await takeFreeName(temporary, path);
  } catch (error) {
    throw refusalOf(path, error);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Tells this machine's files in a shared folder from those of others, whose processes nobody here knows. */
const machine = hostname().replace(/[^A-Za-z0-9]/g, "").slice(0, 12) || "here";

/** Removes what runs of this machine left behind that were killed while they wrote. Whatever fails is left for a later run. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const left = names.filter((name) => {
    const [, of, id] = /^\.tenken-([A-Za-z0-9]+)-([0-9]+)-[0-9a-f]{8}$/.exec(name) ?? [];
    return of === machine && !isRunning(Number(id));
  });
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)));
}

/** True where the system knows the process, also where it is somebody else's. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A link fails if the name is taken, even by a file that has just appeared; a rename would replace that. */
async function takeFreeName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!cannotLink.has(codeOf(error))) throw error;
    // Shares and USB sticks may not support links. The name is then reserved by an empty file of ours, which the rename
    // replaces.
    await (await open(path, "wx")).close();
    await rename(temporary, path).catch(async (failure: unknown) => {
      await rm(path, { force: true });
      throw failure;
    });
  }
}

const cannotLink: ReadonlySet<string> = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "EINVAL", "EISDIR"]);

function refusalOf(path: string, error: unknown): Refusal {
  return codeOf(error) === "EEXIST" ? new Refusal("output-exists", path) : new Refusal("not-saved", codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

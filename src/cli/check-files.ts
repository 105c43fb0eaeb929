import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Form } from "../core/form/schema.ts";
import { inspect, type Inspection } from "../core/inspect.ts";
import { Refusal } from "../core/refusal.ts";
import { inflateInNode } from "../hosts/file/inflate-node.ts";
import { limits } from "../hosts/file/limits.ts";
import { openFile } from "../hosts/file/open.ts";

/** A file's result: its evaluation sheets, or why it could not be checked. */
export interface CheckedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly inspections: readonly Inspection[];
  readonly refusal: Refusal | null;
  readonly macros: boolean;
}

/** Checks the files one after the other; one that cannot be read does not stop the rest. */
export async function checkFiles(paths: readonly string[], form: Form, onFile: (done: number) => void): Promise<readonly CheckedFile[]> {
  const files: CheckedFile[] = [];
  for (const path of paths) {
    onFile(files.length);
    files.push(await checkFile(path, form));
  }
  onFile(files.length);
  return files;
}

async function checkFile(path: string, form: Form): Promise<CheckedFile> {
  try {
    const book = await openFile(basename(path), await readBytes(path), { inflate: inflateInNode });
    const inspections: Inspection[] = [];
    for (const sheet of await book.sheets()) {
      const inspection = inspect(await book.read(sheet.id), form);
      if (inspection) inspections.push(inspection);
    }
    const refusal = inspections.length === 0 ? new Refusal("table-missing") : null;
    return { path, inspections, refusal, macros: book.notes.includes("macros") };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { path, inspections: [], refusal: error, macros: false };
  }
}

/** @throws {Refusal} unreadable, its detail the system's reason; too-large before anything is read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > limits.fileBytes) throw new Refusal("too-large", `${Math.ceil(size / 1_048_576)} MB`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("unreadable", error instanceof Error && "code" in error ? String(error.code) : String(error));
  }
}

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { afterAll } from "vitest";

/** A folder that is deleted after the tests of a file. */
export class WorkFolder {
  readonly root = mkdtempSync(join(tmpdir(), "tenken-cli-"));

  constructor() {
    afterAll(() => rmSync(this.root, { recursive: true, force: true }));
  }

  path(...names: readonly string[]): string {
    return join(this.root, ...names);
  }

  /** Writes a file there. @returns its path */
  put(name: string, content: string | Uint8Array): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  folder(name: string, mode = 0o755): string {
    mkdirSync(this.path(name), { recursive: true });
    chmodSync(this.path(name), mode);
    return this.path(name);
  }

  /** Names in a folder, including hidden ones; none if it does not exist. */
  list(name: string): readonly string[] {
    return statSync(this.path(name), { throwIfNoEntry: false }) ? readdirSync(this.path(name)).sort() : [];
  }
}

/** The state of a source that must not change. */
export function stateOf(path: string): readonly [bytes: string, changed: number] {
  return [readFileSync(path).toString("base64"), statSync(path).mtimeMs];
}

/** A workbook of one sheet; "" leaves a cell empty. @param arrays areas of array formulas with a text as result @param others names of empty sheets behind it */
export function bookWith(rows: readonly (readonly string[])[], name = "総括表", arrays: Readonly<Record<string, string>> = {}, ...others: readonly string[]): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === "" ? null : cell))));
  for (const [area, text] of Object.entries(arrays)) sheet[area.split(":")[0] ?? area] = { t: "s", v: text, f: `"${text}"`, F: area };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  for (const other of others) utils.book_append_sheet(book, utils.aoa_to_sheet([]), other);
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new Error("no bytes");
  return bytes;
}

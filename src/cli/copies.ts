import { basename, join, resolve } from "node:path";
import { refusalIn } from "../core/model/internal.ts";
import type { Inspection } from "../core/inspect.ts";
import { withEnding } from "../core/wording/file-name.ts";
import { distinctNames } from "../core/wording/distinct-names.ts";
import { inflateInNode } from "../hosts/file/inflate-node.ts";
import { openText, type FileWorkbook } from "../hosts/file/open.ts";
import { deflateInNode } from "../hosts/file/deflate-node.ts";
import { openEditable, type EditableFile } from "../hosts/file/open-editable.ts";
import { checkBook, unchecked, type CheckedBy, type CheckedFile } from "./check-files.ts";
import type { CommonOptions } from "./options.ts";
import { Outputs } from "./outputs.ts";
import { readBytes } from "./read-bytes.ts";
import { statOf } from "./sources.ts";
import { inert } from "./terminal-text.ts";
import { cliTexts } from "./texts.ts";
import { noFolder, notAFolder, UsageError } from "./usage.ts";

/** A checked source and the state of its copy. The refusal tells why it could not be read, changed or saved. */
export interface CopiedFile extends CheckedFile {
  /** Where the copy was written; undefined if none was. */
  readonly copy: string | undefined;
}

/** The source of a copy: a workbook, or a text file. */
export type CopySource = FileWorkbook & Pick<EditableFile, "apply" | "save" | "ending">;

/** Changes the opened workbook. @returns false if there is nothing to change, so that no copy is written */
export type CopyChange = (book: CopySource, inspections: readonly Inspection[]) => Promise<boolean>;

/** Makes changed copies of files in a folder, under the same names, with the ending of their kind. Files of the same name keep the folders that tell them apart. */
export class Copies {
  private constructor(
    private readonly folder: string,
    private readonly names: ReadonlyMap<string, string>,
    private readonly outputs: Outputs,
  ) {}

  /** @throws {UsageError} if no folder or a file is named */
  static async into(folder: string | undefined, { files, language }: CommonOptions, force: boolean): Promise<Copies> {
    if (folder === undefined || folder === "") throw new UsageError(noFolder);
    if (statOf(folder)?.isFile()) throw new UsageError(notAFolder(folder));
    const paths = [...new Set(files.map((path) => resolve(path)))];
    const names = distinctNames(paths);
    const apart = names.filter((name) => name.includes("/"));
    if (apart.length > 0) process.stderr.write(`${cliTexts[language].toldApart(apart.map(inert))}\n`);
    return new Copies(folder, new Map(paths.map((path, index) => [path, names[index] ?? basename(path)])), await Outputs.beside(files, force));
  }

  /** @throws {Refusal} damaged; output-exists, output-is-source, not-saved */
  async save(source: string, book: CopySource): Promise<string> {
    const path = join(this.folder, withEnding(this.names.get(resolve(source)) ?? basename(source), await book.ending()));
    await this.outputs.save(path, await book.save());
    return path;
  }
}

/** Checks a workbook and writes a changed copy; changes nothing without `copies`. A failure becomes part of the result. */
export async function copyFile(path: string, by: CheckedBy, copies: Copies | undefined, change: CopyChange): Promise<CopiedFile> {
  let source: CheckedFile = { path, ...unchecked, refusal: null, macros: false };
  try {
    const bytes = await readBytes(path);
    const book = openText(basename(path), bytes) ?? (await openEditable(bytes, { inflate: inflateInNode, deflate: deflateInNode }));
    source = { ...source, ...(await checkBook(book, by)), macros: book.notes.includes("macros") };
    const isChanged = copies !== undefined && (await change(book, source.inspections));
    return { ...source, copy: isChanged ? await copies.save(path, book) : undefined };
  } catch (error) {
    return { ...source, refusal: refusalIn(error), copy: undefined };
  }
}

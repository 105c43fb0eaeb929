import { addAll } from "../../core/model/many.ts";
import { isSideFile } from "../../hosts/file/side-file.ts";

export interface PickedFile {
  readonly name: string;
  /** The name after its folders, where the browser tells them. */
  readonly path?: string;
  readonly content: Blob;
}

/** Extensions that are searched in a folder; a single file is taken whatever its name. */
const readable = /\.(?:xlsx|xlsm|csv|tsv)$/i;

/** Files from the browser. Their content is read in the worker. */
export function pickedFiles(files: Iterable<File> | null | undefined): readonly PickedFile[] {
  return [...(files ?? [])].map((file) => ({ name: file.name, path: file.webkitRelativePath || file.name, content: file }));
}

/** The sheets in a folder that the user chooses, and in its folders; none where the browser offers no folders or the user chooses none. */
export function pickFolder(): Promise<readonly PickedFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.webkitdirectory = true;
    input.addEventListener("change", () => resolve(pickedFiles([...(input.files ?? [])].filter(({ name }) => readable.test(name) && !isSideFile(name)))), { once: true });
    input.addEventListener("cancel", () => resolve([]), { once: true });
    input.click();
  });
}

/** Dropped files, and those in dropped folders. A folder without files, or one that cannot be read, is passed on itself: opening it gives the reason. */
export async function droppedFiles(items: Iterable<DataTransferItem> | null | undefined): Promise<readonly PickedFile[]> {
  // All are requested before the first await, after which the browser forgets them.
  const dropped = [...(items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = dropped.map(async ({ entry, file }) => {
    const inside = entry && isFolder(entry) ? await filesIn(entry).catch(() => []) : [];
    return inside.length > 0 ? inside : pickedFiles(file ? [file] : []);
  });
  return (await Promise.all(found)).flat();
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly PickedFile[]> {
  const entries = await entriesOf(folder);
  const found = entries.map(async (entry): Promise<readonly PickedFile[]> => {
    if (isFolder(entry)) return filesIn(entry);
    if (!isFile(entry) || !readable.test(entry.name) || isSideFile(entry.name)) return [];
    const content = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.name, path: entry.fullPath, content }];
  });
  return (await Promise.all(found)).flat();
}

/** The browser returns a hundred at a time, and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    addAll(all, some);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

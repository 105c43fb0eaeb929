import { addAll } from "../../core/model/many.ts";
import { isSheetName, isSideFile } from "../../hosts/file/sheet-files.ts";

export interface PickedFile {
  readonly name: string;
  /** The name after its folders, where the browser tells them. */
  readonly path?: string;
  readonly content: Blob;
  /** True for a folder in which no sheets were found: it stands for itself, so that the user is told. */
  readonly isFolder?: true;
}

/** Files from the browser. Their content is read in the worker. */
export function pickedFiles(files: Iterable<File> | null | undefined): readonly PickedFile[] {
  return [...(files ?? [])].map((file) => ({ name: file.name, path: file.webkitRelativePath || file.name, content: file }));
}

/** The sheets in a folder that the user chooses, and in its folders, else the folder itself; none where the browser offers no folders or the user chooses none. */
export function pickFolder(): Promise<readonly PickedFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.webkitdirectory = true;
    input.addEventListener("change", () => resolve(filesOfFolder([...(input.files ?? [])])), { once: true });
    input.addEventListener("cancel", () => resolve([]), { once: true });
    input.click();
  });
}

/** Of the files in a chosen folder those that may hold sheets, else the folder itself. */
export function filesOfFolder(files: readonly File[]): readonly PickedFile[] {
  const pathOf = ({ name, path = name }: PickedFile) => path;
  const searched = pickedFiles(files).filter((file) => isSearched(file.name) && !pathOf(file).split("/").slice(0, -1).some(isHidden));
  const found = searched.sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  const [folder = ""] = files[0]?.webkitRelativePath.split("/") ?? [];
  return found.length > 0 || folder === "" ? found : [emptyFolder(folder)];
}

/** Dropped files, and those in dropped folders. A folder without sheets, or one that cannot be read, is passed on itself: opening it gives the reason. */
export async function droppedFiles(items: Iterable<DataTransferItem> | null | undefined): Promise<readonly PickedFile[]> {
  // All are requested before the first await, after which the browser forgets them.
  const dropped = [...(items ?? [])].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = dropped.map(async ({ entry, file }) => {
    const inside = entry && isFolder(entry) ? await filesIn(entry).catch(() => undefined) : undefined;
    if (!inside) return pickedFiles(file ? [file] : []);
    return inside.length > 0 ? inside : [emptyFolder(entry?.name ?? "")];
  });
  return (await Promise.all(found)).flat();
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly PickedFile[]> {
  const entries = await entriesOf(folder);
  const found = entries.map(async (entry): Promise<readonly PickedFile[]> => {
    if (isFolder(entry)) return isHidden(entry.name) ? [] : filesIn(entry);
    if (!isFile(entry) || !isSearched(entry.name)) return [];
    const content = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.name, path: entry.fullPath, content }];
  });
  return (await Promise.all(found)).flat();
}

function emptyFolder(name: string): PickedFile {
  return { name, content: new Blob(), isFolder: true };
}

function isSearched(name: string): boolean {
  return isSheetName(name) && !isSideFile(name);
}

/** True for a folder that programs keep for themselves. */
function isHidden(folder: string): boolean {
  return folder.startsWith(".");
}

/** By name: a disk keeps its own order. The browser returns a hundred at a time, and an empty list at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.sort((one, other) => (one.name < other.name ? -1 : 1));
    addAll(all, some);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

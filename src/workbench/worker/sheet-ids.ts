/** What stands before the ids of a file's sheets: no two open files have a sheet of the same id. */
export function sheetPrefix(file: string): string {
  return `${file}/`;
}

/** The file that holds a sheet, by the sheet's id; a file's own id is that file. */
export function fileOf(id: string): string {
  const [file = ""] = id.split("/", 1);
  return file;
}

/** Prefix of the ids of a file's sheets, so that ids are unique over all open files. */
export function sheetPrefix(file: string): string {
  return `${file}/`;
}

/** The id of a sheet within its file: the same each time that the same content is opened. */
export function withinFile(id: string): string {
  return id.slice(sheetPrefix(fileOf(id)).length);
}

/** The file of a sheet id; a file's own id gives that file. */
export function fileOf(id: string): string {
  const [file = ""] = id.split("/", 1);
  return file;
}

/** The names that a folder is searched for. A file that is no workbook after all is told when it is opened. */
const sheetName = /\.(?:xls|xlsx|xlsm|xlsb|csv|tsv|txt)$/i;

/** True for a file that may hold sheets by its name; also one of an old format, so that whoever sent it is told. */
export function isSheetName(name: string): boolean {
  return sheetName.test(name);
}

/** True for a file without sheets that a program keeps beside another: Excel's ~$…, LibreOffice's .~lock…#, macOS's ._… */
export function isSideFile(name: string): boolean {
  return name.startsWith("~$") || name.startsWith("._") || /^\.~lock\..*#$/.test(name);
}

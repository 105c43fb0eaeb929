import { sheetEndings, unreadEndings } from "../../core/wording/endings.ts";

/** True for a file that a folder is searched for. One that is no workbook after all is told when it is opened. */
export function isSheetName(name: string): boolean {
  return [...sheetEndings, ...unreadEndings].some((ending) => name.toLowerCase().endsWith(ending));
}

/** True for a file without sheets that a program keeps beside another: Excel's ~$…, LibreOffice's .~lock…#, macOS's ._… */
export function isSideFile(name: string): boolean {
  return name.startsWith("~$") || name.startsWith("._") || /^\.~lock\..*#$/.test(name);
}

/** True for the name of a file that a program keeps beside another, without a sheet in it: Excel's ~$…, LibreOffice's .~lock…#, the Mac's ._… */
export function isSideFile(name: string): boolean {
  return name.startsWith("~$") || name.startsWith("._") || /^\.~lock\..*#$/.test(name);
}

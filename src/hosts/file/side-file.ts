/** True for a file without sheets that a program keeps beside another: Excel's ~$…, LibreOffice's .~lock…#, macOS's ._… */
export function isSideFile(name: string): boolean {
  return name.startsWith("~$") || name.startsWith("._") || /^\.~lock\..*#$/.test(name);
}

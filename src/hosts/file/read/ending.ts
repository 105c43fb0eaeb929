import { partKey, type PartSource } from "../zip/package.ts";
import { readTree } from "../xml/tree.ts";

/** The endings by the content type of the workbook part (ECMA-376 part 1, 15.2.2.1; [MS-OFFMACRO2] 2.2). */
const endings: ReadonlyMap<string, string> = new Map([
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsx"],
  ["application/vnd.ms-excel.sheet.macroenabled.main+xml", "xlsm"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "xltx"],
  ["application/vnd.ms-excel.template.macroenabled.main+xml", "xltm"],
  ["application/vnd.ms-excel.addin.macroenabled.main+xml", "xlam"],
]);

/** The ending that the name of a workbook must have, or Excel does not open it; undefined where the package does not say it. @throws {Refusal} damaged, too-large */
export async function endingOf(pack: PartSource, workbook: string): Promise<string | undefined> {
  const types = pack.find("[Content_Types].xml");
  if (types === undefined) return undefined;
  const { children } = await readTree(types, pack.stream(types));
  const own = children.find(({ attributes }) => partKey((attributes.get("PartName") ?? "").replace(/^\//, "")) === partKey(workbook));
  const type = own ?? children.find(({ name, attributes }) => name === "Default" && workbook.toLowerCase().endsWith(`.${(attributes.get("Extension") ?? "").toLowerCase()}`));
  return endings.get(type?.attributes.get("ContentType")?.toLowerCase() ?? "");
}

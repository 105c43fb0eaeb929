/**
 * A number for a local XML name, so that names are compared without making strings. A test makes sure that all names in use
 * have different numbers.
 */
export function nameCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index++) code = (Math.imul(code, 31) + name.charCodeAt(index)) | 0;
  return code;
}

/** The names that the readers of sheets and shared strings know (ECMA-376 18.3.1 and 18.4). */
export const nameCodes = {
  sheetData: nameCode("sheetData"),
  row: nameCode("row"),
  c: nameCode("c"),
  v: nameCode("v"),
  f: nameCode("f"),
  is: nameCode("is"),
  si: nameCode("si"),
  t: nameCode("t"),
  rPh: nameCode("rPh"),
  rPr: nameCode("rPr"),
  strike: nameCode("strike"),
  val: nameCode("val"),
  r: nameCode("r"),
  s: nameCode("s"),
  vm: nameCode("vm"),
  hidden: nameCode("hidden"),
  space: nameCode("space"),
  mergeCell: nameCode("mergeCell"),
  ref: nameCode("ref"),
  dataValidation: nameCode("dataValidation"),
  ext: nameCode("ext"),
  formula1: nameCode("formula1"),
  sqref: nameCode("sqref"),
  type: nameCode("type"),
  errorStyle: nameCode("errorStyle"),
  showErrorMessage: nameCode("showErrorMessage"),
  ht: nameCode("ht"),
  customFormat: nameCode("customFormat"),
  sheetFormatPr: nameCode("sheetFormatPr"),
  baseColWidth: nameCode("baseColWidth"),
  defaultColWidth: nameCode("defaultColWidth"),
  defaultRowHeight: nameCode("defaultRowHeight"),
  col: nameCode("col"),
  min: nameCode("min"),
  max: nameCode("max"),
  width: nameCode("width"),
  style: nameCode("style"),
  customSheetView: nameCode("customSheetView"),
  pane: nameCode("pane"),
  state: nameCode("state"),
  xSplit: nameCode("xSplit"),
  ySplit: nameCode("ySplit"),
} as const;

import type { XmlPart } from "../xml/part.ts";

/** The namespaces of one of the two kinds of OOXML files (ECMA-376 part 1 strict, part 4 transitional). */
export interface Dialect {
  readonly main: string;
  /** For relationship types, and for attributes that name a relationship. */
  readonly relationships: string;
  readonly drawing: string;
  readonly shapes: string;
  readonly chart: string;
}

const old = "http://schemas.openxmlformats.org";
const transitional: Dialect = {
  main: `${old}/spreadsheetml/2006/main`,
  relationships: `${old}/officeDocument/2006/relationships`,
  drawing: `${old}/drawingml/2006/spreadsheetDrawing`,
  shapes: `${old}/drawingml/2006/main`,
  chart: `${old}/drawingml/2006/chart`,
};

const purl = "http://purl.oclc.org/ooxml";
const strict: Dialect = {
  main: `${purl}/spreadsheetml/main`,
  relationships: `${purl}/officeDocument/relationships`,
  drawing: `${purl}/drawingml/spreadsheetDrawing`,
  shapes: `${purl}/drawingml/main`,
  chart: `${purl}/drawingml/chart`,
};

/** The dialect of a workbook by the namespace of its main part. */
export function dialectOf(workbook: XmlPart): Dialect {
  return workbook.namespace(workbook.prefix) === strict.main ? strict : transitional;
}

import { cleanRows } from "../../core/sheet.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { sheet, workbook, type Parts } from "./make.ts";

/** A file that asks for more work than any evaluation, and the refusal by the reader of its first sheet or the writer of its marks. */
export interface Hostile {
  readonly kind: string;
  readonly by: "reading" | "marking";
  readonly reason: string;
  readonly bytes: () => Uint8Array;
}

const part = "xl/worksheets/sheet1.xml";
const one = '<sheet name="評価" sheetId="7" r:id="r1"/>';

export const repeated = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join("");

/** The workbook part with these sheets, followed by `behind`. */
export const book = (sheets = one, behind = "") => ({ "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets>${sheets}</sheets>${behind}</workbook>` });

/** A sheet with an evaluation, and markup before and after its rows. */
export function evaluation(before = "", behind = ""): Parts {
  const cell = (text: string, row: number, column: number) => (text === "" ? "" : `<c r="${a1({ row, column })}" t="str"><v>${text}</v></c>`);
  const rows = cleanRows.map((texts, row) => `<row r="${row + 1}">${texts.map((text, column) => cell(text, row, column)).join("")}</row>`);
  return { [part]: sheet(rows.join(""), before, behind) };
}

/** Text that compresses well, but by less than the limit of the ratio. */
export function letters(count: number): string {
  return repeated(Math.ceil(count / 60), (index) => "abcdefghijklmnopqrstuvwxyz".repeat(2) + index.toString(36).padStart(8, "z")).slice(0, count);
}

const reading = (kind: string, reason: string, parts: () => Parts): Hostile => ({ kind, by: "reading", reason, bytes: () => workbook(parts()) });
const marking = (kind: string, reason: string, parts: () => Parts): Hostile => ({ kind, by: "marking", reason, bytes: () => workbook({ ...evaluation(), ...parts() }) });

const attributes = repeated(300_000, (index) => ` a${index}=""`);
const styles = (inside: string) => ({ "xl/styles.xml": `<styleSheet>${inside}</styleSheet>` });

export const hostile: readonly Hostile[] = [
  reading("sheets", "sheets > 2,000", () => book(repeated(100_000, (index) => `<sheet name="S${index}" sheetId="1" r:id="r1"/>`))),
  reading("a long sheet name", "letters of a sheet's name > 1,000", () => book(`<sheet name="${letters(3_000_000)}" sheetId="7" r:id="r1"/>`)),
  reading("a very long sheet name", "xl/workbook.xml: letters > 33,554,432", () => book(`<sheet name="${letters(40_000_000)}" sheetId="7" r:id="r1"/>`)),
  reading("attributes in a small part", "xl/workbook.xml: attributes of one element > 1,000", () => book(one, `<ext${attributes}/>`)),
  reading("attributes in a sheet", `${part}: attributes of one element > 1,000`, () => ({ [part]: sheet(`<row r="1"${attributes}/>`) })),
  reading("relations", "xl/_rels/workbook.xml.rels: relations > 100,000", () => ({ "xl/_rels/workbook.xml.rels": `<Relationships>${repeated(100_001, (index) => `<Relationship Id="x${index}" Type="t/x" Target="y${index}"/>`)}</Relationships>` })),
  reading("cell formats", "xl/styles.xml: elements and attributes > 1,200,000", () => styles(`<cellXfs>${repeated(260_000, (index) => `<xf numFmtId="${index}" fontId="0" fillId="0" borderId="0"/>`)}</cellXfs>`)),
  reading("number formats", "xl/styles.xml: elements and attributes > 1,200,000", () => styles(`<numFmts>${repeated(400_100, (index) => `<numFmt numFmtId="${index}" formatCode="0.0 ${index}"/>`)}</numFmts>`)),
  reading("defined names", "defined names > 100,000", () => book(one, `<definedNames>${repeated(100_001, (index) => `<definedName name="n${index}">A${index}</definedName>`)}</definedNames>`)),
  marking("conditional formats", `${part}: elements and attributes > 1,200,000`, () =>
    evaluation("", repeated(201_000, (index) => `<conditionalFormatting sqref="A${index}"><cfRule type="expression" priority="${index}"><formula>A${index}=1</formula></cfRule></conditionalFormatting>`))),
];

import { book, evaluation, hostile, letters, repeated, type Hostile } from "../hosts/file/hostile.ts";
import { relations, sheet, workbook, type Parts } from "../hosts/file/make.ts";
import { cleanRows } from "../core/sheet.ts";
import { a1, columnLetters } from "../../src/core/model/address.ts";

/** A file of a hostile kind; it is read unless it is marked. */
type HostileFile = Pick<Hostile, "kind" | "by" | "bytes">;

const reading = (kind: string, parts: () => Parts): HostileFile => ({ kind, by: "reading", bytes: () => workbook({ ...evaluation(), ...parts() }) });
const named = (names: string) => book(undefined, `<definedNames>${names}</definedNames>`);
const sheets = (count: number, id: (index: number) => number) => book(repeated(count, (index) => `<sheet name="S${index}" sheetId="${id(index)}" r:id="r1"/>`));

/** The header of a real sheet with its first row, and rows of nothing but numbers below. */
function numbers(count: number): Parts {
  const cell = (text: string, row: number, column: number) => (text === "" ? "" : `<c r="${a1({ row, column })}" t="str"><v>${text}</v></c>`);
  const texts = cleanRows.slice(0, 4).map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join("")}</row>`);
  const columns = Array.from({ length: 12 }, (_, column) => columnLetters(column));
  const rows = repeated(count, (index) => `<row r="${index + 5}">${columns.map((letter, column) => `<c r="${letter}${index + 5}"><v>${((index + 5) * 7 + column) % 97}</v></c>`).join("")}</row>`);
  return { "xl/worksheets/sheet1.xml": sheet(texts.join("") + rows) };
}

/** First letters of what an old workbook is known by, behind the signature of compound files (MS-CFB 2.2). */
function compoundFile(bytes: number): Uint8Array {
  const file = new Uint8Array(bytes).fill(0x57);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return file;
}

/** All kinds: those that a limit refuses, and sound ones that ask for much. */
export const hostileFiles: readonly HostileFile[] = [
  ...hostile,
  reading("a thousand sheets of one part", () => sheets(1000, (index) => index + 1)),
  reading("two thousand sheets of one id", () => sheets(2000, () => 1)),
  reading("70 comments of 3.9 MB", () => evaluation(repeated(70, () => `<!--${letters(3_900_000)}-->`))),
  reading("a cell of 100 MB", () => ({ "xl/worksheets/sheet1.xml": sheet(`<row r="1"><c r="A1" t="str"><v>${letters(100_000_000)}</v></c></row>`) })),
  reading("50,000 signs of ours in names", () => named(repeated(50_000, (index) => `<definedName name="_tenken_totals_${index + 2}">評価!$A$1</definedName>`))),
  reading("names of 125,000 letters", () => named(repeated(100, (index) => `<definedName name="n${index}${letters(125_000)}">評価!$A$1</definedName>`))),
  reading("500,000 fonts", () => ({ "xl/styles.xml": `<styleSheet><fonts>${repeated(500_000, (index) => `<font><b/><sz val="${index}"/></font>`)}</fonts></styleSheet>` })),
  reading("300,000 lists of cells", () => evaluation("", `<dataValidations>${repeated(300_000, (index) => `<dataValidation type="list" sqref="A${index + 1}"><formula1>"a,b"</formula1></dataValidation>`)}</dataValidations>`)),
  reading("relations of a sheet", () => ({ "xl/worksheets/_rels/sheet1.xml.rels": relations(...Array.from({ length: 99_000 }, (_, index) => [`r${index}`, "hyperlink", `#評価!A${index}`] as const)) })),
  reading("4.8 million numbers", () => numbers(400_000)),
  { kind: "50 MB of an unknown compound file", by: "reading", bytes: () => compoundFile(50_000_000) },
];

import { expect, it } from "vitest";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { readSharedStrings } from "../../../src/hosts/file/read/shared-strings.ts";
import type { SheetHandler } from "../../../src/hosts/file/read/sheet-handler.ts";
import { GridCollector, readSheet } from "../../../src/hosts/file/read/sheet-reader.ts";

/*
 * Cells and texts in the usual writing are read by their bytes, all others as elements. With a prefix on each name nothing
 * is in the usual writing, so both ways must tell the same of the same part.
 */

const utf8 = new TextEncoder();

/** The bytes in pieces of a length, the last shorter. */
async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/g, "<$1x:");

async function outcome<Result>(work: () => Promise<Result>): Promise<Result | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.detail}`;
    throw error;
  }
}

const texts = { texts: ["順調", "", "A<B"], styled: new Set([0]), struck: new Set<number>() };

type Told = readonly [row: number, column: number, value: CellValue, style: number, isStyled: boolean];

/** What a handler is told of the rows, and of the refusal, in the usual writing and in general. */
async function cellsOf(rows: string, piece = 1 << 20) {
  const told = async (part: string) => {
    const cells: (Told | string)[] = [];
    const stream = () => inPieces(utf8.encode(part), piece);
    const source = { find: (name: string) => name, sizeOf: () => part.length, names: () => [], stream };
    const cell: SheetHandler["cell"] = (row, column, value, style, { isStyled }) => void cells.push([row, column, value, style, isStyled]);
    const context = { part: "sheet1.xml", strings: texts, formats: { numbers: [], struck: new Set<number>() }, date1904: false, isStale: false, pictures: new Set<number>() };
    const refused = await outcome(() => readSheet(source, context, { cell, row: () => undefined, other: () => undefined, otherText: () => undefined }));
    return refused === undefined ? cells : [...cells, refused];
  };
  const xml = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  return { usual: await told(xml), general: await told(prefixed(xml)) };
}

const filler = (row: number) => `<c r="A${row}" s="1"/>`.repeat(8);

it.each([
  [5, '<c r="B5" s="3" t="s"><v>0</v></c>', [[4, 1, "順調", 3, true]]],
  [1_048_576, '<c r="XFD1048576"/>', [[1048575, 16383, undefined, 0, false]]],
  [7, '<c r="A7" s="12"><v>2024</v></c>', [[6, 0, 2024, 12, false]]],
  [7, '<c r="A7"><v>007</v></c>', [[6, 0, 7, 0, false]]],
  [7, '<c r="A7" t="s"><v>1</v></c>', [[6, 0, "", 0, false]]],
])("in row %i, %s is one cell, in pieces of any length", async (row, cell, expected) => {
  for (const piece of [1, 2, 7, 40, 81, 1000]) expect(await cellsOf(`<row r="${row}">${cell}${filler(row)}</row>`, piece)).toMatchObject({ usual: [...expected, ...Array.from({ length: 8 }, () => [row - 1, 0, undefined, 1, false])] });
});

it.each([
  '<c r="XFE1"/>',
  '<c r="A1048577"/>',
  '<c r="A0"/>',
  '<c r="1"/>',
  '<c r="ABCD1"/>',
  '<c r="a1" s="1"/>',
  '<c r="C9" s="1"/>',
  '<c r="C9" s="1"><f>A1</f><v>5</v></c>',
  '<c r="A1" s=""/>',
  '<c r="A1" s="-1"/>',
  '<c r="A1" s="1234567890"/>',
  "<c r='A1' s='1'/>",
  '<c  r="A1"/>',
  '<c s="1" r="A1"/>',
  '<c r="A1" s="1" />',
  '<c r="A1" s="1"></c>',
  '<c r="A1" t="s"><v>3</v></c>',
  '<c r="A1" t="s"><v>-1</v></c>',
  '<c r="A1" t="s"/>',
  '<c r="A1" t="s"><v></v></c>',
  '<c r="A1" t="s"><v>1.5</v></c>',
  '<c r="A1" t="n"><v>5</v></c>',
  '<c r="A1" t="b"><v>1</v></c>',
  '<c r="A1" t="str"><v>5</v></c>',
  '<c r="A1"><v>-5</v></c>',
  '<c r="A1"><v>1.25</v></c>',
  '<c r="A1"><v>1234567890123</v></c>',
  '<c r="A1"><v>1e3</v></c>',
  '<c r="A1"><v> 5 </v></c>',
  '<c r="A1"><v>5</v><v>6</v></c>',
  '<c r="A1"><f>B1</f><v>5</v></c>',
  '<c r="A1"><v>5</v></row>',
  '<c r="A1"><v>5</w></c>',
  '<c r="A1"><v>5</v></c><v>6</v>',
  '<c r="A1" s="1"/><c><v>5</v></c>',
  '<c r="A1" vm="1" t="e"><v>#VALUE!</v></c>',
  "<cx/>",
  "<c/>",
])("%s is told as where names have prefixes", async (cell) => {
  const { usual, general } = await cellsOf(`<row r="1">${cell}${filler(1)}</row>`);
  expect(usual).toEqual(general);
});

it("a cell outside the rows is none", async () => {
  expect(await cellsOf(`<c r="A1" s="1"/>${filler(1)}`)).toEqual({ usual: [], general: [] });
});

const formats = { numbers: [], struck: new Set<number>() };
const square = [1, 2, 3].map((row) => `<row r="${row}"><c r="A${row}"><v>1</v></c><c r="B${row}"><v>2</v></c></row>`).join("");

/** The cells that are left, and whose cell each of column A shows; or the refusal. */
async function gridOf(areas: string, name: (xml: string) => string, piece: number) {
  const xml = utf8.encode(name(`<worksheet><sheetData>${square}</sheetData><mergeCells count="9">${areas}</mergeCells></worksheet>`));
  const source = { find: () => "", sizeOf: () => xml.length, names: () => [], stream: () => inPieces(xml, piece) };
  return outcome(async () => {
    const collector = new GridCollector({ formats, isStale: false });
    await readSheet(source, { part: "sheet1.xml", strings: texts, formats, date1904: false, isStale: false, pictures: new Set() }, collector);
    const grid = collector.build({ id: "1", name: "評価", hidden: false }, false);
    return [0, 1, 2].map((row) => [grid.row(row), grid.anchorRow(row, 0)]);
  });
}

it.each([
  ['<mergeCell ref="A1:A2"/><mergeCell ref="A3:B3"/>', [[[1, 2], 0], [[undefined, 2], 0], [[1, undefined], 2]]],
  ['<mergeCell ref="A2:A1048576"/>', [[[1, 2], 0], [[1, 2], 1], [[undefined, 2], 1]]],
  ['<mergeCell ref="$A$1:$B$2"/>', [[[1, undefined], 0], [[undefined, undefined], 0], [[1, 2], 2]]],
  ['<mergeCell ref="B1"/><mergeCell ref=""/><mergeCell ref="1:2"/><mergeCell ref="A1:A2" /><mergeCell/>', [[[1, 2], 0], [[undefined, 2], 0], [[1, 2], 2]]],
  ["<mergeCell ref='A1:A2'/>", [[[1, 2], 0], [[undefined, 2], 0], [[1, 2], 2]]],
  ['<mergeCell ref="A1:A2"></mergeCell>', [[[1, 2], 0], [[undefined, 2], 0], [[1, 2], 2]]],
  ['<mergeCell ref="A1:A2"', "damaged: sheet1.xml"],
])("merged areas %s cover the same in any writing, in pieces of any length", async (areas, expected) => {
  for (const name of [(xml: string) => xml, prefixed]) for (const piece of [1, 5, 30, 1000]) expect(await gridOf(areas, name, piece)).toEqual(expected);
});

const textsOf = async (xml: string | Uint8Array, piece = 1 << 20) => {
  const part = typeof xml === "string" ? utf8.encode(xml) : xml;
  return outcome(async () => {
    const read = await readSharedStrings("sharedStrings.xml", inPieces(part, piece));
    return { texts: read.texts, styled: [...read.styled], struck: [...read.struck] };
  });
};

const plainItems: readonly (readonly [xml: string, text: string])[] = [
  ["<si><t>順調</t></si>", "順調"],
  ['<si><t xml:space="preserve"> 改行\n と 空白 </t></si>', " 改行\n と 空白 "],
  ["<si><t>A&amp;B &lt;C&gt;</t></si>", "A&B <C>"],
  ["<si><t> 端の空白 </t></si>", "端の空白"],
  ["<si><t>&#32;参照</t></si>", "参照"],
  ["<si><t>𠮷野家と𩸽 é ａ</t></si>", "𠮷野家と𩸽 é ａ"],
  ["<si><t>行_x000D_末</t></si>", "行\r末"],
  ["<si><t></t></si>", ""],
  ["<si><t/></si>", ""],
  ["<si/>", ""],
  ["<si><t>前</t><t>後</t></si>", "前後"],
  ["<si><r><t>太</t></r><r><t>字</t></r></si>", "太字"],
  ["<si><t>漢字</t><rPh><t>かんじ</t></rPh></si>", "漢字"],
  ["<si><t><![CDATA[<生>]]></t></si>", "<生>"],
  ["<si ><t>間</t></si>", "間"],
];

it("texts in any writing keep their order, in pieces of any length, with prefixes and without", async () => {
  const xml = `<sst>${plainItems.map(([item]) => item).join("")}</sst>`;
  for (const part of [xml, prefixed(xml)]) for (const piece of [1, 3, 50, 1000]) expect(await textsOf(part, piece)).toEqual({ texts: plainItems.map(([, text]) => text), styled: [11, 12], struck: [] });
});

it.each([
  ["overlong", [0xc0, 0xaf]],
  ["overlong of three", [0xe0, 0x80, 0xaf]],
  ["half a surrogate", [0xed, 0xa0, 0x80]],
  ["cut", [0xe9, 0xa0]],
  ["a lone second byte", [0x80]],
  ["beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
  ["no UTF-8", [0xff, 0xfe]],
  ["a non-character", [0xef, 0xbf, 0xbf]],
])("bytes that are %s become what a decoder makes of them", async (_, bytes) => {
  const around = (text: readonly number[]) => Uint8Array.from([...utf8.encode("<sst><si><t>前"), ...text, ...utf8.encode("後</t></si><si><t>次</t></si></sst>")]);
  const text = new TextDecoder().decode(Uint8Array.from([...utf8.encode("前"), ...bytes, ...utf8.encode("後")]));
  expect(await textsOf(around(bytes))).toEqual({ texts: [text, "次"], styled: [], struck: [] });
});

it("texts longer than a batch and thousands of short ones", async () => {
  const long = "長".repeat(40_000);
  const many = Array.from({ length: 9_000 }, (_, index) => `文${index}`);
  const items = [...many, long, ...many];
  expect(await textsOf(`<sst>${items.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`, 4096)).toMatchObject({ texts: items });
});

it("a part that holds the separator of texts is damaged", async () => {
  expect(await textsOf("<sst><si><t>前\u0000後</t></si></sst>")).toBe("damaged: sharedStrings.xml");
});

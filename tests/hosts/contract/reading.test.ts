import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Grid } from "../../../src/core/model/grid.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import type { SheetReader, Watch } from "../../../src/core/model/ports.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile, type FileWorkbook } from "../../../src/hosts/file/open.ts";
import { refusalOf } from "../excel/open-excel.ts";
import { sheet, workbook, type Parts } from "../file/make.ts";
import { implementations } from "./implementations.ts";

const openBytes = (bytes: Uint8Array): Promise<FileWorkbook> => openFile("評価.xlsx", bytes, { inflate: inflateInNode });

/** Files that are only read are opened in another way. */
const hosts: readonly (readonly [name: string, open: (bytes: Uint8Array) => Promise<Omit<SheetReader, "ownSheets">>])[] = [
  ["hosts/file, reading only", openBytes],
  ...implementations().map(([name, open]) => [name, async (bytes: Uint8Array) => (await open({ bytes })).book] as const),
];

const long = "評".repeat(32_767);
const text = (content: string, reference: string) => `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;

const rows = [
  `<row r="2">${text("順調 ", "B2")}${text("　p.3", "C2")}${text("一行目\n二行目", "D2")}</row>`,
  '<row r="3" hidden="1"><c r="B3" t="e"><v>#REF!</v></c><c r="C3" t="str"><v>#REF!</v></c><c r="D3" t="b"><v>1</v></c></row>',
  '<row r="5"><c r="A5"><v>0</v></c><c r="B5" s="1"><v>46024</v></c><c r="C5"><v>-1.5</v></c></row>',
  `<row r="9" hidden="1">${text(long, "A9")}${text("𠮷野家😀", "B9")}</row>`,
].join("");

const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>
<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function bookOf(content: string, parts: Parts = {}): Uint8Array {
  return workbook({ "xl/worksheets/sheet1.xml": sheet(content), "xl/styles.xml": styles, ...parts });
}

async function readFirst(book: Pick<SheetReader, "sheets" | "read">, watch?: Watch): Promise<Grid> {
  const [first] = await book.sheets();
  return book.read(first?.id ?? "", watch);
}

describe.each(hosts)("%s", (_, open) => {
  it("lists its sheets and reads each by its id", async () => {
    const book = await open(bookOf(rows));
    const sheets = await book.sheets();
    expect(sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([{ name: "評価", hidden: false }]);
    expect((await readFirst(book)).sheet).toEqual(sheets[0]);
  });

  it("D8 D12 gives values as they are: texts with their spaces, errors apart from texts, numbers, gaps", async () => {
    const grid = await readFirst(await open(bookOf(rows)));
    expect(grid.rowCount).toBe(9);
    expect([grid.value(1, 1), grid.value(1, 2), grid.value(1, 3)]).toEqual(["順調 ", "　p.3", "一行目\n二行目"]);
    expect([grid.value(2, 1), grid.value(2, 2), grid.value(2, 3)]).toEqual([{ error: "#REF!" }, "#REF!", true]);
    expect([grid.value(4, 0), grid.value(4, 1), grid.value(4, 2)]).toEqual([0, 46_024, -1.5]);
    expect([grid.value(8, 0), grid.value(8, 1)]).toEqual([long, "𠮷野家😀"]);
    expect([grid.row(0), grid.row(3), grid.row(100), grid.value(1, 0), grid.value(1, 9)]).toEqual([[], [], [], undefined, undefined]);
  });

  it("W5 knows the hidden rows, and reads them", async () => {
    expect([...(await readFirst(await open(bookOf(rows)))).hiddenRows].sort()).toEqual([2, 8]);
  });

  it("D4 D10 knows the number formats of numbers and the date system", async () => {
    const grid = await readFirst(await open(bookOf(rows)));
    expect([grid.numberFormat(4, 0), grid.numberFormat(4, 1), grid.numberFormat(1, 1), grid.date1904]).toEqual(["General", 'm"月"d"日"', "General", false]);
    const part = '<workbook xmlns:r="urn:r"><workbookPr date1904="1"/><sheets><sheet name="評価" sheetId="7" r:id="r1"/></sheets></workbook>';
    expect((await readFirst(await open(bookOf(rows, { "xl/workbook.xml": part })))).date1904).toBe(true);
  });

  it("D15 an empty sheet has no rows", async () => {
    const grid = await readFirst(await open(bookOf("")));
    expect([grid.rowCount, grid.row(0), grid.hiddenRows.size]).toEqual([0, [], 0]);
  });

  it("reads single cells in the order asked for, each as often as asked", async () => {
    const book = await open(bookOf(rows));
    const [{ id } = { id: "" }] = await book.sheets();
    const at = (row: number, column: number) => ({ row, column });
    const places = [at(8, 0), at(2, 1), at(2, 2), at(1, 1), at(4, 1), at(0, 0), at(500, 90), at(2, 3), at(1, 1)];
    expect(await book.readCells(id, places)).toEqual([long, { error: "#REF!" }, "#REF!", "順調 ", 46_024, undefined, undefined, true, "順調 "]);
    expect(await book.readCells(id, [])).toEqual([]);
    expect(await refusalOf(book.readCells(id, places, { signal: AbortSignal.abort() }))).toBe("cancelled");
    expect(await refusalOf(book.readCells("no such id", places))).toMatch(/^(unreadable: |sheet-gone)/);
  });

  it("can be cancelled before it begins", async () => {
    expect(await refusalOf(readFirst(await open(bookOf(rows)), { signal: AbortSignal.abort() }))).toBe("cancelled");
  });

  it("refuses a sheet that is not there", async () => {
    expect(await refusalOf((await open(bookOf(rows))).read("no such id"))).toMatch(/^(unreadable: |sheet-gone)/);
  });

  it("H14 reads the sample to the same findings", async () => {
    const sample = readFileSync(new URL("../../../assets/samples/sample.xlsx", import.meta.url));
    const [found, expected] = await Promise.all([open(sample), openBytes(sample)].map(async (book) => inspect(await readFirst(await book), osakaWard)));
    expect(expected?.findings.length).toBeGreaterThan(0);
    expect({ ...found, sheet: undefined }).toEqual({ ...expected, sheet: undefined });
  });
});

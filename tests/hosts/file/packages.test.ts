import { describe, expect, it } from "vitest";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { cells, readFirst, refusal, relations, sheet, workbook } from "./make.ts";

const part = "xl/worksheets/sheet1.xml";

describe("X3 lies about the size", () => {
  it("the dimension is not believed, and far cells cost nothing", async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const grid = await readFirst(workbook({ [part]: sheet(rows, '<dimension ref="A1:XFD1048576"/>') }));
    expect([grid.rowCount, grid.value(0, 0), grid.value(1_048_575, 16_383)]).toEqual([1_048_576, 1, 2]);
  });

  it("300,000 empty rows are read fast", async () => {
    const rows = Array.from({ length: 300_000 }, (_, row) => `<row r="${row + 1}" spans="1:${(row * 7919) % 97}"><c r="A${row + 1}" s="${(row * 31) % 7}"/></row>`).join("");
    const bytes = workbook({ [part]: sheet(rows) });
    const start = performance.now();
    expect((await readFirst(bytes)).rowCount).toBe(0);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("X7, X8 texts are data", () => {
  it.each(["__proto__", "constructor", "<img src=x onerror=alert(1)>", "\u202e順調", "\u200b", "=HYPERLINK(\"x\")", "__proto__.polluted"])("%j", async (text) => {
    const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    const bytes = workbook({
      "xl/workbook.xml": `<workbook><sheets><sheet name="${escaped}" sheetId="${escaped}" r:id="r1"/></sheets></workbook>`,
      "xl/sharedStrings.xml": `<sst><si><t>${escaped}</t></si></sst>`,
      "__proto__": "x",
      "xl/constructor": "x",
    });
    const book = await openFile("a.xlsx", bytes, { inflate: inflateInNode });
    expect(await book.sheets()).toEqual([{ id: text, name: text, hidden: false }]);
    expect((await book.read(text)).value(0, 0)).toBe(text);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain("polluted");
  });

  it("an ANSI escape is kept as a character", async () => {
    expect((await readFirst(workbook({ "xl/sharedStrings.xml": "<sst><si><t>_x001B_[31m</t></si></sst>" }))).value(0, 0)).toBe("\u001b[31m");
  });
});

describe("X10 texts that make careless patterns slow", () => {
  it.each(["&", "&#x", "_x00", "\r", " ", "&amp", "]]"])("100,000 times %j", async (piece) => {
    const text = `x${piece.repeat(100_000)}x`;
    const bytes = workbook({ "xl/sharedStrings.xml": `<sst><si><t>${text}</t></si></sst>` });
    const start = performance.now();
    expect((await readFirst(bytes)).rowCount).toBe(1);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("X10 numbers that make careless patterns slow", () => {
  it.each(["1", " ", "1.", "e1", "-"])("100,000 times %j", async (piece) => {
    const start = performance.now();
    expect(await refusal(workbook({ [part]: sheet(`<row><c><v>x${piece.repeat(100_000)}</v></c><c><v>${piece.repeat(100_000)}x</v></c></row>`) }))).toBe(`damaged: ${part} (A1)`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("X11 rare but sound", () => {
  it("prefixed names", async () => {
    const bytes = workbook({
      "xl/workbook.xml": '<x:workbook xmlns:x="urn:x"><x:sheets><x:sheet name="評価" sheetId="7" r:id="r1"/></x:sheets></x:workbook>',
      [part]: '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>良</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      "xl/sharedStrings.xml": '<x:sst xmlns:x="urn:x"><x:si><x:t>順調</x:t></x:si></x:sst>',
    });
    expect(cells(await readFirst(bytes))).toEqual([["順調", "良"]]);
  });

  it("strict namespaces and relation types", async () => {
    const strict = (text: string) => text.replaceAll("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument");
    const bytes = workbook({
      "_rels/.rels": strict(relations(["r1", "officeDocument", "xl/workbook.xml"])),
      "xl/_rels/workbook.xml.rels": strict(relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r2", "sharedStrings", "sharedStrings.xml"])),
    });
    expect(cells(await readFirst(bytes))).toEqual([["順調"]]);
  });

  it.each([
    ["absolute", "/xl/worksheets/sheet1.xml"],
    ["from the root without a slash", "xl/worksheets/sheet1.xml"],
    ["with dots", "./../xl/worksheets/../worksheets/sheet1.xml"],
    ["in another case", "Worksheets/SHEET1.xml"],
    ["with backslashes", "worksheets\\sheet1.xml"],
    ["percent-encoded", "worksheets/sheet%31.xml"],
  ])("relation paths %s", async (_, target) => {
    const bytes = workbook({ "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", target], ["r2", "sharedStrings", "/xl/sharedStrings.xml"]) });
    expect(cells(await readFirst(bytes))).toEqual([["順調"]]);
  });

  it("entries with backslashes", async () => {
    const bytes = workbook({ [part]: undefined, "xl/workbook.xml": undefined, "xl/_rels/workbook.xml.rels": undefined,
      "xl\\worksheets\\sheet1.xml": sheet("<row><c><v>5</v></c></row>"),
      "xl\\workbook.xml": '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
      "xl\\_rels\\workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"]) });
    expect(cells(await readFirst(bytes))).toEqual([[5]]);
  });

  it.each(["utf-16le", "utf-16be"])("parts in %s", async (encoding) => {
    const text = `\ufeff${sheet('<row><c t="str"><v>順調</v></c></row>')}`;
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
    expect(cells(await readFirst(workbook({ [part]: bytes })))).toEqual([["順調"]]);
  });

  it("a byte order mark of UTF-8", async () => {
    expect(cells(await readFirst(workbook({ [part]: `\ufeff${sheet("<row><c><v>5</v></c></row>")}` })))).toEqual([[5]]);
  });
});

describe("X12 what is not used", () => {
  it("macros and links are told, and nothing of them is a sheet", async () => {
    const names = ["表", "図", "マクロ", "ダイアログ"];
    const bytes = workbook({
      "xl/workbook.xml": `<workbook><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r2", "chartsheet", "a.xml"], ["r3", "xlMacrosheet", "b.xml"],
        ["r4", "dialogsheet", "c.xml"], ["r5", "externalLink", "externalLinks/externalLink1.xml"], ["r6", "sharedStrings", "sharedStrings.xml"]),
      "xl/vbaProject.bin": "x",
    });
    const book = await openFile("a.xlsm", bytes, { inflate: inflateInNode });
    expect((await book.sheets()).map((each) => each.name)).toEqual(["表"]);
    expect(book.notes).toEqual(["macros", "external-links"]);
    expect((await book.read("1")).value(0, 0)).toBe("順調");
    expect((await openFile("a.xlsx", workbook())).notes).toEqual([]);
  });
});

describe("sheets", () => {
  it("hidden ones are told, doubled ids made different", async () => {
    const bytes = workbook({ "xl/workbook.xml": '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/><sheet name="B" sheetId="1" r:id="r1" state="veryHidden"/><sheet name="C" sheetId="3" r:id="r1" state="hidden"/></sheets></workbook>' });
    expect(await (await openFile("a.xlsx", bytes)).sheets()).toEqual([
      { id: "1", name: "A", hidden: false },
      { id: "1-2", name: "B", hidden: true },
      { id: "3", name: "C", hidden: true },
    ]);
  });

  it("reading twice gives an equal grid", async () => {
    const book = await openFile("a.xlsx", workbook());
    expect(cells(await book.read("7"))).toEqual(cells(await book.read("7")));
  });

  it("an unknown sheet is refused", async () => {
    await expect((await openFile("a.xlsx", workbook())).read("8")).rejects.toMatchObject({ code: "unreadable", detail: "sheet 8" });
  });
});

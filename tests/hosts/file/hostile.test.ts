import { afterEach, describe, expect, it, vi } from "vitest";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { tableHeaders } from "../../../src/hosts/file/read/tables.ts";
import { XmlScanner } from "../../../src/hosts/file/xml/scanner.ts";
import { Package } from "../../../src/hosts/file/zip/package.ts";
import { book, evaluation, hostile, repeated } from "./hostile.ts";
import { readFirst, refusalOf, relations, workbook } from "./make.ts";
import { applied, block, marks, openForEdit, plan, write } from "./write/open.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const encoder = new TextEncoder();
const part = "xl/worksheets/sheet1.xml";
const open = (bytes: Uint8Array) => openFile("評価.xlsx", bytes, { inflate: inflateInNode });

describe("more work than any evaluation asks for is refused with its reason", () => {
  it.each(hostile.map((file) => [file.kind, file] as const))("%s", async (_, { by, bytes, reason }) => {
    const work = by === "reading" ? readFirst(bytes()) : applied(bytes(), [marks("7", [block(3, 0)])]);
    expect(await refusalOf(work)).toBe(`too-large: ${reason}`);
  });
});

describe("work grows with what is there, not faster", () => {
  it.each(["<!--x-->", "<![CDATA[x]]>"])("an unfinished token is not looked at for each piece: %s", (token) => {
    const [start = "", end = ""] = token.split("x");
    const pieces = [`<a>${start}`, ...Array.from({ length: 1000 }, () => "x".repeat(1024)), `${end}</a>`];
    const scanner = new XmlScanner(part, { open: () => undefined, text: () => undefined, cdata: () => undefined, close: () => undefined });
    const looks = vi.spyOn(Uint8Array.prototype, "indexOf");
    for (const piece of pieces) scanner.push(encoder.encode(piece));
    scanner.finish();
    expect(looks.mock.calls.length).toBeLessThan(40);
  });

  it("a thousand sheets that name one part: it is read for the first", async () => {
    const file = await open(workbook({ ...evaluation(), ...book(repeated(1000, (index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="r1"/>`)) }));
    const [first, second] = await file.sheets();
    expect((await file.read(first?.id ?? "")).rowCount).toBe(11);
    expect(await refusalOf(file.read(second?.id ?? ""))).toBe("damaged: S1");
  });

  it("ids of sheets that are the same", async () => {
    const bytes = workbook(book(repeated(2000, (index) => `<sheet name="S${index}" sheetId="1" r:id="r1"/>`)));
    const looks = vi.spyOn(Set.prototype, "has");
    const ids = (await (await open(bytes)).sheets()).map(({ id }) => id);
    expect(looks.mock.calls.length).toBeLessThan(20_000);
    vi.restoreAllMocks();
    expect(new Set(ids).size).toBe(2000);
    expect(ids.slice(0, 3)).toEqual(["1", "1-2", "1-3"]);
  });

  it("a table that is related to a thousand times", async () => {
    const rels = relations(...Array.from({ length: 1000 }, (_, index) => [`r${index}`, "table", "../t.xml"] as const));
    const pack = new Package(workbook({ "xl/worksheets/_rels/sheet1.xml.rels": rels, "xl/t.xml": '<table ref="A1:B2"/>' }), inflateInNode);
    const reads = vi.spyOn(pack, "stream");
    expect(await tableHeaders(pack, part)).toHaveLength(1);
    expect(reads.mock.calls.length).toBe(2);
  });

  it("signs of ours in names: a sheet with many is found once, and a new sheet gets the next number", async () => {
    const count = 2000;
    const names = repeated(count, (index) => `<definedName name="_tenken_totals${index === 0 ? "" : `_${index + 1}`}">評価!$A$1</definedName>`);
    const file = await openForEdit(workbook({ ...evaluation(), ...book(undefined, `<definedNames>${names}</definedNames>`) }));
    const steps = vi.spyOn(String.prototype, "toLowerCase");
    expect(await file.ownSheets()).toHaveLength(1);
    await file.apply([write(plan())]);
    expect(steps.mock.calls.length).toBeLessThan(40 * count);
    vi.restoreAllMocks();
    expect((await file.ownSheets()).length).toBe(2);
  });

  it("elements beyond the limit: they are counted before the first is made", async () => {
    const file = workbook({ "xl/styles.xml": `<styleSheet><fonts>${repeated(1_200_001, (index) => `<b${index % 997}/>`)}</fonts></styleSheet>` });
    const made = vi.spyOn(RegExp.prototype, "exec");
    expect(await refusalOf(readFirst(file))).toBe("too-large: xl/styles.xml: elements and attributes > 1,200,000");
    expect(made.mock.calls.length).toBeLessThan(1000);
  });

  it("a tag with a name of 300,000 letters", async () => {
    const { result } = await applied(workbook(evaluation(`<a${"b".repeat(300_000)}/>`)), [marks("7", [block(3, 0)])]);
    expect(result.clashes).toEqual([]);
  });
});

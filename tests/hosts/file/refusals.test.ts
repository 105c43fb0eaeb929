import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inflateInBrowser, inflateWithFflate } from "../../../src/hosts/file/zip/inflate.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { readFirst, refusal, refusalOf, relations, sheet, workbook, zipped } from "./make.ts";

const part = "xl/worksheets/sheet1.xml";
const encoder = new TextEncoder();
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Changes the declared size of a zip entry, in its header and in the directory. */
function declare(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 4 < changed.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const found = new TextDecoder().decode(changed.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (found === name) view.setUint32(at + 24, size, true);
  }
  return changed;
}

/** Renames an entry to a name of the same length. */
function rename(bytes: Uint8Array, from: string, to: string | Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const name = encoder.encode(from);
  for (let at = 0; at + name.length <= changed.length; at++) {
    if (name.every((byte, index) => changed[at + index] === byte)) changed.set(typeof to === "string" ? encoder.encode(to) : to, at);
  }
  return changed;
}

describe("X1 zip bombs", () => {
  const bomb = workbook({ [part]: new Uint8Array(400 * 1024 * 1024).fill(0x20) });
  const ways = [["zlib", inflateInNode], ["fflate", inflateWithFflate], ["DecompressionStream", inflateInBrowser]] as const;

  it("400 MB from about 400 KB are refused at once", async () => {
    expect(bomb.length).toBeLessThan(500_000);
    const start = performance.now();
    expect(await refusal(bomb)).toBe("too-large: inflated bytes > 314,572,800");
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each(ways)("a bomb that declares little is stopped while it inflates (%s)", async (_, inflate) => {
    const liar = declare(bomb, part, 2_000_000);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const work = openFile("a.xlsx", liar, { inflate }).then((book) => book.read("7"));
    expect(await refusalOf(work)).toBe(`damaged: ${part}`);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it("one that packs too well is refused below the total", async () => {
    expect(await refusal(workbook({ [part]: new Uint8Array(17_000_000) }))).toBe(`too-large: ${part}: inflate ratio > 200`);
  });

  it("ten thousand equal formats, as pasting again and again leaves them, are read", async () => {
    const styles = `<styleSheet><dxfs>${'<dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>'.repeat(10_000)}</dxfs></styleSheet>`;
    expect(await refusal(workbook({ "xl/styles.xml": styles }))).toBe("read");
  });

  it("a picture of one colour, which packs better than any sheet, hinders nothing", async () => {
    expect((await readFirst(workbook({ "xl/media/image1.bmp": new Uint8Array(17_000_000) }))).value(0, 0)).toBe("順調");
    const named = relations(["r1", "worksheet", "media/image1.bmp"]);
    expect(await refusal(workbook({ "xl/_rels/workbook.xml.rels": named, "xl/media/image1.bmp": new Uint8Array(17_000_000) }))).toBe("too-large: xl/media/image1.bmp: inflate ratio > 200");
  });

  it("many entries, and a file too large", async () => {
    const many = new Map(Array.from({ length: 2001 }, (_, index) => [`x/${index}`, new Uint8Array(0)]));
    expect(await refusal(zipSync(Object.fromEntries(many)))).toBe("too-large: zip entries > 2,000");
    expect(await refusal(new Uint8Array(50 * 1024 * 1024 + 1))).toBe("too-large: file bytes > 52,428,800");
  });

  it("a zip inside a zip stays closed", async () => {
    expect((await readFirst(workbook({ "xl/embeddings/inner.zip": bomb }))).value(0, 0)).toBe("順調");
  });
});

describe("X2 document types", () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c SYSTEM "file:///etc/passwd">]>';

  it.each([part, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"])("refused in %s", async (name) => {
    expect(await refusal(workbook({ [name]: `${bomb}<a>&c;</a>` }))).toBe(`damaged: ${name}`);
  });
});

describe("X4 other files", () => {
  const directory = "\u0000\u0000E\u0000n\u0000c\u0000r\u0000y\u0000p\u0000t\u0000e\u0000d\u0000P\u0000a\u0000c\u0000k\u0000a\u0000g\u0000e\u0000";
  const wide = (text: string) => Array.from(text, (letter) => `${letter}\u0000`).join("");
  const compound = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

  it.each([
    ["empty", new Uint8Array(0), "not-xlsx: empty"],
    ["csv", encoder.encode("コード,状況\n1,順調"), "not-xlsx: csv"],
    ["html", encoder.encode("\ufeff\n<html><table></table></html>"), "not-xlsx: html"],
    ["html after a declaration", encoder.encode('<?xml version="1.0"?><html/>'), "not-xlsx: html"],
    ["xml", encoder.encode('<?xml version="1.0"?><Workbook/>'), "not-xlsx: xml"],
    ["pdf", encoder.encode("%PDF-1.7"), "not-xlsx: pdf"],
    ["xls", ascii(`${compound}\u0000W\u0000o\u0000r\u0000k\u0000b\u0000o\u0000o\u0000k\u0000`), "not-xlsx: xls"],
    ["xls of Excel 4", ascii("\u0009\u0004\u0006\u0000\u0000\u0000"), "not-xlsx: xls"],
    ["other compound file", ascii(compound), "not-xlsx: unknown"],
    ["png", ascii("\u0089PNG\r\n\u001a\n\u0000"), "not-xlsx: picture"],
    ["jpeg", ascii("\u00ff\u00d8\u00ff\u00e0"), "not-xlsx: picture"],
    ["7z", ascii("7z\u00bc\u00af\u0027\u001c\u0000"), "not-xlsx: archive"],
    ["lzh", ascii("\u0024\u0001-lh5-\u0001"), "not-xlsx: archive"],
    ["gzip", ascii("\u001f\u008b\u0008\u0000"), "not-xlsx: archive"],
    ["rich text", ascii("{\\rtf1\\ansi a}"), "not-xlsx: docx"],
    ["doc", ascii(`${compound}${wide("WordDocument")}`), "not-xlsx: docx"],
    ["ppt", ascii(`${compound}${wide("PowerPoint Document")}`), "not-xlsx: pptx"],
    ["a saved mail with a workbook", ascii(`${compound}${wide("__substg1.0_37010102")}${wide("Workbook")}`), "not-xlsx: mail"],
    ["a mail as text", ascii("Return-Path: <a@b>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n"), "not-xlsx: mail"],
    ["web archive", ascii("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=a\r\n\r\n"), "not-xlsx: mht"],
    ["numbers", zipped({ "Index/Document.iwa": "a", "preview.jpg": "a" }), "not-xlsx: numbers"],
    ["any bytes", ascii("\u0001\u0000\u0002"), "not-xlsx: unknown"],
    ["X5 encrypted", ascii(compound + directory), "encrypted: EncryptedPackage"],
    ["zip", zipped({ "a.txt": "a" }), "not-xlsx: zip"],
    ["zip with names in Shift_JIS", rename(rename(zipped({ "ab.xlsx": "a", "cd.xlsx": "a" }), "ab.xlsx", ascii("\u0088\u00ae.xlsx")), "cd.xlsx", ascii("\u0093\u008c.xlsx")), "not-xlsx: zip"],
    ["docx", zipped({ "word/document.xml": "<document/>" }), "not-xlsx: docx"],
    ["ods", zipped({ mimetype: "x", "content.xml": "<x/>" }), "not-xlsx: ods"],
    ["xlsb", workbook({ "xl/workbook.xml": undefined, "xl/workbook.bin": "x" }), "not-xlsx: xlsb"],
    ["another office file", workbook({ "xl/workbook.xml": "<document/>" }), "not-xlsx: zip"],
  ])("%s", async (_, bytes, message) => {
    expect(await refusal(bytes)).toBe(message);
  });

  it.each(["\r\n", "\u00ef\u00bb\u00bf", " \n"])("a workbook behind %j that a server sent is damaged, and no unknown kind", async (sent) => {
    expect(await refusal(Uint8Array.from([...ascii(sent), ...workbook()]))).toBe("damaged: zip directory");
  });

  it("first letters of what an old workbook is known by, again and again, tell nothing", async () => {
    const bytes = new Uint8Array(1024 * 1024).fill(0x57);
    bytes.set(ascii(compound));
    expect(await refusal(bytes, "a.xls")).toBe("not-xlsx: unknown");
  });

  it.each([
    ["<!DOCTYPE html>\n<html><table><tr><td>1-1</td></tr></table></html>", "html"],
    ['<?xml version="1.0"?><Workbook/>', "xml"],
    ["Return-Path: <a@b>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", "mail"],
  ])("%s is what it is also where its name says that it is text", async (text, kind) => {
    for (const name of ["a.csv", "a.tsv", "a.txt"]) expect(await refusalOf(openFile(name, encoder.encode(text)))).toBe(`not-xlsx: ${kind}`);
  });

  it("a text file without a byte is empty, whatever its name ends in", async () => {
    for (const name of ["a.csv", "a.tsv", "a.txt", "a.xlsx"]) expect(await refusalOf(openFile(name, new Uint8Array()))).toBe("not-xlsx: empty");
  });

  it("a truncated file names the zip directory, a truncated part the part", async () => {
    const whole = workbook();
    expect(await refusal(whole.subarray(0, whole.length - 100))).toBe("damaged: zip directory");
    expect(await refusal(whole.subarray(0, 10))).toBe("damaged: zip directory");
    const cut = sheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    for (const length of [0, 1, 30, 60, 75, cut.length - 1]) expect(await refusal(workbook({ [part]: cut.slice(0, length) }))).toBe(`damaged: ${part}`);
  });

  it("broken parts are named", async () => {
    expect(await refusal(workbook({ [part]: undefined }))).toBe("damaged: 評価");
    expect(await refusal(workbook({ [part]: "<worksheet><sheetData></worksheet>" }))).toBe(`damaged: ${part}`);
    expect(await refusal(workbook({ [part]: "x<worksheet/>" }))).toBe(`damaged: ${part}`);
    expect(await refusal(workbook({ [part]: "<worksheet/><worksheet/>" }))).toBe(`damaged: ${part}`);
    expect(await refusal(workbook({ [part]: "<a>".repeat(300) }))).toBe(`damaged: ${part}`);
    expect(await refusal(workbook({ "xl/sharedStrings.xml": "<sst><si><t>a\u0000b</t></si></sst>" }))).toBe("damaged: xl/sharedStrings.xml");
    expect(await refusal(workbook({ "xl/sharedStrings.xml": "<sst><si>" }))).toBe("damaged: xl/sharedStrings.xml");
    expect(await refusal(workbook({ "xl/workbook.xml": "<workbook><sheets/></workbook>" }))).toBe("damaged: xl/workbook.xml");
  });

  it("no single byte that is changed makes anything but a grid or a refusal", async () => {
    const whole = workbook();
    for (let at = 0; at < whole.length; at += 7) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      expect(await refusal(changed)).toMatch(/^(?:read|damaged|not-xlsx|too-large|encrypted)/);
    }
  });
});

describe("X6 entry names", () => {
  it.each([
    ["twice the same", "xl/xheme.xml", "xl/theme.xml"],
    ["the same but for case", "xl/xheme.xml", "xl/Theme.xml"],
    ["above the package", "xl/xheme.xml", "../xheme.xml"],
    ["above the package in the middle", "xl/xheme.xml", "x/../eme.xml"],
    ["absolute", "xl/xheme.xml", "/l/xheme.xml"],
    ["with a drive", "xl/xheme.xml", "C:/xheme.xml"],
    ["backslashes above the package", "xl/xheme.xml", "..\\xheme.xml"],
  ])("%s", async (_, from, to) => {
    const bytes = workbook({ "xl/theme.xml": "<x/>", [from]: "<x/>" });
    expect(await refusal(rename(bytes, from, to))).toBe(`damaged: ${to}`);
  });
});

describe("limits of a sheet", () => {
  it("merged areas", async () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(1000)}</mergeCells>`;
    expect(await refusal(workbook({ [part]: sheet("", "", merges) }))).toBe("read");
    const noise = Array.from({ length: 500_001 }, (_, index) => `<mergeCell ref="A${(index * 7919) % 1_000_003}:B9"/>`).join("");
    expect(await refusal(workbook({ [part]: sheet("", "", noise) }))).toBe("too-large: merged areas > 500,000");
  });

  it("one value of more than 4 MB", async () => {
    const letters = Array.from({ length: 800_000 }, (_, index) => ((index * 48_271) % 2_147_483_647).toString(36)).join("");
    expect(letters.length).toBeGreaterThan(4_500_000);
    expect(await refusal(workbook({ [part]: sheet(`<row><c t="str"><v>${letters}</v></c></row>`) }))).toBe(`too-large: ${part}: bytes of one value > 4,194,304`);
  });

  it("rows that reach far to the right", async () => {
    const rows = Array.from({ length: 70_000 }, (_, row) => `<row><c r="WV${row + 1}"><v>${(row * 48_271) % 9973}</v></c></row>`).join("");
    expect(await refusal(workbook({ [part]: sheet(rows) }))).toBe("too-large: row lengths > 40,000,000");
  });
});

describe("cancelling", () => {
  it("before and while reading", async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `<row><c><v>${row * row}</v></c><c t="str"><v>${Math.sin(row)}</v></c></row>`).join("");
    const bytes = workbook({ [part]: sheet(rows) });
    const stopped = AbortSignal.abort();
    expect(await refusalOf(openFile("a.xlsx", bytes, { watch: { signal: stopped } }))).toBe("cancelled");
    const book = await openFile("a.xlsx", bytes, { inflate: inflateInNode });
    expect(await refusalOf(book.read("7", { signal: stopped }))).toBe("cancelled");
    const controller = new AbortController();
    const work = book.read("7", { signal: controller.signal, onProgress: (done) => done > 0.3 && controller.abort() });
    expect(await refusalOf(work)).toBe("cancelled");
    expect((await book.read("7")).rowCount).toBe(30_000);
  });

  it("progress goes up to 1", async () => {
    const told: number[] = [];
    await (await openFile("a.xlsx", workbook())).read("7", { onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });
});

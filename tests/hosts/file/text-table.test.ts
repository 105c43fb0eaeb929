import { describe, expect, it } from "vitest";
import { openFile } from "../../../src/hosts/file/open.ts";
import { cells, readFirst, refusal } from "./make.ts";

const encoder = new TextEncoder();

function wide(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), little);
  return bytes;
}

describe("encodings", () => {
  const text = "コード,状況\r\n1.10,順調\r\n";
  const rows = [["コード", "状況"], ["1.10", "順調"]];
  // "コード,状況" and "1.10,順調" in Shift_JIS, which Node cannot write.
  const shiftJis = Uint8Array.from([0x83, 0x52, 0x81, 0x5b, 0x83, 0x68, 0x2c, 0x8f, 0xf3, 0x8b, 0xb5, 0x0a, 0x31, 0x2e, 0x31, 0x30, 0x2c, 0x8f, 0x87, 0x92, 0xb2]);

  it.each([
    ["UTF-8", encoder.encode(text)],
    ["UTF-8 with its mark", encoder.encode(`\ufeff${text}`)],
    ["UTF-16LE", wide(`\ufeff${text}`, true)],
    ["UTF-16BE", wide(`\ufeff${text}`, false)],
    ["Shift_JIS", shiftJis],
  ])("%s", async (_, bytes) => {
    expect(cells(await readFirst(bytes, "評価.csv"))).toEqual(rows);
  });

  it("bytes that are none of them are refused", async () => {
    expect(await refusal(Uint8Array.from([0x41, 0xff, 0xfd, 0x80]), "a.csv")).toBe("unreadable: encoding");
    expect(await refusal(Uint8Array.from([0x41, 0x00, 0x01]), "a.csv")).toBe("not-xlsx: unknown");
  });
});

describe("lines and fields", () => {
  it.each([
    ["quotes", 'a,"b, ""c""\n d",e', [["a", 'b, "c"\n d', "e"]]],
    ["a quote inside a field", 'a"b,c', [['a"b', "c"]]],
    ["text behind a quoted field", '"a"b,c', [["ab", "c"]]],
    ["an open quote", 'a,"b\nc', [["a", "b\nc"]]],
    ["empty lines", "a\n\nb\n", [["a"], [], ["b"]]],
    ["old line ends", "a\rb", [["a"], ["b"]]],
    ["empty fields", ",a,,b,", [[undefined, "a", undefined, "b"]]],
    ["no guessing of numbers", "1.10,=1+1,TRUE,1-2", [["1.10", "=1+1", "TRUE", "1-2"]]],
    ["nothing", "", []],
    ["html is text here", "<html>,<b>", [["<html>", "<b>"]]],
  ])("%s", async (_, text, rows) => {
    expect(cells(await readFirst(encoder.encode(text), "a.csv"))).toEqual(rows);
  });

  it("tabs in .tsv and where a .txt has them", async () => {
    expect(cells(await readFirst(encoder.encode("a,b\tc"), "a.TSV"))).toEqual([["a,b", "c"]]);
    expect(cells(await readFirst(encoder.encode("a,b\tc"), "a.txt"))).toEqual([["a,b", "c"]]);
    expect(cells(await readFirst(encoder.encode("a,b"), "a.txt"))).toEqual([["a", "b"]]);
    expect(cells(await readFirst(encoder.encode("a\tb,c"), "a.csv"))).toEqual([["a\tb", "c"]]);
  });

  it("too many columns are refused", async () => {
    expect(await refusal(encoder.encode(`${",".repeat(16_384)}x`), "a.csv")).toBe("too-large: columns > 16,384");
  });
});

it("the sheet is named after the file", async () => {
  const book = await openFile("C:\\評価\\令和8年.度.csv", encoder.encode("a"));
  expect(await book.sheets()).toEqual([{ id: "1", name: "令和8年.度", hidden: false }]);
  const look = await book.look("1");
  expect([look.text(0, 0), look.styles[look.styleIndex(0, 0)]?.bold]).toEqual(["a", false]);
  await expect(book.read("2")).rejects.toMatchObject({ code: "unreadable" });
});

import { describe, expect, it, vi } from "vitest";
import { GridBuilder } from "../../../src/core/model/grid.ts";
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
  // "コード,状況" and "1.10,順調" in Shift_JIS, which Node cannot encode.
  const shiftJis = Uint8Array.from([0x83, 0x52, 0x81, 0x5b, 0x83, 0x68, 0x2c, 0x8f, 0xf3, 0x8b, 0xb5, 0x0a, 0x31, 0x2e, 0x31, 0x30, 0x2c, 0x8f, 0x87, 0x92, 0xb2]);

  it.each([
    ["UTF-8", encoder.encode(text)],
    ["UTF-8 with its mark", encoder.encode(`\ufeff${text}`)],
    ["UTF-16LE", wide(`\ufeff${text}`, true)],
    ["UTF-16BE", wide(`\ufeff${text}`, false)],
    ["UTF-16LE without its mark", wide(text, true)],
    ["UTF-16BE without its mark", wide(text, false)],
    ["Shift_JIS", shiftJis],
    // The same rows as Python's euc_jp and iso2022_jp encode them.
    ["EUC-JP", bytesOf("a5b3a1bca5c92cbef5b6b70d0a312e31302cbde7c4b40d0a")],
    ["ISO-2022-JP", bytesOf("1b24422533213c25491b28422c1b24423e7536371b28420d0a312e31302c1b24423d6744341b28420d0a")],
  ])("%s", async (_, bytes) => {
    expect(cells(await readFirst(bytes, "評価.csv"))).toEqual(rows);
  });

  it.each([
    ["UTF-8", [0xe9, 0xa0, 0x86, 0xe8, 0xaa, 0xbf, 0x2c, 0xe3, 0x81, 0x2c, 0xe9, 0x81, 0x94, 0xe6, 0x88, 0x90, ...encoder.encode("目標の達成状況")], ["順調", "\ufffd", "達成目標の達成状況"]],
    ["Shift_JIS", [...shiftJis, 0x2c, 0x81, 0x2c, 0x8f, 0x87], [...(rows[1] ?? []), "\ufffd", "順"]],
    ["EUC-JP, half of whose letters Shift_JIS would read", [...bytesOf("bde7c4b4"), 0x2c, 0xa4, 0x2c, ...bytesOf("a5b3a1bca5c9a4b3a4eca4cf")], ["順調", "\ufffd", "コードこれは"]],
  ])("a broken letter of %s costs itself alone", async (_, bytes, last) => {
    expect(cells(await readFirst(Uint8Array.from(bytes), "a.csv")).at(-1)).toEqual(last);
  });

  it.each([["near the beginning", 10], ["far behind", 3000]])("a zero byte that a program left in a text %s costs nothing else", async (_, row) => {
    const lines = Array.from({ length: 4000 }, (__, index) => `${index},順調${index === row ? "\0" : ""}`);
    const grid = await readFirst(encoder.encode(lines.join("\n")), "a.csv");
    expect([0, row, 3999].map((at) => grid.value(at, 1))).toEqual(["順調", "順調\0", "順調"]);
  });

  it.each([["utf-16le", 0], ["utf-16be", 1]])("UTF-16 without its mark is known where nearly all of it is Japanese: %s", async (_, odd) => {
    const said = Array.from({ length: 2000 }, (__, index) => "事業の取組を進め利用者の声を聞きながら業務の見直しを行った".charAt(index % 29)).join("");
    const text = `番号,状況,説明\n1,順調,${said}\n2,順調,${said}\n`;
    const bytes = Uint8Array.from([...text].flatMap((letter) => (odd ? [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255] : [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])));
    expect((await readFirst(bytes, "a.csv")).value(1, 1)).toBe("順調");
  });

  it("a zero byte beside a comma or a line end makes no UTF-16 of a text", async () => {
    for (const at of [",", "\n"]) expect((await readFirst(encoder.encode(`番号,状況\n${"1,順調\n".repeat(100)}`.replace(at, `\0${at}`).padEnd(800)), "a.csv")).value(1, 1)).toBe("順調");
  });

  it("half-width katakana in Shift_JIS stay so", async () => {
    expect(cells(await readFirst(Uint8Array.from([...shiftJis, 0x2c, 0xb1, 0xb2]), "a.csv")).at(-1)).toEqual([...(rows[1] ?? []), "ｱｲ"]);
  });

  it("bytes that are none of them are refused", async () => {
    expect(await refusal(Uint8Array.from([0x41, 0xff, 0xfd, 0x80]), "a.csv")).toBe("unreadable: encoding");
    const utf32 = Uint8Array.from(Array.from("\ufeff番号,状況", (letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8, 0, 0]).flat());
    expect(await refusal(utf32, "a.csv")).toBe("unreadable: encoding");
    expect(await refusal(Uint8Array.from([0x41, 0x00, 0x01]), "a.csv")).toBe("not-xlsx: unknown");
  });

  it.each([["utf-8", "e38182"], ["shift_jis", "82a0"]])("a large text in %s keeps the letters at the edges of the pieces by which it is tried", async (_, letter) => {
    const line = bytesOf(`2c${letter.repeat(32_000)}0a`);
    const bytes = new Uint8Array(150 * line.length);
    for (let at = 0; at < bytes.length; at += line.length) bytes.set(line, at);
    const grid = await readFirst(bytes, "a.csv");
    expect([bytes.length > 8_000_000, new Set(Array.from({ length: 150 }, (__, row) => grid.value(row, 1)))]).toEqual([true, new Set(["あ".repeat(32_000)])]);
  });

  it("a large text that no encoding reads is decoded no further than that is sure", async () => {
    const decode = vi.spyOn(TextDecoder.prototype, "decode");
    expect(await refusal(new Uint8Array(9_000_000).fill(0xff), "a.csv")).toBe("unreadable: encoding");
    const sizes = decode.mock.calls.map(([bytes]) => bytes?.byteLength ?? 0);
    decode.mockRestore();
    expect(sizes.filter((size) => size > 1024)).toEqual([1_000_000, 1_000_000, 1_000_000]);
  });


});

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

describe("delimiters", () => {
  it.each([
    ["tabs in a .csv", "a\tb\n1,5\t2", "a.csv", [["a", "b"], ["1,5", "2"]]],
    ["semicolons", "a;b;c\n1;2,5;3", "a.csv", [["a", "b", "c"], ["1", "2,5", "3"]]],
    ["a title above", "令和7年度\na\tb\nc\td", "a.txt", [["令和7年度"], ["a", "b"], ["c", "d"]]],
    ["commas in a sentence between tabs", "a\tb\nc\td\n1,2,3,4,5,6,7,8\te", "a.csv", [["a", "b"], ["c", "d"], ["1,2,3,4,5,6,7,8", "e"]]],
    ["semicolons inside quotes", '"a;b;c",d\n"e;f;g",h', "a.csv", [["a;b;c", "d"], ["e;f;g", "h"]]],
    ["a named one; its line is none of the sheet's", "sep=|\r\na|b,c\r\n", "a.csv", [["a", "b,c"]]],
    ["a named one in quotes", '"sep=;"\na;b', "a.csv", [["a", "b"]]],
    ["a named one that a spreadsheet saved again", "sep=,,,\na,b", "a.csv", [["a", "b"]]],
    ["nothing parted: what the name says", "a\nb", "a.csv", [["a"], ["b"]]],
  ])("%s", async (_, text, name, rows) => {
    expect(cells(await readFirst(encoder.encode(text), name))).toEqual(rows);
  });
});

describe("lines and fields", () => {
  it.each([
    ["quotes", 'a,"b, ""c""\n d",e', [["a", 'b, "c"\n d', "e"]]],
    ["a quote inside a field", 'a"b,c', [['a"b', "c"]]],
    ["text behind a quoted field", '"a"b,c', [["ab", "c"]]],
    ["an open quote is a letter", 'a,"b\nc', [["a", '"b'], ["c"]]],
    ["an open quote that another line's quote would close", 'a,"b\n"c",d', [["a", '"b'], ["c", "d"]]],
    ["spaces before quotes", ' "a,b" , "c" d', [["a,b", ' "c" d']]],
    ["what keeps a code from becoming a date", '="1-1","=""1-2""",="a"b,="x""y"', [["1-1", "1-2", '="a"b', 'x"y']]],
    ["empty lines", "a\n\nb\n", [["a"], [], ["b"]]],
    ["old line ends", "a\rb", [["a"], ["b"]]],
    ["empty fields", ",a,,b,", [[undefined, "a", undefined, "b"]]],
    ["no guessing of numbers", "1.10,=1+1,TRUE,1-2", [["1.10", "=1+1", "TRUE", "1-2"]]],
  ])("%s", async (_, text, rows) => {
    expect(cells(await readFirst(encoder.encode(text), "a.csv"))).toEqual(rows);
  });

  it.each([
    ["rows than a sheet", '"a\n'.repeat(1_048_577), "rows > 1,048,576"],
    ["cells than are read", `${"a,".repeat(15_999)}\n`.repeat(320), "cells > 5,000,000"],
  ])("a text with more %s is refused before any is kept", async (_, text, limit) => {
    const set = vi.spyOn(GridBuilder.prototype, "set");
    expect(await refusal(encoder.encode(text), "a.csv")).toBe(`too-large: ${limit}`);
    expect(set).not.toHaveBeenCalled();
    set.mockRestore();
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

it("a field that begins with an open quote is noted, and no other", async () => {
  const grid = await readFirst(encoder.encode('a,"b\n"c",d'), "a.csv");
  expect([grid.has("open-quote", 0, 1), grid.has("open-quote", 1, 0)]).toEqual([true, false]);
});

it("a quote that is closed only behind more than any cell holds is a letter, so that it fills no memory", async () => {
  const quotes = '"'.repeat(4_400_002);
  const grid = await readFirst(encoder.encode(`${quotes}\na,b`), "a.csv");
  expect([grid.has("open-quote", 0, 0), grid.value(0, 0) === quotes, grid.value(1, 1)]).toEqual([true, true, "b"]);
});

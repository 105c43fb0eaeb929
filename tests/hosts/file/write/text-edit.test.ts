import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellWrite } from "../../../../src/core/model/changes.ts";
import { openText } from "../../../../src/hosts/file/open.ts";
import { TextCode } from "../../../../src/hosts/file/text/text-code.ts";
import { refusalOf } from "../make.ts";

const encoder = new TextEncoder();
const write = (row: number, column: number, from: string | undefined, to: string): CellWrite => ({ at: { row, column }, from, to });

function open(bytes: Uint8Array, name = "a.csv") {
  const file = openText(name, bytes);
  if (!file) throw new Error("no text");
  return file;
}

async function edited(bytes: Uint8Array, edits: readonly CellWrite[], name?: string): Promise<Uint8Array> {
  const file = open(bytes, name);
  await file.apply([{ kind: "edit-cells", sheet: "1", edits }]);
  return file.save();
}

const textAfter = async (text: string, edits: readonly CellWrite[]) => new TextDecoder().decode(await edited(encoder.encode(text), edits));

describe("fields", () => {
  it.each([
    ["plain, with a line break of one kind", "a,b\nc,d\n", write(1, 0, "c", "x"), "a,b\nx,d\n"],
    ["quoted, stays so", 'a,"b"\r\n"c",d', write(1, 0, "c", "x"), 'a,"b"\r\n"x",d'],
    ["gets quotes where it needs them", "a,b", write(0, 1, "b", 'x,"y"'), 'a,"x,""y"""'],
    ["a text behind quotes goes too", 'a,"b"c', write(0, 1, "bc", "x"), 'a,"x"'],
    ["emptied", "a,b,c", write(0, 1, "b", ""), "a,,c"],
    ["filled", "a,,c", write(0, 1, undefined, "x"), "a,x,c"],
    ["behind the end of a short row", "a\r\nb,c,d\r\n", write(0, 2, undefined, "x"), "a,,x\r\nb,c,d\r\n"],
    ["a dash stays a dash", "－,b", write(0, 0, "－", "-"), "-,b"],
  ])("%s", async (_, text, edit, wanted) => {
    expect(await textAfter(text, [edit])).toBe(wanted);
  });

  it("several at once, some twice", async () => {
    const edits = [write(1, 0, "c", "z"), write(0, 3, undefined, "4"), write(0, 2, undefined, "3"), write(1, 0, "z", "y")];
    expect(await textAfter("a,b\nc", edits)).toBe("a,b,3,4\ny");
  });

  it.each([
    ["moved: A1", write(0, 0, "b", "x")],
    ["moved: A9", write(8, 0, undefined, "x")],
    ["reads-as-formula: A1", write(0, 0, "a", "=1")],
  ])("%s: nothing is written", async (refusal, edit) => {
    const file = open(encoder.encode("a,b"));
    expect(await refusalOf(file.apply([{ kind: "edit-cells", sheet: "1", edits: [write(0, 1, "b", "x"), edit] }]))).toBe(refusal);
    expect(await file.save()).toEqual(encoder.encode("a,b"));
  });

  it("a text file takes nothing else", async () => {
    const file = open(encoder.encode("a"));
    expect(await refusalOf(file.apply([{ kind: "set-marks", sheet: "1", blocks: { required: [], attention: [] } }]))).toBe("text-only");
  });
});

describe("Shift_JIS", () => {
  // "順調 ,ｱ,①" with ① from NEC's rows and 髙 from IBM's.
  const bytes = Uint8Array.from([0x8f, 0x87, 0x92, 0xb2, 0x20, 0x2c, 0xb1, 0x2c, 0x87, 0x40, 0x2c, 0xfb, 0xfc]);

  it("is written as it was read", async () => {
    expect(await edited(bytes, [write(0, 0, "順調 ", "順調"), write(0, 2, "①", "髙ｱ")])).toEqual(Uint8Array.from([0x8f, 0x87, 0x92, 0xb2, 0x2c, 0xb1, 0x2c, 0xfb, 0xfc, 0xb1, 0x2c, 0xfb, 0xfc]));
  });

  it("lacks letters", async () => {
    expect(await refusalOf(edited(bytes, [write(0, 1, "ｱ", "😀")]))).toBe("no-such-letter: B1");
  });
});

describe("other encodings", () => {
  const text = 'コード,"状況, ｱ"\r\n順調 ,b\r\n';

  it.each(["euc-jp", "iso-2022-jp", "utf-16le", "utf-16be", "shift_jis"] as const)("%s: every other byte stays", async (encoding) => {
    const code = new TextCode(encoding);
    // ISO-2022-JP has no half-width katakana.
    const kept = encoding === "iso-2022-jp" ? text.replace("ｱ", "ア") : text;
    const bytes = (letters: string) => code.encode(letters) ?? new Uint8Array(0);
    expect(await edited(bytes(kept), [write(1, 0, "順調 ", "順調"), write(1, 2, undefined, "達成")])).toEqual(bytes(kept.replace("順調 ,b", "順調,b,達成")));
  });

  it("broken bytes before and inside stay where they are", async () => {
    const before = [0xe3, 0x81, 0x2c, ...encoder.encode("順調 ,達成,目標の達成状況とその理由"), 0xf0, 0x9f, 0x2c];
    const after = [0xe3, 0x81, 0x2c, ...encoder.encode("順調,達成,目標の達成状況とその理由"), 0xf0, 0x9f, 0x2c];
    expect(await edited(Uint8Array.from(before), [write(0, 1, "順調 ", "順調")])).toEqual(Uint8Array.from(after));
  });

  it("a named delimiter that Shift_JIS has inside letters", async () => {
    const bytes = (letters: string) => new TextCode("shift_jis").encode(letters) ?? new Uint8Array(0);
    expect(await edited(bytes("sep=|\nポ|ポ|b \n"), [write(0, 2, "b ", "b")])).toEqual(bytes("sep=|\nポ|ポ|b\n"));
  });

  it("what keeps a code from becoming a date is kept", async () => {
    expect(await textAfter('="１-1",a', [write(0, 0, "１-1", "1-1")])).toBe('"=""1-1""",a');
  });

  it("an open quote goes with its text", async () => {
    expect(await textAfter('a,"b\nc,d', [write(0, 1, '"b', "b"), write(1, 1, "d", "e")])).toBe("a,b\nc,e");
  });
});

it("any field may be written, and only what was written changes", async () => {
  const cell = fc.stringMatching(/^[a-z",\n 漢]{0,5}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), cell, async (rows, r, c, to) => {
      const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
      const row = r % rows.length;
      const column = c % 4;
      const file = open(encoder.encode(quoted));
      await file.apply([{ kind: "edit-cells", sheet: "1", edits: [write(row, column, rows[row]?.[column], to)] }]);
      const grid = await open(await file.save()).read("1");
      const wanted = rows.map((texts, at) => Array.from({ length: 4 }, (_, index) => (at === row && index === column ? to : (texts[index] ?? ""))));
      expect(wanted.map((texts, at) => texts.map((_, index) => grid.value(at, index) ?? ""))).toEqual(wanted);
    }),
  );
});

import { deflateRawSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { inflateInBrowser, inflateWithFflate, type Inflate } from "../../../src/hosts/file/zip/inflate.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { cells, sheet, workbook } from "./make.ts";

const ways: readonly (readonly [string, Inflate])[] = [["zlib", inflateInNode], ["fflate", inflateWithFflate], ["DecompressionStream", inflateInBrowser]];

async function inflated(inflate: Inflate, packed: Uint8Array, size: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inflate(packed, size)) pieces.push(piece.slice());
  return Buffer.concat(pieces);
}

function sample(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (index * index * 31) >>> (index % 13));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(ways)("E7 %s", (_, inflate) => {
  it.each([0, 1, 1000, 700_000, 3_000_000])("gives back %i bytes", async (size) => {
    const bytes = sample(size);
    expect((await inflated(inflate, deflateRawSync(bytes), size)).equals(bytes)).toBe(true);
  });

  it("fails on data that is cut or broken, and can be left early", async () => {
    const packed = deflateRawSync(sample(2_000_000));
    await expect(inflated(inflate, packed.subarray(0, packed.length >> 1), 2_000_000)).rejects.toThrow();
    await expect(inflated(inflate, new Uint8Array(100).fill(0xff), 2_000_000)).rejects.toThrow();
    let pieces = 0;
    for await (const piece of inflate(packed, 2_000_000)) {
      pieces += piece.length > 0 ? 1 : 0;
      break;
    }
    expect(pieces).toBe(1);
  });

  it("reads an equal grid", async () => {
    const rows = Array.from({ length: 9000 }, (_, row) => `<row><c><v>${row}</v></c><c t="str"><v>順調${Math.sin(row)}</v></c></row>`).join("");
    const bytes = workbook({ "xl/worksheets/sheet1.xml": sheet(rows) });
    const read = async (way: Inflate) => cells(await (await openFile("a.xlsx", bytes, { inflate: way })).read("7"));
    expect(await read(inflate)).toEqual(await read(inflateInNode));
  });
});

describe("E7 old browsers", () => {
  it.each([
    ["without DecompressionStream", undefined],
    ["whose DecompressionStream does not know raw deflate", function Unsupported() { throw new TypeError("unsupported"); }],
  ])("%s use fflate", async (_, stream) => {
    vi.stubGlobal("DecompressionStream", stream);
    const bytes = sample(100_000);
    expect((await inflated(inflateInBrowser, deflateRawSync(bytes), bytes.length)).equals(bytes)).toBe(true);
  });
});

import { crc32, inflateRawSync } from "node:zlib";
import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { concatenated } from "../../../../src/hosts/file/zip/bytes.ts";
import { Package } from "../../../../src/hosts/file/zip/package.ts";
import { inflateInNode } from "../../../../src/hosts/file/inflate-node.ts";
import { deflateInNode } from "../../../../src/hosts/file/deflate-node.ts";
import { deflateInBrowser, deflateWithFflate } from "../../../../src/hosts/file/zip/deflate.ts";
import { EditedPackage } from "../../../../src/hosts/file/parts/edited-package.ts";
import { readSharedStrings } from "../../../../src/hosts/file/read/shared-strings.ts";
import { findItems } from "../../../../src/hosts/file/parts/text-scan.ts";

/** A zip file like those of streaming programs: sizes follow the data. */
function streamed(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  const add = (name: string, content: string, entry: ZipDeflate | ZipPassThrough) => {
    zip.add(entry);
    entry.push(strToU8(content), true);
    return name;
  };
  add("a.xml", "<a/>".repeat(500), new ZipDeflate("a.xml"));
  add("絵.png", "picture", new ZipPassThrough("絵.png"));
  add("c.xml", "<c/>", new ZipDeflate("c.xml"));
  zip.end();
  return concatenated(pieces);
}

const text = (content: string) => [strToU8(content)];

async function saved(changes: readonly (readonly [key: string, name: string, content: string | undefined])[], source = streamed()): Promise<{ readonly source: Uint8Array; readonly out: Uint8Array }> {
  const map = new Map(changes.map(([key, name, content]) => [key, { name, content: content === undefined ? undefined : text(content) }]));
  return { source, out: await new EditedPackage(new Package(source, inflateInNode), map).save(deflateInNode) };
}

describe("a zip file that is saved", () => {
  it("without a change has the same bytes", async () => {
    const { source, out } = await saved([]);
    expect(Buffer.compare(out, source)).toBe(0);
  });

  it("keeps the comment on the whole file, and where nothing changes what nobody reads too", async () => {
    const named = (behind: string) => concatenated([streamed().subarray(0, -2), strToU8(`\u0006\u0000課!!!${behind}`)]);
    const { out } = await saved([["a.xml", "a.xml", "<new/>"]], named(""));
    expect(Buffer.from(out.subarray(-8)).toString()).toBe("\u0006\u0000課!!!");
    const { source, out: same } = await saved([], named("behind the comment"));
    expect(Buffer.compare(same, source)).toBe(0);
  });

  it("keeps other entries byte for byte, changed ones in their place, new ones at the end", async () => {
    const { source, out } = await saved([["a.xml", "a.xml", "<new/>"], ["d.xml", "d.xml", "<d/>"]]);
    const read = unzipSync(out);
    expect(Object.keys(read)).toEqual(["a.xml", "絵.png", "c.xml", "d.xml"]);
    expect(Object.values(read).map((bytes) => Buffer.from(bytes).toString())).toEqual(["<new/>", "picture", "<c/>", "<d/>"]);
    // From the second entry's header to the directory.
    const from = Buffer.from(source).indexOf("PK\u0003\u0004", 1, "latin1");
    const to = Buffer.from(source).indexOf("PK\u0001\u0002", 0, "latin1");
    expect(Buffer.from(out).indexOf(source.subarray(from, to))).toBeGreaterThan(0);
  });

  it("leaves out what was taken away, and brings it back under its name", async () => {
    expect(Object.keys(unzipSync((await saved([["絵.png", "絵.png", undefined]])).out))).toEqual(["a.xml", "c.xml"]);
    expect(Object.keys(unzipSync((await saved([["絵.png", "絵.png", "again"]])).out))).toEqual(["a.xml", "絵.png", "c.xml"]);
  });
});

describe.each([["zlib", deflateInNode], ["the browser's stream", deflateInBrowser], ["fflate", deflateWithFflate]] as const)("%s deflates several pieces as one", (_, deflate) => {
  it.each([
    ["texts", [strToU8("一つ目"), new Uint8Array(0), new Uint8Array(300_000).fill(7), strToU8("終わり")]],
    ["nothing", []],
    ["what cannot be packed", [Uint8Array.from({ length: 70_000 }, (__, index) => Math.imul(index, 0x9e37_79b1) >>> 24)]],
  ])("%s", async (__, pieces) => {
    const { bytes, crc } = await deflate(pieces);
    expect(Buffer.compare(inflateRawSync(bytes), concatenated(pieces))).toBe(0);
    expect(crc).toBe(crc32(concatenated(pieces)));
  });
});

it("a browser without CompressionStream deflates with fflate", async () => {
  vi.stubGlobal("CompressionStream", undefined);
  try {
    expect(Buffer.from(inflateRawSync((await deflateInBrowser([strToU8("順調")])).bytes)).toString()).toBe("順調");
  } finally {
    vi.unstubAllGlobals();
  }
});

describe("single shared texts", () => {
  const parts = [
    "<sst><si><t>零</t></si><!-- <si> --> <si><r><t>一</t></r><r><t xml:space=\"preserve\"> 続き</t></r></si><si/><si><t><![CDATA[<si>三]]></t></si></sst>",
    '<?xml version="1.0"?><x:sst xmlns:x="urn:x" count="4"><x:si><x:t>零</x:t></x:si><x:si><x:t>一 続き</x:t></x:si><x:si></x:si><x:si><x:t>&lt;si>三</x:t></x:si></x:sst>',
  ];

  it.each(parts)("are those that reading all gives: %s", async (part) => {
    const { texts: all } = await readSharedStrings("", once(strToU8(part)));
    expect(all).toEqual(["零", "一 続き", "", "<si>三"]);
    for (const number of all.keys()) {
      const items = await findItems(once(strToU8(part)), new Set([number, 99]));
      expect([...items.keys()]).toEqual([number]);
      expect(await findItems(inBytes(strToU8(part)), new Set([number]))).toEqual(items);
      expect((await readSharedStrings("", once(concatenated([strToU8("<sst>"), items.get(number) ?? new Uint8Array(0), strToU8("</sst>")])))).texts).toEqual([all[number]]);
    }
  });
});

async function* inBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (const byte of bytes) yield Uint8Array.of(byte);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

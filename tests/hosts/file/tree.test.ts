import fc from "fast-check";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { limits } from "../../../src/hosts/file/zip/limits.ts";
import type { XmlNode } from "../../../src/hosts/file/xml/places.ts";
import { readTree } from "../../../src/hosts/file/xml/tree.ts";
import { utf16Decoder } from "../../../src/hosts/file/xml/utf8.ts";
import { corpusBytes, corpusPaths, hasCorpus } from "./corpus-files.ts";

const encoder = new TextEncoder();

/** The parts of an element that are compared. */
interface Told {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Told[];
}

function told({ name, attributes, children }: XmlNode): Told {
  return { name, attributes, children: children.map(told) };
}

/** The tree, or the text of the refusal. */
async function own(xml: Uint8Array, pieceBytes = 65_536): Promise<Told | string> {
  async function* pieces() {
    for (let at = 0; at < xml.length; at += pieceBytes) yield await Promise.resolve(xml.slice(at, at + pieceBytes));
  }
  try {
    return told(await readTree("part", pieces()));
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** The same from saxes. */
function byOracle(xml: Uint8Array): Told | string {
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  const top: Told = { name: "", attributes: new Map(), children: [] };
  const path = [top];
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const refuse = () => {
    throw new Refusal("damaged", "part");
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", (tag) => {
    const attributes = Object.entries(tag.attributes).filter(([name]) => !name.startsWith("xmlns"));
    const node = { name: local(tag.name), attributes: new Map(attributes.map(([name, value]) => [local(name), value])), children: [] };
    path.at(-1)?.children.push(node);
    path.push(node);
  });
  parser.on("closetag", () => path.pop());
  try {
    parser.write((utf16Decoder(xml) ?? new TextDecoder()).decode(xml)).close();
    return top.children[0] ?? "damaged: part";
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

async function expectTheSame(text: string): Promise<void> {
  const xml = encoder.encode(text);
  expect(await own(xml), text).toEqual(byOracle(xml));
}

const sound = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- a --><?p?><w:a xmlns:w="urn:w" w:b = "1" c=\'"&lt;\'\n><b/>t]]&gt;<![CDATA[<&]]><!----></w:a >\n<!-- b -->',
  "\ufeff<?xml version='1.1'?><a/>",
  '<a b=">" c="1\r\n2\t3&#10;4&#x000000041;&#0000000066;" d="&amp;amp;"/>',
  "<日本 語='順調𠮷'>𠮷 &#x20BB7; \u007f</日本>",
  '<a b:c="1" d:c="2"/>',
  "<a><?p ? > ?><?p?q?></a>",
];
const unsound = [
  "", " ", "x", "<a>", "<a", "<a></b>", "</a>", "<a/>x", "x<a/>", "<a/><a/>", "<a/>&amp;", "&amp;<a/>", "<a b/>", "<a b=1/>", "<a b='1/>", "<a b='1'", "<a b='1'c='2'/>", "<a b='1' b='2'/>", "<a b='<'/>",
  "<a b='&'/>", "<a b='&x;'/>", "<a b='&#0;'/>", "<a b='&#xD800;'/>", "<a b='&#x110000;'/>", "<a b='&#X41;'/>", "<a>&lt;", "<a>&</a>", "<a>&amp</a>", "<a>&nbsp;</a>", "<a>&#1;</a>", "<a>&#xFFFF;</a>", "<a>&#;</a>",
  "<a>]]></a>", "<a>\u0001</a>", "<a b='\u001f'/>", "<a>\uffff</a>", "<a><!-- \u0000 --></a>", "<a ='1'/>", "<a 1='1'/>", "<a =/>", "<1/>", "<-a/>", "<a\u3000/>", "<a\u00a0b='1'/>", "< a/>", "<a/ >", "<a></ a>", "<a></a b>", "<a></a/>", "<a></>", "<>",
  "<a><!-- </a>", "<a><!-- -- --></a>", "<a><!-- ---></a>", "<a><![CDATA[</a>", "<![CDATA[x]]><a/>", "<a/><![CDATA[ ]]>", "<a><!x></a>", "<a><![cdata[x]]></a>", "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>", "<a/><!DOCTYPE a>",
  "<a><? p?></a>", "<a><?1?></a>", "<a><?p</a>", "<??><a/>", " <?xml version='1.0'?><a/>", "<a><?xml version='1.0'?></a>", "<?xml?><a/>", "<?xml encoding='UTF-8'?><a/>", "<?xml version='2.0'?><a/>", "<?xml version='1.0' encoding='8'?><a/>",
  "<?xml version='1.0'encoding='UTF-8'?><a/>", "<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>", "<?xml version='1.0' standalone='maybe'?><a/>", "<?xml version='1.0' x='y'?><a/>", "<?xml version='1.0\"?><a/>",
];

describe("the tree is the one saxes tells", () => {
  it.each(sound)("sound: %j", async (text) => {
    expect(await own(encoder.encode(text))).not.toBeTypeOf("string");
    await expectTheSame(text);
    for (const pieceBytes of [1, 2, 3, 7]) expect(await own(encoder.encode(text), pieceBytes)).toEqual(byOracle(encoder.encode(text)));
  });

  it.each(unsound)("refused: %j", async (text) => {
    expect(await own(encoder.encode(text))).toBe("damaged: part");
    await expectTheSame(text);
  });

  const scraps = ["<", ">", "/", "&", ";", "'", '"', "=", " ", "\t", "\r\n", ":", "-", "--", "]]>", "?", "?>", "<?", "<!", "<!--", "-->", "<![CDATA[", "</", "/>", "&amp;", "&#9;", "&#x41;", "&#1;", "a", "1", "順", "𠮷", "\u00b7", "\u0000", "\u00a0", " a=''", "<a>", "</a>", "<a/>", "<?p q?>"];
  const name = fc.constantFrom("a", "b", "w:a", "x:b-1", "_", "状況", "xmlns", "xmlns:w");
  const value = fc.array(fc.constantFrom("1", "順調", "𠮷", " ", "\n", "\r", "\t", "&lt;", "&#13;", "&#x3042;", "]]>", ">", "]"), { maxLength: 4 }).map((all) => all.join(""));
  const attributes = fc.uniqueArray(fc.tuple(name, value), { maxLength: 3, selector: ([key]) => key }).map((all) => all.map(([key, text]) => ` ${key}="${text}"`).join(""));
  const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
    element: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(name, attributes).map(([tag, rest]) => `<${tag}${rest}/>`),
      fc.tuple(name, attributes, fc.array(tie("content"), { maxLength: 4 })).map(([tag, rest, inner]) => `<${tag}${rest}>${inner.join("")}</${tag} >`),
    ),
    content: fc.oneof({ maxDepth: 4 }, value.map((text) => text.replaceAll("]]>", "")), fc.constantFrom("<!-- & -->", "<![CDATA[ & < ]]>", "<?p & ?>"), tie("element")),
  }));

  it("of made-up XML", async () => {
    await fc.assert(fc.asyncProperty(element, expectTheSame), { numRuns: 1000 });
  });

  it("of made-up XML in which something was put or left out", async () => {
    const broken = fc.tuple(element, fc.nat(), fc.constantFrom("", ...scraps), fc.nat(2)).map(([text, at, scrap, out]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + scrap + text.slice(place + out);
    });
    await fc.assert(fc.asyncProperty(broken, expectTheSame), { numRuns: 5000 });
  });

  it("of scraps", async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...scraps), { maxLength: 12 }).map((all) => `<a>${all.join("")}</a>`), expectTheSame), { numRuns: 5000 });
  });

  it.skipIf(!hasCorpus)("of every small part of other programs", { timeout: 120_000 }, async () => {
    let compared = 0;
    for (const path of corpusPaths()) {
      for (const [part, xml] of smallParts(corpusBytes(path))) {
        expect(await own(xml), `${path} ${part}`).toEqual(byOracle(xml));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

describe("limits of a tree", () => {
  it("depth: 255 elements in each other, no more", async () => {
    const nested = (depth: number) => encoder.encode("<a>".repeat(depth) + "</a>".repeat(depth));
    expect(await own(nested(limits.depth - 1))).not.toBeTypeOf("string");
    expect(await own(nested(limits.depth))).toBe("damaged: part");
  });

  it("elements with their attributes, the attributes of one, letters", async () => {
    const refused = async (inside: string) => own(encoder.encode(`<a>${inside}</a>`));
    expect(await refused('<b c=""/>'.repeat(limits.nodes / 2))).toBe("too-large: part: elements and attributes > 1,200,000");
    // They are counted before the first one is read.
    expect(await refused(`</b>${'<b c=""/>'.repeat(limits.nodes / 2)}`)).toBe("too-large: part: elements and attributes > 1,200,000");
    const attributes = (count: number) => `<b ${Array.from({ length: count }, (_, index) => `c${index}=""`).join(" ")}/>`;
    expect(await refused(attributes(limits.attributes))).not.toBeTypeOf("string");
    expect(await refused(attributes(limits.attributes + 1))).toBe("too-large: part: attributes of one element > 1,000");
    expect(await refused("x".repeat(limits.treeLetters))).toBe("too-large: part: letters > 33,554,432");
  });
});

/** All XML parts except sheets and shared strings, which are not read as trees. */
function smallParts(bytes: Uint8Array): [string, Uint8Array][] {
  try {
    const isSmall = (name: string) => /\.(xml|rels|vml)$/i.test(name) && !/worksheets[\\/][^\\/]*\.xml$|sharedStrings\.xml$/i.test(name);
    return Object.entries(unzipSync(bytes, { filter: ({ name }) => isSmall(name) }));
  } catch {
    return [];
  }
}

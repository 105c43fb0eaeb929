import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { nameCode } from "../../../src/hosts/file/xml/names.ts";
import { XmlScanner, type XmlSink } from "../../../src/hosts/file/xml/scanner.ts";
import { cdataText, xmlText } from "../../../src/hosts/file/xml/text.ts";
import { corpusPaths, hasCorpus, shortCorpusBytes } from "./corpus-files.ts";
import { sheet } from "./make.ts";

const encoder = new TextEncoder();

/** The output of a parser as lines: elements with their attributes, joined texts, ends. */
class Log implements XmlSink {
  readonly lines: string[] = [];
  #text = "";

  open(name: number, scanner: XmlScanner): void {
    const attributes = scanner.attributes.slice(0, scanner.count).map((code, index) =>
      attribute(code, xmlText(scanner.bytes, scanner.starts[index] ?? 0, scanner.ends[index] ?? 0)));
    this.tell(`<${name} ${attributes.join(" ")}`);
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    this.add(xmlText(bytes, start, end));
  }

  cdata(bytes: Uint8Array, start: number, end: number): void {
    this.add(cdataText(bytes, start, end));
  }

  close(name: number): void {
    this.tell(`/${name}`);
  }

  add(text: string): void {
    this.#text += text;
  }

  tell(line: string): void {
    if (this.#text !== "") this.lines.push(`"${this.#text}"`);
    this.#text = "";
    this.lines.push(line);
  }
}

function attribute(code: number, value: string): string {
  return `${code}=${value.replace(/[\n\t]/g, " ")}`;
}

function codeOf(name: string): number {
  return nameCode(name.slice(name.lastIndexOf(":") + 1));
}

function scanned(xml: Uint8Array, pieceBytes: number): string[] {
  const log = new Log();
  const scanner = new XmlScanner("part", log);
  for (let at = 0; at < xml.length; at += pieceBytes) scanner.push(xml.slice(at, at + pieceBytes));
  scanner.finish();
  return log.lines;
}

function byOracle(xml: Uint8Array): string[] {
  const log = new Log();
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw error;
  });
  let depth = 0;
  parser.on("opentag", (tag) => {
    depth++;
    const attributes = Object.entries(tag.attributes).map(([name, value]) => attribute(codeOf(name), value));
    log.tell(`<${codeOf(tag.name)} ${attributes.join(" ")}`);
  });
  parser.on("closetag", (tag) => {
    depth--;
    log.tell(`/${codeOf(tag.name)}`);
  });
  // White space outside the root element is not reported.
  parser.on("text", (text) => {
    if (depth > 0) log.add(text);
  });
  parser.on("cdata", (text) => log.add(text));
  parser.write(new TextDecoder().decode(xml)).close();
  return log.lines;
}

const tricky = encoder.encode(
  sheet(
    `<row r='1' x:y=">" ><c r="A1" t="str"><v>順調<![CDATA[ ]] > & ]]>&amp;<!-- - - > --><?pi ? >?>𠮷</v ></c\n><c/><c  s = "1"  /></row>`,
    '<?x?><!----><sheetPr a="1\n2"/>',
  ).replace("<worksheet>", '<x:worksheet xmlns:x="urn:x">').replace("</worksheet>", "</x:worksheet>\n<!-- end -->\n"),
);

describe("the scanner tells what saxes tells", () => {
  it.each([1, 2, 3, 5, 8, 1000])("in pieces of %i bytes", (pieceBytes) => {
    expect(scanned(tricky, pieceBytes)).toEqual(byOracle(tricky));
  });

  it.skipIf(!hasCorpus)("for every sheet and shared string part of other programs", { timeout: 120_000 }, () => {
    let compared = 0;
    for (const path of corpusPaths()) {
      for (const [name, xml] of sheetParts(shortCorpusBytes(path))) {
        const oracle = attempt(() => byOracle(xml));
        for (const pieceBytes of [61, 65_536]) {
          const own = attempt(() => scanned(xml, pieceBytes));
          if (own?.length !== oracle?.length || own?.some((line, index) => line !== oracle?.[index]) === true) {
            expect(own, `${path} ${name}`).toEqual(oracle);
          }
        }
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(400);
  });
});

describe("what is not XML is refused", () => {
  it.each(["", " ", "<a>", "<a", "<a></b>", "</a>", "<a/>x", "<a b/>", "<a b=1/>", "<a b='1/>", "<a b='1'", "<a>&lt;", "<a/ >", "< a/>", "<a><!-- </a>", "<a><![CDATA[</a>", "<!DOCTYPE a><a/>", "<![CDATA[x]]><a/>", "x<a/>"])("%j", (text) => {
    expect(() => scanned(encoder.encode(text), 3)).toThrow(Refusal);
  });
});

function sheetParts(bytes: Uint8Array): [string, Uint8Array][] {
  const parts = attempt(() => unzipSync(bytes, { filter: ({ name }) => /worksheets[\\/][^\\/]*\.xml$|sharedStrings\.xml$/i.test(name) })) ?? {};
  return Object.entries(parts);
}

/** The result, undefined if the work throws. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

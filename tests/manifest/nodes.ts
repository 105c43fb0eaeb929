import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";

/** An element of the manifest with its own text. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: string;
  text: string;
}

/** All elements in the order of their start tags. @throws if the text is not XML */
export function nodesOf(xml: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  const open: XmlNode[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node = { name, attributes, parent: open.at(-1)?.name ?? "", text: "" };
    found.push(node);
    open.push(node);
  });
  parser.on("text", (text) => {
    const node = open.at(-1);
    if (node) node.text += text.trim();
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return found;
}

/** Width and height from the header of a PNG; empty if the file is none. */
export function pngSize(path: string): readonly number[] {
  const header = readFileSync(path).subarray(0, 24);
  if (header.toString("latin1", 0, 8) !== "\x89PNG\r\n\x1a\n" || header.toString("latin1", 12, 16) !== "IHDR") return [];
  return [header.readUInt32BE(16), header.readUInt32BE(20)];
}

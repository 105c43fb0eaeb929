import { SaxesParser } from "saxes";
import { Refusal } from "../../../core/model/refusal.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import { asUtf8 } from "./utf8.ts";

/** An element of a small part. Names are without their prefixes; text is not kept. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

interface GrowingNode extends XmlNode {
  readonly children: GrowingNode[];
}

interface PlainNames {
  readonly xmlns: false;
  readonly position: false;
}

/** Reads a small part as a tree, the document at its top. @throws {Refusal} damaged, too-large */
export async function readTree(part: string, pieces: AsyncIterable<Uint8Array>): Promise<XmlNode> {
  const top: GrowingNode = { name: "", attributes: new Map(), children: [] };
  const parser = treeParser(part, top);
  const decoder = new TextDecoder();
  for await (const piece of asUtf8(pieces)) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  return top.children[0] ?? refuseDamaged(part);
}

function treeParser(part: string, top: GrowingNode): SaxesParser<PlainNames> {
  const path = [top];
  let count = 0;
  const parser = new SaxesParser<PlainNames>({ xmlns: false, position: false });
  parser.on("error", () => refuseDamaged(part));
  parser.on("doctype", () => refuseDamaged(part));
  parser.on("opentag", (tag) => {
    refuseAbove(++count, limits.nodes, `${part}: elements`);
    const node: GrowingNode = { name: localName(tag.name), attributes: localAttributes(tag.attributes), children: [] };
    path.at(-1)?.children.push(node);
    if (path.push(node) > limits.depth) refuseDamaged(part);
  });
  parser.on("closetag", () => path.pop());
  return parser;
}

function refuseDamaged(part: string): never {
  throw new Refusal("damaged", part);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localAttributes(attributes: Readonly<Record<string, string>>): Map<string, string> {
  const local = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith("xmlns")) local.set(localName(name), value);
  return local;
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((each) => each.name === name);
}

/** All grandchildren under the first child of that name: the items of a list such as <fonts>. */
export function items(node: XmlNode | undefined, list: string): readonly XmlNode[] {
  return child(node, list)?.children ?? [];
}

/** A number in an attribute, undefined where it is absent or no number. */
export function numberIn(node: XmlNode | undefined, attribute: string): number | undefined {
  const text = node?.attributes.get(attribute);
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** True for the words XML Schema has for true. */
export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

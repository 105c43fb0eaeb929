import { Refusal } from "../../../core/model/refusal.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import { readPlaces, type XmlNode } from "./places.ts";
import { asUtf8 } from "./utf8.ts";
import { isWellFormed } from "./well-formed.ts";

/** Reads a small part as a tree and returns its root. @throws {Refusal} damaged, too-large */
export async function readTree(part: string, pieces: AsyncIterable<Uint8Array>): Promise<XmlNode> {
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let letters = 0;
  for await (const piece of asUtf8(pieces)) {
    const text = decoder.decode(piece, { stream: true });
    refuseAbove((letters += text.length), limits.treeLetters, `${part}: letters`);
    texts.push(text);
  }
  const text = texts.join("");
  const root = readPlaces(part, text);
  if (!isWellFormed(text, root)) throw new Refusal("damaged", part);
  return root;
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((each) => each.name === name);
}

/** The children of the first child with that name: the items of a list such as <fonts>. */
export function items(node: XmlNode | undefined, list: string): readonly XmlNode[] {
  return child(node, list)?.children ?? [];
}

/** A number in an attribute; undefined if it is absent or not a number. */
export function numberIn(node: XmlNode | undefined, attribute: string): number | undefined {
  const text = node?.attributes.get(attribute);
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** True for the words that mean true in XML Schema. */
export function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

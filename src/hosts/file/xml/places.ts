import { Refusal } from "../../../core/model/refusal.ts";
import { limits, refuseAbove } from "../zip/limits.ts";

/** An attribute; `start` and `end` are the places of its value in the text. */
export interface XmlAttribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** An element and where it stands in the text. Of an empty element tag the last three places are the same. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** As it is written. */
  readonly tag: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

interface OpenElement {
  readonly name: string;
  readonly tag: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

const attribute = /\s*([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const tagEnd = /\s*(\/?)>/y;
const tagName = /[^\s/>]+/y;

/** Names of elements whose content is not read. */
export type Closed = ReadonlySet<string>;

/** Reads XML with the places of everything in it. @throws {Refusal} damaged, naming the part; too-large */
export function readPlaces(part: string, text: string, closed: Closed = new Set()): XmlElement {
  const damaged = (): never => {
    throw new Refusal("damaged", part);
  };
  const top: OpenElement = { name: "", tag: "", attributes: [], children: [], start: 0, openEnd: 0, closeStart: 0, end: 0 };
  const path = [top];
  let count = 0;
  const skip = (from: number, mark: string): number => {
    const found = text.indexOf(mark, from);
    return found < 0 ? damaged() : found + mark.length;
  };
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    if (text.startsWith("<!--", at)) at = skip(at + 4, "-->");
    else if (text.startsWith("<![CDATA[", at)) at = skip(at + 9, "]]>");
    else if (text.startsWith("<?", at)) at = skip(at + 2, "?>");
    else if (text.startsWith("</", at)) {
      const end = skip(at, ">");
      const element = path.pop();
      if (element === undefined || element === top || text.slice(at + 2, end - 1).trim() !== element.tag) return damaged();
      element.closeStart = at;
      element.end = end;
      at = end;
    } else {
      const element = openElement(text, at) ?? damaged();
      refuseAbove(++count, limits.nodes, `${part}: elements`);
      path.at(-1)?.children.push(element);
      if (path.length >= limits.depth) return damaged();
      if (text[element.openEnd - 2] !== "/") path.push(element);
      at = closed.has(element.name) && path.at(-1) === element ? skip(element.openEnd, `</${element.tag}`) - element.tag.length - 2 : element.openEnd;
    }
  }
  const [root] = top.children;
  return root === undefined || path.length > 1 ? damaged() : root;
}

function openElement(text: string, start: number): OpenElement | undefined {
  tagName.lastIndex = start + 1;
  const tag = tagName.exec(text)?.[0];
  if (tag === undefined || tag.startsWith("!")) return undefined;
  const attributes: XmlAttribute[] = [];
  let at = start + 1 + tag.length;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) break;
    const [whole, name = "", double, single] = found;
    at += whole.length;
    attributes.push({ name, start: at - 1 - (double ?? single ?? "").length, end: at - 1 });
  }
  tagEnd.lastIndex = at;
  const closing = tagEnd.exec(text);
  if (closing === null) return undefined;
  const end = at + closing[0].length;
  return { name: localName(tag), tag, attributes, children: [], start, openEnd: end, closeStart: end, end };
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

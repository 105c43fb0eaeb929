import { Refusal } from "../../../core/model/refusal.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import { resolved } from "./text.ts";

/** An attribute; `start` and `end` are the positions of its value in the text. */
export interface XmlAttribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** An element with its name, attributes and positions in the text. The last three positions of an empty element tag are equal. */
export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  /** The name as written. */
  readonly tag: string;
  /** The values by names without prefix, without namespace declarations. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The attributes as written. */
  readonly places: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** The text of an element without children. */
  readonly content: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

const none: readonly never[] = [];

/** There may be a million of these, so rare parts take no memory in the others. */
class OpenNode implements XmlNode {
  closeStart: number;
  end: number;
  #children: OpenNode[] | undefined;

  constructor(
    private readonly text: string,
    readonly name: string,
    readonly tag: string,
    readonly places: readonly XmlAttribute[],
    readonly start: number,
    readonly openEnd: number,
  ) {
    this.closeStart = openEnd;
    this.end = openEnd;
  }

  get children(): readonly OpenNode[] {
    return this.#children ?? none;
  }

  /** Made on each call, since few elements are asked. */
  get attributes(): ReadonlyMap<string, string> {
    const values = new Map<string, string>();
    for (const each of this.places) if (!each.name.startsWith("xmlns")) values.set(localName(each.name), valueIn(this.text, each));
    return values;
  }

  get content(): string {
    return resolved(this.text.slice(this.openEnd, this.closeStart));
  }

  add(child: OpenNode): void {
    (this.#children ??= []).push(child);
  }
}

/** The names of a part, each stored once. */
class Names {
  readonly #known = new Map<string, string>();

  same(name: string): string {
    const known = this.#known.get(name);
    if (known === undefined) this.#known.set(name, name);
    return known ?? name;
  }
}

/** Line ends and tabs in an attribute are spaces (XML 1.0, 3.3.3). */
function valueIn(text: string, { start, end }: XmlAttribute): string {
  return resolved(text.slice(start, end).replace(/\r\n?|[\n\t]/g, " "));
}

const attribute = /\s*([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const tagEnd = /\s*(\/?)>/y;
const tagName = /[^\s/>]+/y;

/** Names of elements whose content is not read. */
export type Closed = ReadonlySet<string>;

/** Reads XML with the positions of everything in it. @throws {Refusal} damaged, naming the part; too-large */
export function readPlaces(part: string, text: string, closed: Closed = new Set()): XmlNode {
  const damaged = (): never => {
    throw new Refusal("damaged", part);
  };
  refuseAbove(text.length, limits.treeLetters, `${part}: letters`);
  // Neither an element nor an attribute takes less than four letters.
  if (text.length > 4 * limits.nodes) refuseAbove(countPieces(text), limits.nodes, `${part}: elements and attributes`);
  const names = new Names();
  const top = new OpenNode(text, "", "", none, 0, 0);
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
      const element = openNode(part, text, at, names) ?? damaged();
      refuseAbove((count += 1 + element.places.length), limits.nodes, `${part}: elements and attributes`);
      path.at(-1)?.add(element);
      if (path.length >= limits.depth) return damaged();
      if (text[element.openEnd - 2] !== "/") path.push(element);
      at = closed.has(element.name) && path.at(-1) === element ? skip(element.openEnd, `</${element.tag}`) - element.tag.length - 2 : element.openEnd;
    }
  }
  const [root] = top.children;
  return root === undefined || path.length > 1 ? damaged() : root;
}

/** How many elements and attributes a text has, about, up to the limit: told before any is made, since a million take 300 MB. */
function countPieces(text: string): number {
  let count = 0;
  let sign = text.indexOf("=");
  for (let at = text.indexOf("<"); at >= 0 && count <= limits.nodes; at = text.indexOf("<", at + 1)) {
    if ("/!?".includes(text[at + 1] ?? "/")) continue;
    count++;
    const end = text.indexOf(">", at);
    if (end < 0) break;
    if (sign >= 0 && sign < at) sign = text.indexOf("=", at);
    for (; sign >= 0 && sign < end; sign = text.indexOf("=", sign + 1)) if (text[sign + 1] === '"' || text[sign + 1] === "'") count++;
    at = end;
  }
  return count;
}

function openNode(part: string, text: string, start: number, names: Names): OpenNode | undefined {
  tagName.lastIndex = start + 1;
  const tag = tagName.exec(text)?.[0];
  if (tag === undefined || tag.startsWith("!")) return undefined;
  const places: XmlAttribute[] = [];
  let at = start + 1 + tag.length;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) break;
    const [whole, name = "", double, single] = found;
    at += whole.length;
    if (places.length === limits.attributes) refuseAbove(places.length + 1, limits.attributes, `${part}: attributes of one element`);
    places.push({ name: names.same(name), start: at - 1 - (double ?? single ?? "").length, end: at - 1 });
  }
  tagEnd.lastIndex = at;
  const closing = tagEnd.exec(text);
  if (closing === null) return undefined;
  return new OpenNode(text, names.same(localName(tag)), names.same(tag), places.length === 0 ? none : places, start, at + closing[0].length);
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

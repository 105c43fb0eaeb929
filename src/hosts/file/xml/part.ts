import { resolved } from "./text.ts";
import { escapeAttribute, withPrefix } from "./escape.ts";
import { localName, readPlaces, type Closed, type XmlAttribute, type XmlNode } from "./places.ts";

interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part as text and its planned changes. All other characters stay. */
export class XmlPart {
  readonly root: XmlNode;
  readonly #patches: Patch[] = [];
  /** The content to put into empty element tags. */
  readonly #filled = new Map<XmlNode, Patch>();

  /** @param closed names of elements of which only start and end are needed. @throws {Refusal} damaged */
  constructor(
    readonly part: string,
    readonly text: string,
    closed?: Closed,
  ) {
    this.root = readPlaces(part, text, closed);
  }

  /** The prefix of the root element with its colon, "" if it has none. New elements are written with it. */
  get prefix(): string {
    return this.root.tag.slice(0, this.root.tag.length - this.root.name.length);
  }

  /** The namespace that the root declares for a prefix; "" is the default namespace. */
  namespace(prefix: string): string | undefined {
    return this.attribute(this.root, prefix === "" ? "xmlns" : `xmlns:${prefix.replace(":", "")}`);
  }

  /** The value of an attribute, by its name with or without prefix; undefined if there is none. */
  attribute(element: XmlNode, name: string): string | undefined {
    const found = placeOf(element, name);
    return found === undefined ? undefined : resolved(this.text.slice(found.start, found.end));
  }

  /** The text between an element's tags, with references and CDATA resolved, without comments. */
  content(element: XmlNode): string {
    const raw = this.text.slice(element.openEnd, element.closeStart);
    const pieces = raw.split(/(<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?(?:-->|$)|<\?[^]*?(?:\?>|$))/);
    return pieces.map((piece) => (piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : /^<[!?]/.test(piece) ? "" : resolved(piece))).join("");
  }

  /** The source text of the element. */
  source(element: XmlNode): string {
    return this.text.slice(element.start, element.end);
  }

  remove(element: XmlNode): void {
    this.replace(element, "");
  }

  replace(element: XmlNode, xml: string): void {
    this.#patches.push({ start: element.start, end: element.end, text: withPrefix(xml, this.prefix) });
  }

  /** Sets an attribute; an existing one keeps its place. `value` is plain text. */
  setAttribute(element: XmlNode, name: string, value: string): void {
    const found = placeOf(element, name);
    if (found !== undefined) this.#patches.push({ start: found.start, end: found.end, text: escapeAttribute(value) });
    else this.#insert(element.start + 1 + element.tag.length, ` ${name}="${escapeAttribute(value)}"`);
  }

  removeAttribute(element: XmlNode, name: string): void {
    const found = placeOf(element, name);
    if (found === undefined) return;
    const start = this.text.lastIndexOf(found.name, found.start);
    this.#patches.push({ start: start - 1, end: found.end + 1, text: "" });
  }

  /** Replaces the content between an element's tags. */
  setContent(element: XmlNode, xml: string): void {
    if (element.end === element.closeStart) this.append(element, xml);
    else this.#patches.push({ start: element.openEnd, end: element.closeStart, text: withPrefix(xml, this.prefix) });
  }

  /** Adds elements after the last child. */
  append(parent: XmlNode, xml: string): void {
    if (parent.end === parent.closeStart) this.#fill(parent, withPrefix(xml, this.prefix));
    else this.#insert(parent.closeStart, withPrefix(xml, this.prefix));
  }

  /** Adds elements as children of the root, at the place of `name` in the schema's order. */
  insertInOrder(order: readonly string[], name: string, xml: string): void {
    const rank = order.indexOf(name);
    const before = this.root.children.filter((child) => order.includes(child.name) && order.indexOf(child.name) <= rank).at(-1);
    if (this.root.end === this.root.closeStart) this.append(this.root, xml);
    else this.#insert(before?.end ?? this.root.openEnd, withPrefix(xml, this.prefix));
  }

  insertBefore(element: XmlNode, xml: string): void {
    this.#insert(element.start, withPrefix(xml, this.prefix));
  }

  insertBehind(element: XmlNode, xml: string): void {
    this.#insert(element.end, withPrefix(xml, this.prefix));
  }

  /** An empty element tag becomes two tags around its content. */
  #fill(element: XmlNode, xml: string): void {
    const known = this.#filled.get(element)?.text ?? "";
    this.#filled.set(element, { start: element.end - 2, end: element.end, text: known + xml });
  }

  #insert(at: number, text: string): void {
    this.#patches.push({ start: at, end: at, text });
  }

  get isChanged(): boolean {
    return this.#patches.length + this.#filled.size > 0;
  }

  /** The text with all changes. Changes at the same place keep the order of the calls. */
  toString(): string {
    return this.#between(0, this.text.length);
  }

  /** The text with all changes, cut at a place that no change spans. */
  cutAt(place: number): readonly [before: string, behind: string] {
    return [this.#between(0, place), this.#between(place, this.text.length)];
  }

  #between(from: number, to: number): string {
    const filled = [...this.#filled].map(([{ tag }, patch]) => ({ ...patch, text: `>${patch.text}</${tag}>` }));
    const patches = [...this.#patches, ...filled].filter(({ start }) => start >= from && (start < to || to === this.text.length));
    const pieces: string[] = [];
    let at = from;
    for (const { start, end, text } of patches.sort((one, other) => one.start - other.start || one.end - other.end)) {
      pieces.push(this.text.slice(at, start), text);
      at = Math.max(at, end);
    }
    return pieces.join("") + this.text.slice(at, to);
  }
}

function placeOf(element: XmlNode, name: string): XmlAttribute | undefined {
  return element.places.find((each) => each.name === name) ?? element.places.find((each) => !each.name.startsWith("xmlns") && localName(each.name) === name);
}

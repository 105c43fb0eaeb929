import { escapeAttribute } from "../xml/escape.ts";
import { XmlPart } from "../xml/part.ts";
import { localName, type XmlNode } from "../xml/places.ts";

/** What a conditional format changes in the look of its cells: elements, and the code of a number format. */
export interface Differential {
  readonly font: string;
  readonly numberFormat: string | undefined;
  readonly fill: string;
}

/** A differential format has its elements in the order of the schema (ECMA-376 18.8.14). */
export function differentialXml({ font, numberFormat, fill }: Differential, id: number): string {
  const format = numberFormat === undefined ? "" : `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(numberFormat)}"/>`;
  return `<dxf>${font}${format}${fill}</dxf>`;
}

/** The items of a list by index, including new ones. */
export class ItemList {
  readonly added: string[] = [];
  #known: Map<string, number> | undefined;

  constructor(
    readonly element: XmlNode | undefined,
    readonly items: string[],
  ) {}

  push(xml: string): number {
    this.added.push(xml);
    this.#known?.set(comparable(xml), this.items.length);
    return this.items.push(xml) - 1;
  }

  indexOf(xml: string): number {
    if (this.#known === undefined) {
      this.#known = new Map();
      for (const [index, item] of this.items.entries()) {
        const key = comparable(item);
        if (!this.#known.has(key)) this.#known.set(key, index);
      }
    }
    return this.#known.get(comparable(xml)) ?? this.push(xml);
  }
}

/** An item in a normal form, without prefixes and order of attributes, so that equal items are equal texts. */
export function comparable(xml: string): string {
  const part = new XmlPart("", xml);
  const say = (element: XmlNode): string => {
    const attributes = element.places
      // Excel shows the number format whether or not it is marked as applied, and numbers those of differential formats anew.
      .filter(({ name }) => !name.startsWith("xmlns") && name !== "applyNumberFormat" && (element.name !== "numFmt" || name !== "numFmtId"))
      .map(({ name, start, end }) => `${localName(name)}=${part.text.slice(start, end)}`);
    return `${element.name}[${attributes.sort().join(" ")}](${element.children.map(say).join("")})`;
  };
  return say(part.root);
}

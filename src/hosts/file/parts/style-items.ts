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

/** Numbers of items of a list. */
export type ItemNumbers = ReadonlySet<number>;

/**
 * What refers to the items of a list: cells and rows (s) and columns (style) to cell formats, furigana to fonts, pivot tables to number
 * formats, cell formats to all but each other. Differential formats have several names: dxfId, dataDxfId, headerRowDxfId.
 */
const references = {
  numFmts: /\snumFmtId\s{0,9}=\s{0,9}["'](\d{1,9})/g,
  fonts: /\sfontId\s{0,9}=\s{0,9}["'](\d{1,9})/g,
  fills: /\sfillId\s{0,9}=\s{0,9}["'](\d{1,9})/g,
  borders: /\sborderId\s{0,9}=\s{0,9}["'](\d{1,9})/g,
  cellXfs: /\s(?:s|style)\s{0,9}=\s{0,9}["'](\d{1,9})/g,
  dxfs: /[dD]xfId\s{0,9}=\s{0,9}["'](\d{1,9})/g,
} as const;

/** The numbers by which a text refers to the items of a list. */
export function itemNumbers(list: keyof typeof references, text: string): ItemNumbers {
  const numbers = new Set<number>();
  for (const [, number] of text.matchAll(references[list])) numbers.add(Number(number));
  return numbers;
}

/** The number formats of an item, which may be wrapped for newer programs. */
export function numberFormatsIn(item: XmlPart): readonly (readonly [code: string, id: number])[] {
  const within = (element: XmlNode): (readonly [string, number])[] => {
    if (element.name !== "numFmt") return element.children.flatMap(within);
    const id = Number(item.attribute(element, "numFmtId") ?? Number.NaN);
    return Number.isInteger(id) ? [[item.attribute(element, "formatCode") ?? "", id]] : [];
  };
  return within(item.root);
}

/** The number formats of a style sheet. Of those with the same code or number the first counts. */
export class NumberFormats {
  readonly byCode = new Map<string, number>();
  readonly byId = new Map<number, string>();
  /** Lower numbers are Excel's own. */
  highest = 163;

  add(code: string, id: number): void {
    if (!this.byCode.has(code)) this.byCode.set(code, id);
    if (!this.byId.has(id)) this.byId.set(id, code);
    this.highest = Math.max(this.highest, id);
  }
}

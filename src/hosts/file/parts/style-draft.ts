import { Refusal } from "../../../core/model/refusal.ts";
import { largest } from "../../../core/model/many.ts";
import { digitWidthOf } from "../looks/digit-width.ts";
import { builtInCodes, builtInFormats } from "../looks/number-formats.ts";
import { escapeAttribute, withPrefix } from "../xml/escape.ts";
import { XmlPart } from "../xml/part.ts";
import { comparable, differentialXml, ItemList, NumberFormats, numberFormatsIn, itemNumbers, type Differential, type ItemNumbers } from "./style-items.ts";

/** The lists of a style sheet in the order of the schema (ECMA-376 18.8.39). */
const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"] as const;
type StyleList = (typeof order)[number];

/** The minimum of a style sheet: the items that Excel assumes. */
const basics: readonly (readonly [list: StyleList, items: readonly string[]])[] = [
  ["fonts", ['<font><sz val="11"/><name val="游ゴシック"/><family val="2"/><charset val="128"/></font>']],
  ["fills", ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']],
  ["borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]],
  ["cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']],
  ["cellXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']],
  ["cellStyles", ['<cellStyle name="標準" xfId="0" builtinId="0"/>']],
];

/** Excel's limit of different cell formats: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const mostFormats = 65_430;

/** A style sheet with the minimum; `main` is the namespace of spreadsheets. */
export function basicStyles(main: string): string {
  const lists = basics.map(([name, items]) => `<${name} count="${items.length}">${items.join("")}</${name}>`).join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}">${lists}</styleSheet>`;
}

/** A style sheet that gets new items. Existing items keep their numbers, and an equal one is reused. */
export class StyleDraft {
  readonly #xml: XmlPart;
  readonly #lists = new Map<StyleList, ItemList>();
  #codes: NumberFormats | undefined;
  #isShorter = false;
  /** The cell formats made from others by changing the number format, by both. */
  readonly #recoded = new Map<string, number>();
  readonly #codeByStyle = new Map<number, string>();

  /** @throws {Refusal} damaged */
  constructor(
    readonly part: string,
    text: string,
  ) {
    this.#xml = new XmlPart(part, text, closedItems);
    if (this.#list("cellXfs").items.length > 0) return;
    for (const [name, items] of basics) {
      const list = this.#list(name);
      if (list.items.length === 0) for (const item of items) list.push(withPrefix(item, this.#xml.prefix));
    }
  }

  /** The name of the workbook's standard font, as elements of a font. */
  get standardFont(): string {
    const font = this.#list("fonts").items[0] ?? "";
    return ["name", "family", "charset", "scheme"].map((name) => new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*/>`).exec(font)?.[0] ?? "").join("");
  }

  /** The width of a digit of this font, in CSS pixels. */
  get digitWidth(): number {
    const font = this.#list("fonts").items[0];
    const valueOf = (name: string) => new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*?val="([^"]*)"`).exec(font ?? "")?.[1];
    return digitWidthOf(font === undefined ? undefined : { name: valueOf("name"), sizePt: Number(valueOf("sz") ?? 11) });
  }

  /** The number format code of a cell format. */
  code(style: number): string {
    const known = this.#codeByStyle.get(style) ?? this.#codeOf(style);
    this.#codeByStyle.set(style, known);
    return known;
  }

  #codeOf(style: number): string {
    const item = this.#list("cellXfs").items[style];
    const id = item === undefined ? 0 : Number(attributeIn(item, "numFmtId") ?? "0");
    return this.#numberFormats().byId.get(id) ?? builtInCodes.get(id) ?? "General";
  }

  /** True if cells with the format are locked on a protected sheet. */
  isLocked(style: number): boolean {
    const xf = new XmlPart(this.part, this.#list("cellXfs").items[style] ?? "<xf/>");
    const protection = xf.root.children.find(({ name }) => name === "protection");
    return protection === undefined || !["0", "false"].includes(xf.attribute(protection, "locked") ?? "");
  }

  /** The index of a cell format that only differs from another in its number format. @throws {Refusal} too-large */
  withCode(style: number, code: string): number {
    const key = `${style} ${code}`;
    const known = this.#recoded.get(key) ?? this.#recode(style, code);
    this.#recoded.set(key, known);
    return known;
  }

  #recode(style: number, code: string): number {
    const formats = this.#list("cellXfs");
    const like = formats.items[style] ?? formats.items[0] ?? "";
    const xf = new XmlPart(this.part, like);
    xf.setAttribute(xf.root, "numFmtId", String(this.#numberFormat(code)));
    xf.setAttribute(xf.root, "applyNumberFormat", "1");
    return this.#format(xf.toString());
  }

  /** The index of a cell format made of elements; `alignment` is an element or "". @throws {Refusal} too-large */
  format(look: { readonly font: string; readonly fill: string | null; readonly border: string | null; readonly numberFormat: string; readonly alignment: string }): number {
    const font = this.#add("fonts", look.font);
    const fill = look.fill === null ? 0 : this.#add("fills", look.fill);
    const border = look.border === null ? 0 : this.#add("borders", look.border);
    const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"`;
    const parent = this.#list("cellStyleXfs").items.length > 0 ? ' xfId="0"' : "";
    return this.#format(`<xf numFmtId="${this.#numberFormat(look.numberFormat)}" fontId="${font}" fillId="${fill}" borderId="${border}"${parent} ${applied}>${look.alignment}</xf>`);
  }

  /** The font size in points of a cell format, and whether its text wraps. */
  textLook(style: number): { readonly size: number; readonly wraps: boolean } {
    const xf = new XmlPart(this.part, this.#list("cellXfs").items[style] ?? "<xf/>");
    const font = new XmlPart(this.part, this.#list("fonts").items[Number(xf.attribute(xf.root, "fontId") ?? "0")] ?? "<font/>");
    const [size, alignment] = [font.root.children.find(({ name }) => name === "sz"), xf.root.children.find(({ name }) => name === "alignment")];
    const points = Number((size && font.attribute(size, "val")) ?? Number.NaN);
    return { size: points > 0 ? points : 11, wraps: alignment !== undefined && ["1", "true"].includes(xf.attribute(alignment, "wrapText") ?? "") };
  }

  /** The index of a differential format, as conditional formats use it. */
  differential(look: Differential): number {
    return this.#add("dxfs", differentialXml(look, this.#freeFormatId()));
  }

  /** True if the differential format at an index equals this one. */
  sameDifferential(index: number, look: Differential): boolean {
    const item = this.#list("dxfs").items[index];
    return item !== undefined && comparable(item) === comparable(differentialXml(look, 0));
  }

  /** The number of the last item of a list; -1 where there is none. */
  last(name: StyleList): number {
    return this.#list(name).items.length - 1;
  }

  /** Takes these differential formats away as far as they are the last ones. Nothing where some are new. */
  dropDifferentials(unused: ItemNumbers): void {
    this.#dropLast("dxfs", (index) => unused.has(index));
  }

  /** Takes away what a former state of this style sheet had not and nothing uses, from the end of each list. @param used numbers to which other parts refer */
  dropAdded(former: StyleDraft, used: { readonly cellXfs: ItemNumbers; readonly fonts: ItemNumbers; readonly numFmts: ItemNumbers }): void {
    const left = this.#dropLast("cellXfs", (index) => index > former.last("cellXfs") && !used.cellXfs.has(index));
    const formats = [...this.#list("cellStyleXfs").items, ...this.#list("cellXfs").items.slice(0, left)].join("");
    const none: ItemNumbers = new Set();
    for (const [name, others] of [["numFmts", used.numFmts], ["fonts", used.fonts], ["fills", none], ["borders", none]] as const) {
      const needed = itemNumbers(name, formats);
      const numberOf = (index: number, item: string) => (name === "numFmts" ? Number(attributeIn(item, "numFmtId")) : index);
      this.#dropLast(name, (index, item) => index > former.last(name) && ![needed, others].some((numbers) => numbers.has(numberOf(index, item))));
    }
  }

  /** Takes items away from the end of a list, since the others are known by their numbers; nothing where some are new. @returns how many are left */
  #dropLast(name: StyleList, isUnused: (index: number, item: string) => boolean): number {
    const { items, added, element } = this.#list(name);
    if (added.length > 0 || element?.children.length !== items.length) return items.length;
    let left = items.length;
    while (left > 0 && isUnused(left - 1, items[left - 1] ?? "")) left--;
    if (left === items.length) return left;
    this.#isShorter = true;
    // Excel writes the list of differential formats where it is empty too.
    if (left === 0) this.#xml.replace(element, name === "dxfs" ? '<dxfs count="0"/>' : "");
    else this.#xml.setAttribute(element, "count", String(left));
    if (left > 0) for (const item of element.children.slice(left)) this.#xml.remove(item);
    return left;
  }

  /** A number for a format that no other one in the workbook has, nor a differential format. */
  #freeFormatId(): number {
    const inDifferentials = this.#list("dxfs").items.flatMap((item) => [...item.matchAll(/numFmtId\s{0,9}=\s{0,9}["'](\d{1,9})/g)].map(([, id]) => Number(id)));
    return largest(inDifferentials, this.#numberFormats().highest) + 1;
  }

  get isChanged(): boolean {
    return this.#isShorter || [...this.#lists.values()].some(({ added }) => added.length > 0);
  }

  /** The final style sheet. */
  toString(): string {
    for (const name of order) {
      const { element, items = [], added = [] } = this.#lists.get(name) ?? {};
      if (added.length === 0) continue;
      if (element === undefined) this.#xml.insertInOrder(order, name, `<${name} count="${items.length}">${added.join("")}</${name}>`);
      else {
        // Excel wraps new kinds of items: they are no direct children but count.
        const isPlain = element.children.every((each) => each.name === singular.get(name));
        const before = isPlain ? items.length - added.length : Number(this.#xml.attribute(element, "count") ?? element.children.length);
        this.#xml.setAttribute(element, "count", String(before + added.length));
        this.#xml.append(element, added.join(""));
      }
    }
    return this.#xml.toString();
  }

  #format(xml: string): number {
    const index = this.#add("cellXfs", xml);
    if (index >= mostFormats) throw new Refusal("too-large", `${this.part}: cell formats > ${mostFormats}`);
    return index;
  }

  #numberFormat(code: string): number {
    const formats = this.#numberFormats();
    const own = formats.byCode.get(code);
    if (own !== undefined) return own;
    const builtIn = builtInFormats.get(code);
    if (builtIn !== undefined && !formats.byId.has(builtIn)) return builtIn;
    const id = formats.highest + 1;
    this.#list("numFmts").push(`<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    formats.add(code, id);
    return id;
  }

  #numberFormats(): NumberFormats {
    if (this.#codes !== undefined) return this.#codes;
    const formats = new NumberFormats();
    for (const item of this.#list("numFmts").items) for (const [code, id] of numberFormatsIn(new XmlPart(this.part, item))) formats.add(code, id);
    return (this.#codes = formats);
  }

  #add(name: StyleList, xml: string): number {
    return this.#list(name).indexOf(withPrefix(xml, this.#xml.prefix));
  }

  #list(name: StyleList): ItemList {
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    const element = this.#xml.root.children.find((each) => each.name === name);
    const list = new ItemList(element, element?.children.map((each) => this.#xml.source(each)) ?? []);
    this.#lists.set(name, list);
    return list;
  }
}

const singular: ReadonlyMap<StyleList, string> = new Map([["numFmts", "numFmt"], ["fonts", "font"], ["fills", "fill"], ["borders", "border"], ["cellXfs", "xf"], ["dxfs", "dxf"]]);

/** Items that are only read on request, since there may be 65,000. */
const closedItems: ReadonlySet<string> = new Set(["xf", "font", "fill", "border", "dxf"]);

function attributeIn(item: string, name: string): string | undefined {
  const xml = new XmlPart("", item);
  return xml.attribute(xml.root, name);
}

import { largest, smallest } from "../../../core/model/many.ts";
import type { XmlNode } from "../xml/places.ts";
import { child, numberIn } from "../xml/tree.ts";

/** Theme colours in the order cells name them: light before dark (ECMA-376 18.8.3 with 20.1.6.2). */
const themeOrder = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
const officeTheme = ["ffffff", "000000", "eeece1", "1f497d", "4f81bd", "c0504d", "9bbb59", "8064a2", "4bacc6", "f79646", "0000ff", "800080"];

/** The indexed colours 8 to 63; 0 to 7 repeat the first eight (ECMA-376 18.8.27). */
const indexed = (
  "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 " +
  "9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff " +
  "00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** A colour as files write it: #RRGGBB preceded by full opacity. */
export function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/** Resolves colour elements to #rrggbb. */
export class Colors {
  readonly #theme: readonly string[];
  readonly #indexed: readonly string[];

  constructor(styles: XmlNode | undefined, theme: XmlNode | undefined) {
    const scheme = child(child(theme, "themeElements"), "clrScheme");
    this.#theme = themeOrder.map((name, index) => schemeColor(child(scheme, name)) ?? officeTheme[index] ?? "000000");
    const own = child(child(styles, "colors"), "indexedColors")?.children.map((each) => rgbOf(each.attributes.get("rgb")) ?? "000000");
    this.#indexed = own ?? [...indexed.slice(0, 8), ...indexed];
  }

  /** The colour; undefined if the element is absent or leaves it to the system. */
  resolve(node: XmlNode | undefined): string | undefined {
    const base = rgbOf(node?.attributes.get("rgb")) ?? this.#theme[numberIn(node, "theme") ?? -1] ?? this.#indexed[numberIn(node, "indexed") ?? -1];
    return base === undefined ? undefined : `#${tinted(base, numberIn(node, "tint") ?? 0)}`;
  }
}

function schemeColor(node: XmlNode | undefined): string | undefined {
  const color = node?.children[0];
  return rgbOf(color?.attributes.get("lastClr") ?? color?.attributes.get("val"));
}

function rgbOf(text: string | undefined): string | undefined {
  return text !== undefined && /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(text) ? text.slice(-6).toLowerCase() : undefined;
}

/** Lightens or darkens in the HLS model (ECMA-376 18.8.19). Hue and saturation stay. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255);
  const high = largest(parts);
  const low = smallest(parts);
  const light = (high + low) / 2;
  const target = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = high - low;
  const range = 1 - Math.abs(2 * light - 1);
  const targetChroma = range === 0 ? 0 : (chroma / range) * (1 - Math.abs(2 * target - 1));
  return parts.map((part) => hex(target + (chroma === 0 ? 0 : ((part - light) / chroma) * targetChroma))).join("");
}

function hex(part: number): string {
  return Math.round(Math.min(1, Math.max(0, part)) * 255).toString(16).padStart(2, "0");
}

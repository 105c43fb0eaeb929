import { Colors } from "./colors.ts";
import type { XmlNode } from "../xml/places.ts";
import { child, isTrue, items, numberIn } from "../xml/tree.ts";

/** One edge of a cell: the name of the style in the file, such as "thin" or "mediumDashed", and #rrggbb. */
export interface BorderEdge {
  readonly style: string;
  readonly color: string;
}

/** The look of a cell as plain data. Colours are #rrggbb, undefined for the system's. */
export interface CellStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly fontSizePt: number;
  readonly color: string | undefined;
  readonly fill: string | undefined;
  /** As in the file: "general", "left", "center", "right", "fill", "justify", "centerContinuous", "distributed". */
  readonly horizontal: string;
  /** As in the file: "top", "center", "bottom", "justify", "distributed". */
  readonly vertical: string;
  readonly wrap: boolean;
  /** In steps of three spaces. */
  readonly indent: number;
  /** Degrees: 0 to 90 upwards, 91 to 180 for 1 to 90 downwards, 255 for letters below each other (ECMA-376 18.8.1). */
  readonly textRotation: number;
  readonly borders: {
    readonly top: BorderEdge | undefined;
    readonly right: BorderEdge | undefined;
    readonly bottom: BorderEdge | undefined;
    readonly left: BorderEdge | undefined;
  };
}

/** The different styles of a workbook, and the style of each cell format. */
export interface CellStyles {
  readonly styles: readonly CellStyle[];
  /** Index into `styles` by the index of the cell format. */
  readonly byFormat: readonly number[];
}

/** Resolves fonts, fills, borders and alignments. There is always at least one style, and the plain one is first. */
export function cellStyles(root: XmlNode | undefined, theme: XmlNode | undefined): CellStyles {
  const colors = new Colors(root, theme);
  const fonts = items(root, "fonts");
  const fills = items(root, "fills").map((fill) => fillColor(fill, colors));
  const borders = items(root, "borders").map((border) => bordersOf(border, colors));
  const known = new Map<string, number>();
  const styles: CellStyle[] = [];
  const indexOf = (style: CellStyle): number => {
    const key = JSON.stringify(style);
    const index = known.get(key) ?? styles.push(style) - 1;
    known.set(key, index);
    return index;
  };
  const formats = items(root, "cellXfs");
  const byFormat = formats.map((format) => indexOf({
    ...fontOf(fonts[numberIn(format, "fontId") ?? 0], colors),
    fill: fills[numberIn(format, "fillId") ?? 0],
    ...alignmentOf(child(format, "alignment")),
    borders: borders[numberIn(format, "borderId") ?? 0] ?? bordersOf(undefined, colors),
  }));
  if (styles.length === 0) styles.push({ ...fontOf(fonts[0], colors), fill: undefined, ...alignmentOf(undefined), borders: bordersOf(undefined, colors) });
  return { styles, byFormat };
}

/** The workbook's standard font; undefined where it names none. */
export function standardFont(root: XmlNode | undefined): { readonly name: string | undefined; readonly sizePt: number } | undefined {
  const [font] = items(root, "fonts");
  return font && { name: child(font, "name")?.attributes.get("val"), sizePt: numberIn(child(font, "sz"), "val") ?? usualSize };
}

const usualSize = 11;

function fontOf(font: XmlNode | undefined, colors: Colors): Pick<CellStyle, "bold" | "italic" | "underline" | "strike" | "fontSizePt" | "color"> {
  return {
    bold: isOn(child(font, "b")),
    italic: isOn(child(font, "i")),
    underline: child(font, "u") !== undefined && child(font, "u")?.attributes.get("val") !== "none",
    strike: isOn(child(font, "strike")),
    fontSizePt: numberIn(child(font, "sz"), "val") ?? usualSize,
    color: colors.resolve(child(font, "color")),
  };
}

/** An element such as <b/> means true unless its value says otherwise. */
function isOn(node: XmlNode | undefined): boolean {
  return node !== undefined && isTrue(node.attributes.get("val") ?? "1");
}

/** Solid and patterned fills by their foreground, gradients by their first stop. */
function fillColor(fill: XmlNode, colors: Colors): string | undefined {
  const pattern = child(fill, "patternFill");
  if (pattern === undefined) return colors.resolve(child(child(child(fill, "gradientFill"), "stop"), "color"));
  return (pattern.attributes.get("patternType") ?? "none") === "none" ? undefined : colors.resolve(child(pattern, "fgColor"));
}

function alignmentOf(node: XmlNode | undefined): Pick<CellStyle, "horizontal" | "vertical" | "wrap" | "indent" | "textRotation"> {
  return {
    horizontal: node?.attributes.get("horizontal") ?? "general",
    vertical: node?.attributes.get("vertical") ?? "bottom",
    wrap: isTrue(node?.attributes.get("wrapText")),
    indent: numberIn(node, "indent") ?? 0,
    textRotation: numberIn(node, "textRotation") ?? 0,
  };
}

/** Strict files call left and right start and end (ECMA-376 18.8.6). */
function bordersOf(border: XmlNode | undefined, colors: Colors): CellStyle["borders"] {
  const edge = (...sides: string[]): BorderEdge | undefined => {
    const node = border?.children.find((each) => sides.includes(each.name));
    const style = node?.attributes.get("style") ?? "none";
    return style === "none" ? undefined : { style, color: colors.resolve(child(node, "color")) ?? "#000000" };
  };
  return { top: edge("top"), right: edge("right", "end"), bottom: edge("bottom"), left: edge("left", "start") };
}

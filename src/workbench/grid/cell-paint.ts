import type { CSSProperties } from "react";
import type { BorderEdge, CellStyle } from "../../hosts/file/file-workbook.ts";

const pixelsPerPoint = 96 / 72;
const indentWidth = 9;

const strokes: ReadonlyMap<string, string> = new Map([
  ["hair", "1px dotted"],
  ["dotted", "1px dotted"],
  ["dashed", "1px dashed"],
  ["dashDot", "1px dashed"],
  ["dashDotDot", "1px dashed"],
  ["slantDashDot", "2px dashed"],
  ["mediumDashed", "2px dashed"],
  ["mediumDashDot", "2px dashed"],
  ["mediumDashDotDot", "2px dashed"],
  ["medium", "2px solid"],
  ["thick", "3px solid"],
  ["double", "3px double"],
]);

/** A cell's style as CSS: `box` for the cell, `text` for the text in it. */
export interface CellPaint {
  readonly box: CSSProperties;
  readonly text: CSSProperties;
  readonly style: CellStyle;
}

/** The page's paper: the background where the file names no colour. */
export interface Paper {
  readonly ground: string;
  readonly ink: string;
}

/** The file's own colours; on dark paper only as far as the text stays readable. */
export function cellPaint(style: CellStyle, paper: Paper, zoom: number): CellPaint {
  const ground = style.fill ?? paper.ground;
  const { top, right, bottom, left } = style.borders;
  return {
    style,
    box: {
      ...(style.fill !== undefined && { backgroundColor: style.fill, borderRightColor: style.fill, borderBottomColor: style.fill }),
      color: readable(style.color ?? paper.ink, ground, paper),
      ...edge("Top", top, paper),
      ...edge("Right", right, paper),
      ...edge("Bottom", bottom, paper),
      ...edge("Left", left, paper),
      fontSize: style.fontSizePt * pixelsPerPoint * zoom,
      ...(style.bold && { fontWeight: 700 }),
      ...(style.italic && { fontStyle: "italic" }),
      textDecoration: [style.underline && "underline", style.strike && "line-through"].filter(Boolean).join(" ") || "none",
      alignItems: verticals.get(style.vertical) ?? "flex-end",
    },
    text: { ...rotation(style.textRotation), ...(style.wrap ? { whiteSpace: "pre-wrap" } : { whiteSpace: "pre" }), ...indent(style, zoom) },
  };
}

const verticals: ReadonlyMap<string, string> = new Map([["top", "flex-start"], ["center", "center"], ["distributed", "center"], ["justify", "flex-start"]]);

/** Alignment of a cell's text: numbers go right unless the file says otherwise. */
export function horizontalOf({ horizontal }: CellStyle, isNumber: boolean): "left" | "center" | "right" {
  if (horizontal === "center" || horizontal === "centerContinuous" || horizontal === "distributed") return "center";
  if (horizontal === "right") return "right";
  return horizontal === "general" && isNumber ? "right" : "left";
}

function edge(side: string, border: BorderEdge | undefined, paper: Paper): CSSProperties {
  return border ? { [`border${side}`]: `${strokes.get(border.style) ?? "1px solid"} ${border.color === "#000000" ? paper.ink : border.color}` } : {};
}

function indent({ indent: steps, horizontal }: CellStyle, zoom: number): CSSProperties {
  if (steps === 0) return {};
  const width = steps * indentWidth * zoom;
  return horizontal === "right" ? { paddingRight: width } : { paddingLeft: width };
}

function rotation(degrees: number): CSSProperties {
  if (degrees === 255) return { writingMode: "vertical-rl", textOrientation: "upright" };
  if (degrees === 90) return { writingMode: "vertical-rl", transform: "rotate(180deg)" };
  if (degrees === 180) return { writingMode: "vertical-rl" };
  return {};
}

function readable(color: string, ground: string, paper: Paper): string {
  const isLightPaper = luminance(paper.ground) > 0.5;
  if (isLightPaper || contrast(color, ground) >= 4.5) return color;
  return contrast("#000000", ground) > contrast("#ffffff", ground) ? "#000000" : "#ffffff";
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

import { fitLines, textWidth } from "../../core/wording/text-width.ts";
import type { CellView } from "../worker/messages.ts";
import { horizontalOf, type CellPaint } from "./cell-paint.ts";
import type { PlacedCell } from "./row-cells.ts";

/** Where a cell's symbols stand: in a corner at the top that its text leaves free, beside a text that needs no further line for it, or as a wedge in the left corner that is too small to reach a letter. */
export type SignPlace = "right" | "left" | "beside" | "wedge";

/** What the edges of a cell take from its text's width, in CSS pixels. */
export const textInset = 10;
/** What a symbol takes beside its size, in CSS pixels: its edges and the gap to the next one or to the edge of the cell. */
export const signEdges = 3;
/** The height of a line in letters. */
export const lineInLetters = 1.3;

/** What they take at least, with the edge that neighbours share. */
const leastInset = 7;
/** Signs that a browser makes half as wide at the end of a line where they would not fit. */
const trimmed = /[、。，．）〕］｝〉》」』】]/g;

/** Finds the place of symbols of this size, which take so much `room` across, both in CSS pixels. A corner is free where even the longest first line leaves it so. */
export function signPlace({ width, height }: Pick<PlacedCell, "width" | "height">, { text, isNumber }: Pick<CellView, "text" | "isNumber">, { box, style }: CellPaint, { size, room }: { readonly size: number; readonly room: number }): SignPlace {
  if (text === "") return "right";
  if (style.textRotation !== 0) return "wedge";
  const letter = Number(box.fontSize);
  const linesIn = (across: number, of = text) => of.split("\n").flatMap((line) => (style.wrap ? fitLines(line, Math.max(2, Math.floor((2 * across) / letter))) : [line]));
  const [most, fewest] = [linesIn(width - textInset), linesIn(width - leastInset, text.replace(trimmed, ")"))];
  const above = (height - most.length * letter * lineInLetters) * (box.alignItems === "flex-end" ? 1 : box.alignItems === "center" ? 0.5 : 0);
  if (above >= size + signEdges) return "right";
  const free = width - textInset - (textWidth(text.slice(0, fewest[0]?.length), 1.2) * letter) / 2;
  const side = horizontalOf(style, isNumber);
  if ((side === "left" ? free : side === "center" ? free / 2 : 0) >= room) return "right";
  if ((side === "right" ? free : 0) >= room) return "left";
  return style.wrap && side === "left" && linesIn(width - textInset - room).length === fewest.length ? "beside" : "wedge";
}

import { arrange, fittingHeight, writeLook } from "../../model/arrange.ts";
import type { Look } from "../../model/look.ts";
import type { Tracked } from "../../model/sheet.ts";
import { writeFill } from "../../model/write.ts";
import { wrong } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { HostObject, Scalar } from "../host-object.ts";
import type { Json } from "../wire.ts";
import { rangeBorders } from "./range-borders.ts";
import { done } from "./registrations.ts";

export function rangeFormat(context: Context, tracked: Tracked): HostObject {
  const look = <K extends keyof Look>(key: K, parse: (value: unknown) => Look[K] & Json, since = 1) => lookScalar(context, tracked, `RangeFormat.${key}`, key, parse, since);
  return {
    type: "RangeFormat",
    scalars: {
      HorizontalAlignment: look("horizontal", oneOf("General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed")),
      VerticalAlignment: look("vertical", oneOf("Top", "Center", "Bottom", "Justify", "Distributed")),
      WrapText: look("wrap", flagOf),
      ColumnWidth: { since: 2, read: () => widthOf(tracked), write: (value) => setWidth(context, tracked, value) },
      RowHeight: { since: 2, read: () => heightOf(tracked) },
    },
    links: {
      Fill: { open: () => rangeFill(context, tracked) },
      Font: { open: () => rangeFont(context, tracked) },
      Borders: { open: () => rangeBorders(context, tracked) },
    },
    calls: { AutofitRows: { since: 2, writes: true, run: (args) => done(args.atMost(0), () => fitRows(context, tracked)) } },
  };
}

function rangeFont(context: Context, tracked: Tracked): HostObject {
  return {
    type: "RangeFont",
    scalars: {
      Bold: lookScalar(context, tracked, "RangeFont.Bold", "bold", flagOf),
      Size: lookScalar(context, tracked, "RangeFont.Size", "size", sizeOf),
      Color: lookScalar(context, tracked, "RangeFont.Color", "color", colorOf),
      Underline: lookScalar(context, tracked, "RangeFont.Underline", "underline", oneOf("None", "Single")),
    },
  };
}

/** A look that all cells of a range share; null where they differ. */
function lookScalar<K extends keyof Look>(
  { book }: Context,
  tracked: Tracked,
  what: string,
  key: K,
  parse: (value: unknown) => Look[K] & Json,
  since = 1,
): Scalar {
  return {
    since,
    read: () => uniform(tracked, ({ look }) => JSON.stringify(look[key])),
    write: (value) => {
      const parsed = parse(value);
      writeLook(book, tracked.sheet, what, tracked.areas, (look) => ({ ...look, [key]: parsed }));
    },
  };
}

function rangeFill({ book }: Context, tracked: Tracked): HostObject {
  const fill = (color: string | undefined) => {
    for (const area of tracked.areas) writeFill(book, tracked.sheet, area, color);
  };
  return {
    type: "RangeFill",
    // No fill reads as white, like a white fill (OfficeDev/office-js#6218).
    scalars: { Color: { read: () => uniform(tracked, (cell) => cell.fill ?? "#FFFFFF"), write: (value) => fill(colorOf(value)) } },
    calls: { Clear: { writes: true, run: (args) => done(args.atMost(0), () => fill(undefined)) } },
  };
}

/** What all cells share; null where they differ. */
function uniform({ sheet, areas }: Tracked, read: (cell: ReturnType<Tracked["sheet"]["cell"]>) => string): string | null {
  const seen = new Set<string>();
  for (const { row, column, rows, columns } of areas) {
    for (let down = 0; down < rows && seen.size < 2; down++) {
      for (let right = 0; right < columns; right++) seen.add(read(sheet.cell(row + down, column + right)));
    }
  }
  return seen.size === 1 ? ([...seen][0] ?? null) : null;
}

function widthOf({ sheet, areas }: Tracked): number | null {
  const widths = new Set(areas.flatMap(({ column, columns }) => Array.from({ length: columns }, (_, right) => sheet.columnWidths.get(column + right) ?? 54)));
  return widths.size === 1 ? ([...widths][0] ?? null) : null;
}

function heightOf({ sheet, areas }: Tracked): number | null {
  const heights = new Set(areas.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, down) => sheet.rowHeights.get(row + down) ?? 18.75)));
  return heights.size === 1 ? ([...heights][0] ?? null) : null;
}

/** In points; at most 255 digits of the standard font. */
function setWidth({ book }: Context, { sheet, areas }: Tracked, value: unknown): void {
  if (typeof value !== "number" || value < 0 || value > 1535) throw wrong("a column's width is a number of points");
  arrange(book, sheet, "RangeFormat.ColumnWidth", areas, () => {
    for (const { column, columns } of areas) for (let right = 0; right < columns; right++) sheet.columnWidths.set(column + right, value);
  });
}

function fitRows({ book }: Context, { sheet, areas }: Tracked): void {
  arrange(book, sheet, "RangeFormat.AutofitRows", areas, () => {
    for (const { row, rows } of areas) for (let each = row; each < row + rows; each++) sheet.rowHeights.set(each, fittingHeight(sheet, sheet.rowCells(each)));
  });
}

function flagOf(value: unknown): boolean {
  if (typeof value !== "boolean") throw wrong("true or false");
  return value;
}

function sizeOf(value: unknown): number {
  if (typeof value !== "number" || value < 1 || value > 409) throw wrong("a font has 1 to 409 points");
  return value;
}

function oneOf<T extends string>(...known: readonly T[]): (value: unknown) => T {
  return (value) => {
    const found = known.find((each) => each === value);
    if (found === undefined) throw wrong(`one of ${known.join(", ")}`);
    return found;
  };
}

/** A colour such as "#FFCC00"; colour names are not modelled. */
export function colorOf(value: unknown): string {
  if (typeof value !== "string" || !/^#[0-9a-f]{6}$/i.test(value)) throw wrong("a colour is #RRGGBB");
  return value.toUpperCase();
}

import type { Area } from "../../model/area.ts";
import { writeLook } from "../../model/arrange.ts";
import type { Side } from "../../model/look.ts";
import type { Tracked } from "../../model/sheet.ts";
import { wrong } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { colorOf } from "./range-format.ts";

/** The cell sides that a border of the range covers. */
const sides: Readonly<Record<string, (area: Area, row: number, column: number) => readonly Side[]>> = {
  EdgeTop: (area, row) => (row === area.row ? ["top"] : []),
  EdgeBottom: (area, row) => (row === area.row + area.rows - 1 ? ["bottom"] : []),
  EdgeLeft: (area, _, column) => (column === area.column ? ["left"] : []),
  EdgeRight: (area, _, column) => (column === area.column + area.columns - 1 ? ["right"] : []),
  InsideHorizontal: (area, row) => [...(row > area.row ? (["top"] as const) : []), ...(row < area.row + area.rows - 1 ? (["bottom"] as const) : [])],
  InsideVertical: (area, _, column) => [
    ...(column > area.column ? (["left"] as const) : []),
    ...(column < area.column + area.columns - 1 ? (["right"] as const) : []),
  ],
};

/** Borders by the name of their place. A block of one row has no inner border and refuses the question, as Excel's own object model does. */
export function rangeBorders(context: Context, tracked: Tracked): HostObject {
  return {
    type: "RangeBorderCollection",
    item: (key) => {
      const known = typeof key === "string" && Object.hasOwn(sides, key) ? key : undefined;
      if (known === undefined) throw wrong(`no border ${String(key)}`);
      const has = ({ rows, columns }: Area) => (known === "InsideHorizontal" ? rows > 1 : known !== "InsideVertical" || columns > 1);
      if (!tracked.areas.every(has)) throw wrong(`${known} of a block that has no inside`);
      return border(context, tracked, known);
    },
  };
}

/** The style must be set first, since a border without one has no colour. */
function border({ book }: Context, { sheet, areas }: Tracked, name: string): HostObject {
  const draw = (what: string, color: string | undefined) =>
    writeLook(book, sheet, `RangeBorder.${what} ${name}`, areas, (look, row, column, area) => {
      const borders = { ...look.borders };
      for (const side of sides[name]?.(area, row, column) ?? []) {
        if (color !== undefined) borders[side] = color;
        else borders[side] ??= "#000000";
      }
      return { ...look, borders };
    });
  return {
    type: "RangeBorder",
    scalars: {
      Style: {
        write: (value) => {
          if (value !== "Continuous") throw wrong("the stand-in draws continuous borders only");
          draw("Style", undefined);
        },
      },
      Color: { write: (value) => draw("Color", colorOf(value)) },
    },
  };
}

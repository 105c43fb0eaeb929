import type { Tracked } from "../../model/sheet.ts";
import { writeFill } from "../../model/write.ts";
import { wrong } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { done } from "./registrations.ts";

export function rangeFormat(context: Context, tracked: Tracked): HostObject {
  return { type: "RangeFormat", links: { Fill: { open: () => rangeFill(context, tracked) } } };
}

function rangeFill({ book }: Context, tracked: Tracked): HostObject {
  const fill = (color: string | undefined) => {
    for (const area of tracked.areas) writeFill(book, tracked.sheet, area, color);
  };
  return {
    type: "RangeFill",
    scalars: { Color: { read: () => fillOf(tracked), write: (value) => fill(colorOf(value)) } },
    calls: { Clear: { writes: true, run: (args) => done(args.atMost(0), () => fill(undefined)) } },
  };
}

/** White for no fill, which reads like a white one (OfficeDev/office-js#6218); null for a mixed one. */
function fillOf({ sheet, areas }: Tracked): string | null {
  const colors = new Set<string>();
  for (const { row, column, rows, columns } of areas) {
    for (let down = 0; down < rows && colors.size < 2; down++) {
      for (let right = 0; right < columns; right++) colors.add(sheet.cell(row + down, column + right).fill ?? "#FFFFFF");
    }
  }
  return colors.size === 1 ? ([...colors][0] ?? null) : null;
}

/** A colour such as "#FFCC00"; names of colours are not modelled. */
export function colorOf(value: unknown): string {
  if (typeof value !== "string" || !/^#[0-9a-f]{6}$/i.test(value)) throw wrong("a colour is #RRGGBB");
  return value.toUpperCase();
}

import { cellCount, quotedName } from "../../model/area.ts";
import type { Tracked } from "../../model/sheet.ts";
import { toldAddress, type Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { conditionalFormats } from "./conditional-formats.ts";
import { rangeFormat } from "./range-format.ts";
import { worksheet } from "./worksheet.ts";

/** Several blocks of one sheet. */
export function rangeAreas(context: Context, tracked: Tracked): HostObject {
  const { sheet } = tracked;
  return {
    type: "RangeAreas",
    tracked,
    scalars: {
      Address: { read: () => tracked.areas.map((area) => `${quotedName(sheet.name)}!${toldAddress(context.spelling, area)}`).join(",") },
      AreaCount: { read: () => tracked.areas.length },
      CellCount: { read: () => tracked.areas.reduce((sum, area) => sum + cellCount(area), 0) },
    },
    links: {
      ConditionalFormats: { open: () => conditionalFormats(context, tracked) },
      Format: { open: () => rangeFormat(context, tracked) },
      Worksheet: { open: () => worksheet(context, sheet) },
    },
  };
}

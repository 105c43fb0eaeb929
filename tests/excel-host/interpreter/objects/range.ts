import { bounding, intersection, isUnbounded, type Area } from "../../model/area.ts";
import { ExcelError } from "../../model/refusal.ts";
import { wholeSheet, type Tracked } from "../../model/sheet.ts";
import type { Arguments } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { Call, Finder, HostObject } from "../host-object.ts";
import { conditionalFormats } from "./conditional-formats.ts";
import { dataValidation } from "./data-validation.ts";
import { areaOf, rangeScalars } from "./range-values.ts";
import { rangeFormat } from "./range-format.ts";
import { rangeAreas } from "./range-areas.ts";
import { done } from "./registrations.ts";
import { inside, worksheet } from "./worksheet.ts";

/** One block of cells. */
export function range(context: Context, tracked: Tracked): HostObject {
  return {
    type: "Range",
    tracked,
    scalars: rangeScalars(context, tracked),
    links: {
      ConditionalFormats: { since: 6, open: () => conditionalFormats(context, tracked) },
      DataValidation: { since: 8, open: () => dataValidation(context, tracked) },
      Format: { open: () => rangeFormat(context, tracked) },
      Worksheet: { open: () => worksheet(context, tracked.sheet) },
    },
    finders: { ...finders(context, tracked), ...mergedAreas(context, tracked) },
    calls: calls(context, tracked),
  };
}

function finders(context: Context, tracked: Tracked): Record<string, Finder> {
  const { sheet } = tracked;
  const here = () => areaOf(tracked);
  const one = (area: Area) => range(context, { sheet, areas: [inside(area)] });
  return {
    GetCell: { find: (args) => one({ ...moved(here(), args.atMost(2).integer(0), args.integer(1)), rows: 1, columns: 1 }) },
    GetRow: { find: (args) => one({ ...moved(here(), args.atMost(1).integer(0), 0), rows: 1 }) },
    GetColumn: { find: (args) => one({ ...moved(here(), 0, args.atMost(1).integer(0)), columns: 1 }) },
    GetEntireRow: { find: (args) => (args.atMost(0), one({ ...here(), column: 0, columns: wholeSheet.columns })) },
    GetEntireColumn: { find: (args) => (args.atMost(0), one({ ...here(), row: 0, rows: wholeSheet.rows })) },
    GetOffsetRange: { find: (args) => one(moved(here(), args.atMost(2).integer(0), args.integer(1))) },
    GetResizedRange: { since: 3, find: (args) => one(resized(here(), args.atMost(2))) },
    GetBoundingRect: { find: (args) => one(bounding(here(), other(context, tracked, args.atMost(1)))) },
    GetIntersection: { find: (args) => one(common(context, tracked, args.atMost(1)) ?? missing()) },
    GetIntersectionOrNullObject: {
      since: 4,
      find: (args) => {
        const area = common(context, tracked, args.atMost(1));
        return area === undefined ? null : one(area);
      },
    },
    GetUsedRangeOrNullObject: {
      since: 4,
      find: (args) => {
        const area = sheet.usedArea(args.atMost(1).flag(0), here());
        return area === undefined ? null : one(area);
      },
    },
  };
}

function moved(area: Area, rows: number, columns: number): Area {
  return { ...area, row: area.row + rows, column: area.column + columns };
}

function resized(area: Area, args: Arguments): Area {
  return { ...area, rows: area.rows + args.integer(0), columns: area.columns + args.integer(1) };
}

/** A range, given as an object or by its address. */
function other(context: Context, { sheet }: Tracked, args: Arguments): Area {
  const given = args.optional(0);
  if (typeof given === "string") return context.book.at(`${given.includes("!") ? "" : `${sheet.id}!`}${given}`).area;
  const { tracked } = args.object(0);
  if (tracked?.sheet !== sheet) throw new ExcelError("InvalidArgument", "ranges of two sheets");
  return areaOf(tracked);
}

function common(context: Context, tracked: Tracked, args: Arguments): Area | undefined {
  return intersection(areaOf(tracked), other(context, tracked, args));
}

function missing(): never {
  throw new ExcelError("ItemNotFound", "the ranges have no cell in common");
}

/** Reading merged areas empties the user's undo list (OfficeDev/office-js#5918) and fails above 512 areas (#3611). */
function mergedAreas(context: Context, tracked: Tracked): Record<string, Finder> {
  const { book, limits, log } = context;
  return {
    GetMergedAreasOrNullObject: {
      since: 13,
      find: (args) => {
        args.atMost(0);
        book.undo = [];
        log.violation("undo-emptied", "Range.GetMergedAreasOrNullObject");
        const areas = tracked.sheet.merges.filter((merge) => intersection({ ...merge, rows: 1, columns: 1 }, areaOf(tracked)) !== undefined);
        if (areas.length > limits.mergedAreas) throw new ExcelError("GeneralException", `${areas.length} merged areas`);
        return areas.length === 0 ? null : rangeAreas(context, { sheet: tracked.sheet, areas });
      },
    },
  };
}

function calls(context: Context, tracked: Tracked): Record<string, Call> {
  return {
    Select: {
      run: (args) => {
        if (!context.inFront()) throw new ExcelError("GeneralException", "another workbook is in front");
        return done(args.atMost(0), () => context.book.select(tracked.sheet, areaOf(tracked)));
      },
    },
    // The client asks this before it sends more than 1,500 cells in pieces (measured with office-js 1.1.110).
    _ValidateArraySize: {
      since: 3,
      run: (args) => {
        const { rows, columns } = areaOf(tracked);
        const isShaped = args.atMost(2).integer(0) === rows && args.integer(1) === columns;
        if (isUnbounded(areaOf(tracked)) || !isShaped) throw new ExcelError("InvalidArgument", "the array does not have the shape of the range");
        return null;
      },
    },
  };
}

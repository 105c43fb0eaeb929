import { parseArea, splitAddress, type Area } from "../../model/area.ts";
import { ExcelError } from "../../model/refusal.ts";
import { wholeSheet, type Sheet, type Visibility } from "../../model/sheet.ts";
import { wrong, type Arguments } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { Call, Finder, HostObject, Scalar } from "../host-object.ts";
import { charts } from "./charts.ts";
import { noNames } from "./names.ts";
import { autoFilter, comments, freezePanes, horizontalPageBreaks, pageLayout, shapes } from "./page-layout.ts";
import { rangeAreas } from "./range-areas.ts";
import { range } from "./range.ts";
import { done, registrations } from "./registrations.ts";

export function worksheet(context: Context, sheet: Sheet): HostObject {
  return {
    type: "Worksheet",
    id: { name: "Id", value: sheet.id },
    scalars: scalars(context, sheet),
    links: {
      Protection: { since: 2, open: () => protection(sheet) },
      Names: { since: 4, open: noNames },
      Charts: { open: () => charts(context, sheet) },
      FreezePanes: { since: 7, open: () => freezePanes(context, sheet) },
      PageLayout: { since: 9, open: () => pageLayout(context, sheet) },
      HorizontalPageBreaks: { since: 9, open: () => horizontalPageBreaks(context, sheet) },
      AutoFilter: { since: 9, open: () => autoFilter(context, sheet) },
      Shapes: { since: 9, open: () => shapes(sheet) },
      Comments: { since: 10, open: () => comments(sheet) },
    },
    finders: finders(context, sheet),
    calls: calls(context, sheet),
  };
}

function protection(sheet: Sheet): HostObject {
  const options = () => (sheet.protection === undefined ? null : { allowFormatCells: sheet.protection.allowFormatCells === true });
  return { type: "WorksheetProtection", scalars: { Protected: { read: () => sheet.protection !== undefined }, Options: { read: options } } };
}

function scalars({ book }: Context, sheet: Sheet): Record<string, Scalar> {
  return {
    Id: { read: () => sheet.id },
    Name: { read: () => sheet.name, write: (value) => book.rename(sheet, textOf(value)) },
    Position: { read: () => book.sheets.indexOf(sheet), write: (value) => book.move(sheet, Number(value)) },
    Visibility: {
      read: () => sheet.visibility,
      write: (value) => {
        book.refuseStructure();
        sheet.visibility = visibilityOf(value);
      },
    },
  };
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw wrong("a name is a text");
  return value;
}

function visibilityOf(value: unknown): Visibility {
  if (value !== "Visible" && value !== "Hidden" && value !== "VeryHidden") throw wrong("no visibility");
  return value;
}

function finders(context: Context, sheet: Sheet): Record<string, Finder> {
  const one = (area: Area) => range(context, { sheet, areas: [area] });
  return {
    GetRange: { find: (args) => one(areaOf(context, sheet, args.atMost(1).optionalText(0))) },
    GetCell: { find: (args) => one(inside({ row: args.atMost(2).integer(0), column: args.integer(1), rows: 1, columns: 1 })) },
    GetRangeByIndexes: { since: 7, find: (args) => one(inside(fromIndexes(args.atMost(4)))) },
    // For an empty sheet the answer is A1 (Office add-ins' reference of Worksheet.getUsedRange).
    GetUsedRange: { find: (args) => one(sheet.usedArea(args.atMost(1).flag(0)) ?? { row: 0, column: 0, rows: 1, columns: 1 }) },
    GetUsedRangeOrNullObject: {
      since: 4,
      find: (args) => {
        const area = sheet.usedArea(args.atMost(1).flag(0));
        return area === undefined ? null : one(area);
      },
    },
    GetRanges: { since: 9, find: (args) => rangeAreas(context, { sheet, areas: areasOf(context, sheet, args.atMost(1).optionalText(0)) }) },
  };
}

function calls(context: Context, sheet: Sheet): Record<string, Call> {
  const { book } = context;
  return {
    Activate: {
      run: (args) => {
        if (!context.inFront()) throw new ExcelError("GeneralException", "another workbook is in front");
        return done(args.atMost(0), () => book.activate(sheet));
      },
    },
    Delete: {
      writes: true,
      run: (args) => {
        if (!context.inFront()) throw new ExcelError("InvalidSelection", "another workbook is in front");
        // No platform can undo the deletion of a sheet (Office add-ins' documentation, "Undo capabilities").
        book.undo = [];
        return done(args.atMost(0), () => book.deleteSheet(sheet));
      },
    },
    ...registrations(context, sheet.id, { DataChanged: 7, SelectionChanged: 7, Activated: 7, Deactivated: 7 }),
  };
}

function fromIndexes(args: Arguments): Area {
  return { row: args.integer(0), column: args.integer(1), rows: args.integer(2), columns: args.integer(3) };
}

/** @throws {ExcelError} InvalidArgument for a block that reaches out of the sheet */
export function inside(area: Area): Area {
  const isInside = area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0;
  if (!isInside || area.row + area.rows > wholeSheet.rows || area.column + area.columns > wholeSheet.columns) throw wrong("outside the sheet");
  return area;
}

function areaOf(context: Context, sheet: Sheet, address: string | undefined): Area {
  if (address === undefined || address === "") return wholeSheet;
  const { sheet: named, rest } = splitAddress(address);
  const area = parseArea(rest);
  const isHere = named === undefined || context.book.find(named) === sheet;
  if (area === undefined || !isHere) throw wrong(`no address of this sheet: ${address}`);
  return area;
}

/** Addresses longer than 8,192 characters are refused (OfficeDev/office-js#5198). */
function areasOf(context: Context, sheet: Sheet, address: string | undefined): readonly Area[] {
  if (address === undefined) return [wholeSheet];
  if (address.length > context.limits.addressLength) throw wrong(`an address of ${address.length} characters`);
  return address.split(context.spelling.listSeparator).map((part) => areaOf(context, sheet, part.trim()));
}

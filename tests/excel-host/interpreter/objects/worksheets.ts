import { ExcelError } from "../../model/refusal.ts";
import type { Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { registrations } from "./registrations.ts";
import { worksheet } from "./worksheet.ts";

export function worksheets(context: Context): HostObject {
  const { book } = context;
  return {
    type: "WorksheetCollection",
    items: () => book.sheets.map((sheet) => worksheet(context, sheet)),
    item: (key) => worksheet(context, book.sheet(typeof key === "string" ? key : "")),
    finders: {
      Add: {
        writes: true,
        find: (args) => {
          if (!context.inFront()) throw new ExcelError("GeneralException", "another workbook is in front");
          return worksheet(context, book.addSheet(args.atMost(1).optionalText(0) ?? freeName(context)));
        },
      },
      GetActiveWorksheet: {
        find: (args) => {
          args.atMost(0);
          if (book.isChartInFront) throw new ExcelError("ItemNotFound", "a sheet that is only a chart is in front");
          return worksheet(context, book.active);
        },
      },
      GetFirst: {
        since: 5,
        find: (args) => {
          const visibleOnly = args.atMost(1).flag(0);
          const first = book.sheets.find(({ visibility }) => !visibleOnly || visibility === "Visible");
          if (first === undefined) throw new ExcelError("ItemNotFound", "no sheet has cells");
          return worksheet(context, first);
        },
      },
      GetItemOrNullObject: {
        since: 4,
        find: (args) => {
          const sheet = book.find(args.atMost(1).text(0));
          return sheet === undefined ? null : worksheet(context, sheet);
        },
      },
    },
    calls: {
      GetCount: { since: 4, run: (args) => visibleOrAll(context, args.atMost(1).flag(0)) },
      ...registrations(context, "Workbook", { DataChanged: 9, Activated: 7, Deactivated: 7, Added: 7, Deleted: 7, SelectionChanged: 9, Calculated: 8 }),
    },
  };
}

function visibleOrAll({ book }: Context, visibleOnly: boolean): number {
  return book.sheets.filter(({ visibility }) => !visibleOnly || visibility === "Visible").length;
}

function freeName({ book }: Context): string {
  let number = book.sheets.length + 1;
  while (book.find(`Sheet${number}`) !== undefined) number++;
  return `Sheet${number}`;
}

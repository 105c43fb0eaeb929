import { ExcelError } from "../../model/refusal.ts";
import type { Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { application, functions, workbookProtection } from "./application.ts";
import { names } from "./names.ts";
import { range } from "./range.ts";
import { done } from "./registrations.ts";
import { worksheets } from "./worksheets.ts";

/** The object where every path begins. */
export function workbook(context: Context): HostObject {
  const { book } = context;
  return {
    type: "Workbook",
    scalars: {
      Name: { since: 7, read: () => book.name },
      ReadOnly: { since: 8, read: () => book.readOnly },
    },
    links: {
      Worksheets: { open: () => worksheets(context) },
      Names: { open: () => names(context) },
      Application: { open: () => application(context) },
      Functions: { since: 2, open: () => functions(context) },
      Protection: { since: 7, open: () => workbookProtection(context) },
    },
    finders: {
      GetSelectedRange: {
        find: (args) => {
          if (!context.inFront()) throw new ExcelError("InvalidSelection", "another workbook is in front");
          return (args.atMost(0), range(context, { sheet: book.active, areas: [book.selection] }));
        },
      },
      GetActiveCell: { since: 7, find: (args) => (args.atMost(0), range(context, { sheet: book.active, areas: [{ ...book.selection, rows: 1, columns: 1 }] })) },
      _GetRangeForEventByReferenceId: { find: (args) => context.references.get(args.atMost(1).text(0)) },
    },
    calls: {
      _RemoveReference: { run: (args) => done(args.atMost(1), () => context.references.remove(args.text(0))) },
      // The call that `Excel.createWorkbook` makes in Excel on the web.
      CreateAndOpenWorkbook: { since: 8, run: (args) => done(args.atMost(1), () => context.log.newWorkbooks.push(args.text(0))) },
    },
  };
}

import { parseArea } from "../../model/area.ts";
import { arrange } from "../../model/arrange.ts";
import type { Page } from "../../model/page.ts";
import { ExcelError } from "../../model/refusal.ts";
import { wholeSheet, type Sheet } from "../../model/sheet.ts";
import { wrong, type Arguments } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { HostObject, Scalar } from "../host-object.ts";
import { areaOf } from "./range-values.ts";
import { done } from "./registrations.ts";

type Change = (what: string, change: Partial<Page>) => void;

/** How a sheet is printed. */
export function pageLayout({ book }: Context, sheet: Sheet): HostObject {
  const change: Change = (what, part) => arrange(book, sheet, `PageLayout.${what}`, [], () => (sheet.page = { ...sheet.page, ...part }));
  const parts = Object.fromEntries(["LeftHeader", "CenterHeader", "RightHeader", "LeftFooter", "CenterFooter", "RightFooter"].map((name) => [name, partOf(sheet, name, change)]));
  const margins = Object.fromEntries(["Left", "Right", "Top", "Bottom"].map((side) => [`${side}Margin`, marginOf(sheet, side, change)]));
  const all: HostObject = { type: "HeaderFooter", scalars: parts };
  return {
    type: "PageLayout",
    scalars: {
      ...margins,
      Orientation: { read: () => sheet.page.orientation, write: (value) => change("Orientation", { orientation: one(value, "Portrait", "Landscape") }) },
      PaperSize: { read: () => sheet.page.paperSize, write: (value) => change("PaperSize", { paperSize: one(value, "A3", "A4", "B4", "B5", "Letter") }) },
      Zoom: { read: () => sheet.page.zoom, write: (value) => change("Zoom", { zoom: zoomOf(value) }) },
    },
    links: { HeadersFooters: { open: () => ({ type: "HeaderFooterGroup", links: { DefaultForAllPages: { open: () => all } } }) } },
    calls: { SetPrintTitleRows: { writes: true, run: (args) => done(args.atMost(1), () => change("SetPrintTitleRows", { titleRows: rowsOf(args) })) } },
  };
}

function marginOf(sheet: Sheet, side: string, change: Change): Scalar {
  return {
    read: () => sheet.page.margins[side] ?? 50.4,
    write: (value) => {
      if (typeof value !== "number" || value < 0) throw wrong("a margin in points");
      change(`${side}Margin`, { margins: { ...sheet.page.margins, [side]: value } });
    },
  };
}

/** Excel keeps 255 characters for all parts together. "&" begins a code, such as "&P" for the page number. */
function partOf(sheet: Sheet, name: string, change: Change): Scalar {
  return {
    read: () => sheet.page.parts[name] ?? "",
    write: (value) => {
      if (typeof value !== "string" || value.length > 255) throw wrong("a text of at most 255 characters");
      if (/&(?![&PNDTFAZ])/.test(value.replaceAll("&&", ""))) throw wrong(`an unknown code: ${value}`);
      change(name, { parts: { ...sheet.page.parts, [name]: value } });
    },
  };
}

function one(value: unknown, ...known: readonly string[]): string {
  if (typeof value !== "string" || !known.includes(value)) throw wrong(`one of ${known.join(", ")}`);
  return value;
}

function zoomOf(value: unknown): Page["zoom"] {
  if (typeof value !== "object" || value === null) throw wrong("the zoom is an object");
  const entries = Object.entries(value).map(([name, number]: [string, unknown]) => {
    if (!["scale", "horizontalFitToPages", "verticalFitToPages"].includes(name) || typeof number !== "number") throw wrong(`no zoom ${name}`);
    return [name, number] as const;
  });
  return Object.fromEntries(entries);
}

/** "The range must span the entire row to be valid" (reference of PageLayout.setPrintTitleRows); ranges as objects are not modelled. */
function rowsOf(args: Arguments): Page["titleRows"] {
  const area = parseArea(args.text(0));
  if (area?.columns !== wholeSheet.columns) throw wrong("whole rows");
  return area;
}

/** A break above the first row of a range; a range in the first row has none above it. */
export function horizontalPageBreaks({ book }: Context, sheet: Sheet): HostObject {
  return {
    type: "PageBreakCollection",
    finders: {
      Add: {
        writes: true,
        find: (args) => {
          const area = parseArea(args.atMost(1).text(0));
          if (area === undefined || area.row === 0) throw wrong("a range below the first row");
          const breaks = [...new Set([...sheet.page.breaks, area.row])].sort((one, other) => one - other);
          arrange(book, sheet, "PageBreakCollection.Add", [area], () => (sheet.page = { ...sheet.page, breaks }));
          return { type: "PageBreak", scalars: { RowIndex: { read: () => area.row } } };
        },
      },
    },
  };
}

export function freezePanes(context: Context, sheet: Sheet): HostObject {
  return {
    type: "WorksheetFreezePanes",
    calls: {
      FreezeRows: {
        since: 7,
        writes: true,
        run: (args) => {
          if (!context.inFront()) throw new ExcelError("GeneralException", "another workbook is in front");
          const { book } = context;
          if (book.freezingActivates && sheet !== book.active) book.note({ kind: "activated", sheetId: sheet.id, left: book.active.id });
          return done(args.atMost(1), () => arrange(book, sheet, "WorksheetFreezePanes.FreezeRows", [], () => (sheet.frozenRows = args.integer(0))));
        },
      },
    },
  };
}

/** Only tells whether a filter exists, without its criteria. */
export function autoFilter({ book }: Context, sheet: Sheet): HostObject {
  return {
    type: "AutoFilter",
    calls: {
      Apply: {
        writes: true,
        run: (args) => {
          const { tracked } = args.atMost(1).object(0);
          if (tracked?.sheet !== sheet) throw wrong("a range of this sheet");
          return done(args, () => arrange(book, sheet, "AutoFilter.Apply", tracked.areas, () => (sheet.filter = areaOf(tracked))));
        },
      },
    },
  };
}

/** Pictures and form controls that someone else put on a sheet. Charts are not among them. */
export function shapes(sheet: Sheet): HostObject {
  return {
    type: "ShapeCollection",
    items: () =>
      sheet.shapes.map(({ id, name, type }) => ({ type: "Shape", id: { name: "Id", value: id }, scalars: { Name: { read: () => name }, Type: { read: () => type } } })),
    calls: { GetCount: { run: (args) => (args.atMost(0), sheet.shapes.length) } },
  };
}

export function comments(sheet: Sheet): HostObject {
  return { type: "CommentCollection", calls: { GetCount: { run: (args) => (args.atMost(0), sheet.comments.length) } } };
}

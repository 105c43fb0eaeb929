import type { DefinedName } from "../../model/book.ts";
import { ExcelError } from "../../model/refusal.ts";
import type { Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { range } from "./range.ts";

/** The defined names of the workbook; those of a single sheet are not modelled, its collection is empty. */
export function names(context: Context, known: readonly DefinedName[]): HostObject {
  const find = (key: unknown) => known.find(({ name }) => typeof key === "string" && name.toLowerCase() === key.toLowerCase());
  return {
    type: "NamedItemCollection",
    items: () => known.map((name) => namedItem(context, name)),
    item: (key) => {
      const name = find(key);
      if (name === undefined) throw new ExcelError("ItemNotFound", `no name ${String(key)}`);
      return namedItem(context, name);
    },
    finders: {
      GetItemOrNullObject: {
        since: 4,
        find: (args) => {
          const name = find(args.atMost(1).text(0));
          return name === undefined ? null : namedItem(context, name);
        },
      },
    },
    calls: { GetCount: { since: 4, run: (args) => (args.atMost(0), known.length) } },
  };
}

function namedItem(context: Context, name: DefinedName): HostObject {
  const isBroken = name.formula.includes("#REF!");
  const place = () => {
    if (isBroken) return null;
    const { sheet, area } = context.book.at(name.formula.replace(/^=/, "").replaceAll("$", ""));
    return range(context, { sheet, areas: [area] });
  };
  return {
    type: "NamedItem",
    id: { name: "_Id", value: name.name },
    scalars: {
      Name: { read: () => name.name },
      Formula: { since: 7, read: () => name.formula },
      Value: { read: () => (isBroken ? "#REF!" : name.formula.slice(1)) },
      Type: { read: () => (isBroken ? "Error" : "Range") },
      Scope: { since: 4, read: () => "Workbook" },
      Visible: { read: () => name.visible },
    },
    finders: { GetRangeOrNullObject: { since: 4, find: (args) => (args.atMost(0), place()) } },
  };
}

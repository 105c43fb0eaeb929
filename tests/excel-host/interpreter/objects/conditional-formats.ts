import { intersection } from "../../model/area.ts";
import { ExcelError } from "../../model/refusal.ts";
import type { Rule, Tracked } from "../../model/sheet.ts";
import { wrong } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { Finder, HostObject, Link, Scalar } from "../host-object.ts";
import { rangeAreas } from "./range-areas.ts";
import { colorOf } from "./range-format.ts";
import { range } from "./range.ts";
import { done } from "./registrations.ts";

/** The conditional formats that touch a range, by priority. */
export function conditionalFormats(context: Context, tracked: Tracked): HostObject {
  const { book } = context;
  const { sheet } = tracked;
  const touching = () => sheet.rules.filter((rule) => rule.areas.some((one) => tracked.areas.some((other) => intersection(one, other) !== undefined)));
  const find = (id: unknown) => touching().find((rule) => rule.id === id);
  return {
    type: "ConditionalFormatCollection",
    items: () => touching().map((rule) => conditionalFormat(context, tracked, rule)),
    item: (id) => {
      const rule = find(id);
      if (rule === undefined) throw new ExcelError("ItemNotFound", `no conditional format ${String(id)}`);
      return conditionalFormat(context, tracked, rule);
    },
    finders: {
      GetItemAt: {
        since: 6,
        find: (args) => {
          const rule = touching()[args.atMost(1).integer(0)];
          if (rule === undefined) throw new ExcelError("ItemNotFound", "no conditional format at this place");
          return conditionalFormat(context, tracked, rule);
        },
      },
      Add: {
        since: 6,
        writes: true,
        find: (args) => {
          if (args.atMost(1).text(0) !== "Custom") throw wrong("the stand-in adds custom conditional formats only");
          const rule = book.addRule(sheet, { type: "Custom", areas: tracked.areas, formula: undefined, stopIfTrue: false, fill: undefined, font: undefined });
          return conditionalFormat(context, tracked, rule);
        },
      },
      GetItemOrNullObject: {
        since: 14,
        find: (args) => {
          const rule = find(args.atMost(1).text(0));
          return rule === undefined ? null : conditionalFormat(context, tracked, rule);
        },
      },
    },
    calls: {
      GetCount: { since: 6, run: (args) => (args.atMost(0), touching().length) },
      ClearAll: { since: 6, writes: true, run: (args) => done(args.atMost(0), () => touching().forEach((rule) => book.removeRule(sheet, rule))) },
    },
  };
}

function conditionalFormat(context: Context, tracked: Tracked, rule: Rule): HostObject {
  return {
    type: "ConditionalFormat",
    id: { name: "Id", value: rule.id },
    scalars: scalars(context, tracked, rule),
    links: kinds(context, tracked, rule),
    finders: finders(context, tracked, rule),
    calls: {
      Delete: { since: 6, writes: true, run: (args) => done(args.atMost(0), () => context.book.removeRule(tracked.sheet, present(tracked, rule))) },
    },
  };
}

function present({ sheet }: Tracked, rule: Rule): Rule {
  if (rule.isBroken === true) throw new ExcelError("ItemNotFound", "the deletion of the conditional format was undone");
  if (!sheet.rules.includes(rule)) throw new ExcelError("ItemNotFound", "the conditional format was deleted");
  return rule;
}

function scalars({ book }: Context, tracked: Tracked, rule: Rule): Record<string, Scalar> {
  const { sheet } = tracked;
  return {
    Id: { since: 6, read: () => present(tracked, rule).id },
    Type: { since: 6, read: () => present(tracked, rule).type },
    Priority: {
      since: 6,
      read: () => sheet.rules.indexOf(present(tracked, rule)),
      write: (value) => {
        if (typeof value !== "number") throw wrong("a priority is a number");
        const others = sheet.rules.filter((each) => each !== rule);
        book.changeRule(sheet, rule, () => (sheet.rules = [...others.slice(0, value), rule, ...others.slice(value)]));
      },
    },
    StopIfTrue: {
      since: 6,
      read: () => present(tracked, rule).stopIfTrue,
      write: (value) => book.changeRule(sheet, rule, () => (rule.stopIfTrue = value === true)),
    },
  };
}

const otherKinds = ["CellValue", "ColorScale", "DataBar", "IconSet", "Preset", "TextComparison", "TopBottom"] as const;

function kinds(context: Context, tracked: Tracked, rule: Rule): Record<string, Link> {
  const open = () => (present(tracked, rule).type === "Custom" ? custom(context, tracked, rule) : null);
  const links: Record<string, Link> = { Custom: { since: 6, open }, CustomOrNullObject: { since: 6, open } };
  // For other kinds the only possible question is whether a rule is of that kind, and the answer is no.
  for (const kind of otherKinds) if (rule.type !== kind) links[`${kind}OrNullObject`] = { since: 6, open: () => null };
  return links;
}

function finders(context: Context, tracked: Tracked, rule: Rule): Record<string, Finder> {
  const { sheet } = tracked;
  const single = () => range(context, { sheet, areas: rule.areas });
  return {
    GetRange: {
      since: 6,
      find: (args) => {
        args.atMost(0);
        if (rule.areas.length !== 1) throw new ExcelError("GeneralException", "the conditional format has several ranges");
        return single();
      },
    },
    GetRangeOrNullObject: { since: 6, find: (args) => (args.atMost(0), rule.areas.length === 1 ? single() : null) },
    GetRanges: { since: 9, find: (args) => (args.atMost(0), rangeAreas(context, { sheet, areas: present(tracked, rule).areas })) },
  };
}

/** The formula is kept as written; its references are not adjusted to the range. */
function custom(context: Context, tracked: Tracked, rule: Rule): HostObject {
  const change = (work: () => void) => context.book.changeRule(tracked.sheet, present(tracked, rule), work);
  const formula: Scalar = {
    read: () => rule.formula ?? "",
    write: (value) => {
      if (typeof value !== "string" || !value.startsWith("=")) throw wrong("a rule's formula begins with =");
      change(() => (rule.formula = value));
    },
  };
  const colored = (type: string, scalar: Scalar, clear: () => void): HostObject => ({
    type,
    scalars: { Color: scalar },
    calls: { Clear: { writes: true, run: (args) => done(args.atMost(0), () => change(clear)) } },
  });
  const fill = colored(
    "ConditionalRangeFill",
    { read: () => rule.fill ?? null, write: (value) => change(() => (rule.fill = colorOf(value))) },
    () => (rule.fill = undefined),
  );
  const font = colored(
    "ConditionalRangeFont",
    { read: () => rule.font ?? null, write: (value) => change(() => (rule.font = colorOf(value))) },
    () => (rule.font = undefined),
  );
  const numberFormat: Scalar = {
    read: () => rule.numberFormat ?? null,
    write: (value) => {
      if (typeof value !== "string" || value.length > 255) throw wrong("a number format has at most 255 characters");
      change(() => (rule.numberFormat = value));
    },
  };
  return {
    type: "CustomConditionalFormat",
    links: {
      Rule: { open: () => ({ type: "ConditionalFormatRule", scalars: { Formula: formula } }) },
      Format: { open: () => ({ type: "ConditionalRangeFormat", scalars: { NumberFormat: numberFormat }, links: { Fill: { open: () => fill }, Font: { open: () => font } } }) },
    },
  };
}

import { quotedName } from "../../model/area.ts";
import type { Book, DefinedName } from "../../model/book.ts";
import { ExcelError } from "../../model/refusal.ts";
import { wrong } from "../arguments.ts";
import { toldAddress, type Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { range } from "./range.ts";
import { done } from "./registrations.ts";

/** The defined names of the workbook; those of single sheets are not modelled. */
export function names(context: Context): HostObject {
  const { book } = context;
  return {
    type: "NamedItemCollection",
    items: () => book.names.map((name) => namedItem(context, name)),
    item: (key) => {
      const name = typeof key === "string" ? book.findName(key) : undefined;
      if (name === undefined) throw new ExcelError("ItemNotFound", `no name ${String(key)}`);
      return namedItem(context, name);
    },
    finders: {
      Add: {
        since: 4,
        writes: true,
        find: (args) => {
          // OfficeDev/office-js#2078
          if (!context.inFront()) throw new ExcelError("ItemNotFound", "another workbook is in front");
          const name = nameOf(args.atMost(2).text(0));
          return namedItem(context, book.addName(name, formulaOf(book, args.optional(1))));
        },
      },
      GetItemOrNullObject: {
        since: 4,
        find: (args) => {
          const name = book.findName(args.atMost(1).text(0));
          return name === undefined ? null : namedItem(context, name);
        },
      },
    },
    calls: { GetCount: { since: 4, run: (args) => (args.atMost(0), book.names.length) } },
  };
}

/** The names of a single sheet, always empty. */
export function noNames(): HostObject {
  return { type: "NamedItemCollection", items: () => [], calls: { GetCount: { since: 4, run: (args) => (args.atMost(0), 0) } } };
}

function nameOf(text: string): string {
  const isName = /^[\p{L}_\\][\p{L}\p{N}_.?\\]*$/u.test(text) && text.length <= 255 && !/^[A-Z]{1,3}\d+$/i.test(text);
  if (!isName) throw wrong(`no name: ${text}`);
  return text;
}

/** A place in this workbook or a text constant of at most 255 characters; other formulas are not modelled. */
function formulaOf(book: Book, given: unknown): string {
  if (typeof given !== "string" || !given.startsWith("=")) throw wrong("the stand-in takes a formula for a name, no range");
  if (constantOf(given) !== undefined) {
    if (given.slice(1).split(/(?<=")&(?=")/).some((piece) => piece.length > 257)) throw wrong("a text of more than 255 characters in a formula");
    return given;
  }
  const { sheet } = book.at(given.slice(1).replaceAll("$", ""));
  return `=${quotedName(sheet.name)}!${given.slice(given.lastIndexOf("!") + 1)}`;
}

function constantOf(formula: string): string | undefined {
  if (!/^="(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*$/.test(formula)) return undefined;
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, piece = ""]) => piece.replaceAll('""', '"')).join("");
}

function namedItem(context: Context, { name }: DefinedName): HostObject {
  const { book } = context;
  const here = () => {
    const known = book.findName(name);
    if (known === undefined) throw new ExcelError("ItemNotFound", `no name ${name}`);
    return known;
  };
  const isBroken = () => here().formula.includes("#REF!");
  const constant = () => constantOf(here().formula);
  const place = () => {
    if (isBroken() || constant() !== undefined) return null;
    const { sheet, area } = book.at(here().formula.replace(/^=/, "").replaceAll("$", ""));
    return range(context, { sheet, areas: [area] });
  };
  /** Where the user works with numbered columns, places are told so on Windows (OfficeDev/office-js#1831). */
  const told = () => {
    const { formula } = here();
    if (context.spelling.references === "A1" || isBroken() || constant() !== undefined) return formula;
    const { sheet, area } = book.at(formula.slice(1).replaceAll("$", ""));
    return `=${quotedName(sheet.name)}!${toldAddress(context.spelling, area)}`;
  };
  return {
    type: "NamedItem",
    id: { name: "_Id", value: name },
    scalars: {
      Name: { read: () => here().name },
      Formula: { since: 7, read: told, write: (value) => book.changeName(name, { formula: formulaOf(book, value) }) },
      Value: { read: () => (isBroken() ? "#REF!" : (constant() ?? told().slice(1))) },
      Type: { read: () => (isBroken() ? "Error" : constant() === undefined ? "Range" : "String") },
      Scope: { since: 4, read: () => "Workbook" },
      Visible: { read: () => here().visible, write: (value) => book.changeName(name, { visible: value === true }) },
    },
    finders: { GetRangeOrNullObject: { since: 4, find: (args) => (args.atMost(0), place()) } },
    calls: { Delete: { since: 4, writes: true, run: (args) => done(args.atMost(0), () => book.changeName(name, undefined)) } },
  };
}

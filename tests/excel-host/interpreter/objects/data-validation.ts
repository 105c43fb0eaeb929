import { z } from "zod";
import { quotedName } from "../../model/area.ts";
import { fixed } from "../../model/references.ts";
import type { Tracked } from "../../model/sheet.ts";
import { contentOf, writeValidation } from "../../model/validation.ts";
import { ObjectArgument, wrong } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { done } from "./registrations.ts";

/** What the API tells about a rule, kept as JSON. */
const contentShape = z.object({ type: z.string(), rule: z.json(), ignoreBlanks: z.boolean(), errorAlert: z.json() });
type Content = z.infer<typeof contentShape>;

const mixed: ReadonlyMap<unknown, string> = new Map([["some", "MixedCriteria"], ["several", "Inconsistent"]]);
const fresh = { ignoreBlanks: true, errorAlert: { message: "", showAlert: true, style: "Stop", title: "" } };

/** The validation that the cells of a range share, null where they differ. Only lists from cells can be set. */
export function dataValidation({ book }: Context, { sheet, areas }: Tracked): HostObject {
  const found = () => contentOf(sheet, areas);
  const content = (): Content | undefined => {
    const known = found();
    return typeof known === "string" ? undefined : parsed(known.content);
  };
  const change = (make: (content: Content | undefined) => Content | undefined) =>
    writeValidation(book, sheet, areas, (known) => {
      const made = make(known === undefined ? undefined : parsed(known));
      return made === undefined ? undefined : JSON.stringify(made);
    });
  return {
    type: "DataValidation",
    scalars: {
      Type: { since: 8, read: () => content()?.type ?? mixed.get(found()) ?? "None" },
      Rule: { since: 8, read: () => content()?.rule ?? null, write: (value) => change((known) => ({ ...fresh, ...known, ...listOf(value) })) },
      // Excel keeps a message for cells without a rule; here they have none.
      IgnoreBlanks: { since: 8, read: () => content()?.ignoreBlanks ?? null, write: (value) => change((known) => known && { ...known, ignoreBlanks: value === true }) },
      ErrorAlert: { since: 8, read: () => content()?.errorAlert ?? null, write: (value) => change((known) => known && { ...known, errorAlert: alertOf(value) }) },
    },
    calls: { Clear: { since: 8, writes: true, run: (args) => done(args.atMost(0), () => change(() => undefined)) } },
  };
}

/** A rule that a test wrote by hand may be any text. */
function parsed(text: string): Content {
  return text.startsWith("{") ? contentShape.parse(JSON.parse(text)) : { ...fresh, type: "Custom", rule: {} };
}

function listOf(value: unknown): Pick<Content, "type" | "rule"> {
  const list = member(value, "list");
  const source = member(list, "source");
  const tracked = source instanceof ObjectArgument ? source.object?.tracked : undefined;
  const [area] = tracked?.areas ?? [];
  const isLine = area !== undefined && (area.rows === 1 || area.columns === 1);
  if (tracked === undefined || !isLine) throw wrong("the stand-in takes lists from one row or column of cells only");
  return { type: "List", rule: { list: { inCellDropDown: member(list, "inCellDropDown") !== false, source: `=${quotedName(tracked.sheet.name)}!${fixed(area)}` } } };
}

/** Excel takes 32 characters of the title and 225 of the message. */
function alertOf(value: unknown): Content["errorAlert"] {
  const [title, message, style, showAlert] = ["title", "message", "style", "showAlert"].map((name) => member(value, name));
  const isRight = typeof title === "string" && title.length <= 32 && typeof message === "string" && message.length <= 225 && typeof style === "string";
  if (!isRight || !["Stop", "Warning", "Information"].includes(style)) throw wrong("an alert has a title, a message and a style");
  return { message, showAlert: showAlert !== false, style, title };
}

function member(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null ? new Map<string, unknown>(Object.entries(object)).get(name) : undefined;
}

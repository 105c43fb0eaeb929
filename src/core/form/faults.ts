import { distance } from "fastest-levenshtein";
import type { z } from "zod/mini";
import { Refusal } from "../model/refusal.ts";
import type { FaultCode } from "../wording/form-faults.ts";
import { showHidden } from "../wording/hidden.ts";

/** The path of an entry in a form's JSON. */
export type Path = readonly (string | number)[];

/** A wrong entry of a form. */
export interface Fault {
  readonly path: Path;
  readonly code: FaultCode;
  /** The right value, or the obstacle. */
  readonly fact?: string;
}

/** Nobody reads more faults than these. */
const mostFaults = 5;
const longestFact = 120;
const longestKey = 40;

/** The refusal of a form, or of settings, with these faults, each with its path; only the first ones are named. */
export function refusalOf(faults: readonly Fault[], code: "form-invalid" | "settings-invalid" = "form-invalid"): Refusal {
  const told = faults.slice(0, mostFaults).map(({ path, code: fault, fact = "" }) => [pathText(path), fault, cut(fact, longestFact)].join("\t"));
  const more = faults.length - told.length;
  return new Refusal(code, [...told, ...(more > 0 ? [`… +${more}`] : [])].join("\n"));
}

/** The same refusal, with the name of the form's file. */
export function inFile({ code, detail }: Refusal, file: string): Refusal {
  return new Refusal(code, `${showHidden(file)}\n${detail}`);
}

/** Entries of a list are counted as people count them: the first of the columns is columns.#1. */
function pathText(path: Path): string {
  return path.map((part) => (typeof part === "number" ? `#${part + 1}` : cut(part, longestKey))).join(".");
}

/** Keys and texts of a file are shown on one line, and control nothing. */
function cut(text: string, longest: number): string {
  return showHidden(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** The faults that the schema finds. @param data the form as read */
export function faultsOf(issues: readonly z.core.$ZodIssue[], data: unknown): readonly Fault[] {
  return issues.flatMap((issue): readonly Fault[] => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code !== "unrecognized_keys") return [{ path, ...faultOf(issue, path, data) }];
    // For these the schema's message is the list of its known keys. Only the first ones are told, and looking for the nearest takes its time.
    return issue.keys.map((key, index) => ({ path: [...path, key], code: "no-such-entry", fact: index < mostFaults ? nearestFirst(issue.message, key) : "" }));
  });
}

/** The kind of value that a key needs, in words for people. */
const kinds: ReadonlyMap<string, FaultCode> = new Map([
  ["array", "not-a-list"],
  ["object", "not-an-object"],
  ["record", "not-an-object"],
  ["string", "not-a-text"],
  ["number", "not-a-number"],
  ["int", "not-a-count"],
  ["boolean", "not-a-switch"],
]);

/** Only the first of many keys are named; the intended one is among them. */
function nearestFirst(keys: string, wrong: string): string {
  if (keys.length <= longestFact) return keys;
  return keys
    .split(", ")
    .map((key) => ({ key, edits: distance(key, wrong.slice(0, longestKey)) }))
    .sort((one, other) => one.edits - other.edits)
    .map(({ key }) => key)
    .join(", ");
}

function faultOf(issue: z.core.$ZodIssue, path: Path, data: unknown): Omit<Fault, "path"> {
  const isMissing = valueAt(data, path) === undefined;
  switch (issue.code) {
    case "invalid_type":
      return { code: isMissing ? "missing" : (kinds.get(issue.expected) ?? "wrong-kind") };
    case "invalid_value":
      return isMissing ? { code: "missing" } : { code: "not-listed", fact: issue.values.map(String).join(", ") };
    case "too_big":
      return { code: issue.origin === "string" ? "too-long" : "too-many", fact: String(issue.maximum) };
    case "too_small":
      return issue.origin === "array" ? { code: "too-few", fact: String(issue.minimum) } : { code: "not-a-count" };
    case "invalid_format":
      return { code: path.at(-1) !== "id" ? "blank" : path.length === 1 ? "not-a-form-id" : "not-an-id" };
    case "custom":
      return { code: "steers" };
    default:
      return { code: "wrong-kind" };
  }
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce(entryOf, data);
}

/** Looked up by its key, since a list may have as many faults as entries. */
function entryOf(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  const entry: unknown = Reflect.get(value, key);
  return entry;
}

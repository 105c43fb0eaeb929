import type { ElementType, Key, ReactElement } from "react";
import { Fragment, jsx as make, jsxs as makeAll } from "react/jsx-runtime";
import { inertLines } from "../../core/wording/hidden.ts";

/*
 * Makes all markup of the pages, instead of React's own function. A text from a file is shown wherever it appears, and
 * cannot steer the words around it or its reader. None of a hundred places that show one can be forgotten.
 */

export { Fragment };
export type { JSX } from "react/jsx-runtime";

/** A text that someone types or copies is not changed. */
const kept: ReadonlySet<string> = new Set(["value", "defaultValue"]);
/** Texts that a component hands on to the page; its other properties may be data. */
const handedOn: ReadonlySet<string> = new Set(["children", "title", "label", "aria-label"]);

export function jsx(type: ElementType, properties: object, key?: Key): ReactElement {
  return make(type, shown(type, properties), key);
}

export function jsxs(type: ElementType, properties: object, key?: Key): ReactElement {
  return makeAll(type, shown(type, properties), key);
}

/** The properties, made for this one element, with their texts as they are shown. */
function shown(type: ElementType, properties: object): object {
  const isElement = typeof type === "string";
  for (const [name, value] of Object.entries(properties)) {
    if (isElement ? kept.has(name) : !handedOn.has(name)) continue;
    const text = inertAll(value);
    if (text !== value) Object.assign(properties, { [name]: text });
  }
  return properties;
}

function inertAll(value: unknown): unknown {
  if (typeof value === "string") return inertLines(value);
  if (!Array.isArray(value) || !value.some((one) => typeof one === "string" && inertLines(one) !== one)) return value;
  return value.map((one: unknown) => (typeof one === "string" ? inertLines(one) : one));
}

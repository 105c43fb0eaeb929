import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { root } from "../../src/tools/build-if-old.mjs";

/** The manual's folder. */
export const helpFolder = `${root}src/help/`;

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text inside, with white space as in the file. */
  text: string;
}

/** The elements of a page of the manual, in the order of their start tags. The pages are written as XML. @throws if one is not */
export function readPage(name: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.on("opentag", ({ name: tag, attributes }) => {
    const element = { name: tag, attributes: new Map(Object.entries(attributes)), text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (text) => open.forEach((element) => (element.text += text)));
  parser.write(readFileSync(helpFolder + name, "utf8")).close();
  return elements;
}

/** The values of an attribute on all elements with it. */
export function valuesOf(elements: readonly Element[], attribute: string): readonly string[] {
  return elements.flatMap(({ attributes }) => attributes.get(attribute) ?? []);
}

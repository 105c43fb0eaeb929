import { alignLetters } from "../../../core/wording/alignment.ts";
import { withoutSpace } from "../../../core/wording/hidden.ts";
import { plainLetters } from "../../../core/wording/letters.ts";
import { withoutEdgeSpace, withoutEscapes } from "../xml/text.ts";
import { XmlPart } from "../xml/part.ts";
import type { XmlNode } from "../xml/places.ts";
import { stringText } from "./cell-xml.ts";
import { lowerBound } from "./sorted.ts";

/** A text of an item, its own or of a run, and its place among all of them. */
interface Piece {
  readonly element: XmlNode;
  readonly run: XmlNode | undefined;
  readonly start: number;
  readonly end: number;
}

/**
 * The content of an item of rich text with runs and furigana after its text changed. Undefined if it has neither, or if the
 * characters of both texts do not correspond. Without prefix. @param source a shared string item or inline string as in the
 * file
 */
export function richTextXml(part: string, source: string | undefined, from: string, to: string): string | undefined {
  if (source === undefined) return undefined;
  const xml = new XmlPart(part, source);
  if (!xml.root.children.some(({ name }) => name === "r" || name === "rPh")) return undefined;
  const pieces = piecesOf(xml);
  const places = pieces.map(({ element }) => textOf(xml, element)).join("") === from ? alignLetters(from, to) : undefined;
  if (places === undefined) return undefined;
  // Places never decrease, so that the characters of a piece stay together.
  const before = (place: number) => lowerBound(places, place);
  for (const { element, run, start, end } of pieces) {
    const text = to.slice(before(start), before(end));
    if (text === "" && start < end && run !== undefined) xml.remove(run);
    else {
      xml.setAttribute(element, "xml:space", "preserve");
      xml.setContent(element, stringText(text));
    }
  }
  for (const phonetic of xml.root.children.filter(({ name }) => name === "rPh")) {
    const [first = 0, last = 0] = ["sb", "eb"].map((name) => Number(xml.attribute(phonetic, name) ?? "0"));
    const [start, end] = [before(first), before(last)];
    // Other letters have another reading.
    if (start === end || usualLetters(from.slice(first, last)) !== usualLetters(to.slice(start, end))) xml.remove(phonetic);
    else {
      xml.setAttribute(phonetic, "sb", String(start));
      xml.setAttribute(phonetic, "eb", String(end));
      // Some programs put its text into a run, which Excel's schema does not allow.
      const inRuns = phonetic.children.flatMap((child) => (child.name === "r" ? child.children.filter(({ name }) => name === "t") : []));
      if (inRuns.length > 0) xml.setContent(phonetic, `<t>${stringText(inRuns.map((element) => textOf(xml, element)).join(""))}</t>`);
    }
  }
  return insideOf(new XmlPart(part, xml.toString()));
}

/** Equal for texts that are read alike: spaces, width and look-alikes aside. */
function usualLetters(text: string): string {
  return withoutSpace(plainLetters(text)).normalize("NFKC");
}

function piecesOf(xml: XmlPart): readonly Piece[] {
  let end = 0;
  return xml.root.children.flatMap((child): readonly Piece[] => {
    const run = child.name === "r" ? child : undefined;
    const element = run ? run.children.find(({ name }) => name === "t") : child.name === "t" ? child : undefined;
    if (element === undefined) return [];
    const start = end;
    end += textOf(xml, element).length;
    return [{ element, run, start, end }];
  });
}

/** Interpreted like the reader does. */
function textOf(xml: XmlPart, element: XmlNode): string {
  const text = xml.content(element);
  return withoutEscapes(xml.attribute(element, "xml:space") === "preserve" ? text : withoutEdgeSpace(text));
}

function insideOf({ text, root, prefix }: XmlPart): string {
  const inside = text.slice(root.openEnd, root.closeStart);
  return prefix === "" ? inside : inside.replaceAll(`<${prefix}`, "<").replaceAll(`</${prefix}`, "</");
}

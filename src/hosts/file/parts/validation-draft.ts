import type { TermList } from "../../../core/model/term-lists.ts";
import { areaLists, type Block } from "../../../core/model/address.ts";
import { readSource } from "../../../core/input-rules/record.ts";
import { joined } from "../../../core/model/mark-look.ts";
import { mergedAreaOf } from "../read/reference.ts";
import { worksheetOrder } from "./sheet-draft.ts";
import { escapeAttribute, escapeText } from "../xml/escape.ts";
import { XmlPart } from "../xml/part.ts";
import type { XmlNode } from "../xml/places.ts";

/** A rule for what may be typed into some cells. */
interface ValidationRule {
  readonly areas: readonly Block[];
  /** The name of the sheet with its terms; undefined for any other rule. */
  readonly source: string | undefined;
  readonly element: XmlNode;
}

/** A list of rules, and everything to be removed when it is empty. */
interface RuleList {
  readonly element: XmlNode;
  readonly whole: XmlNode;
  readonly rules: readonly ValidationRule[];
}

/**
 * The validation rules of a sheet part. Excel 2010 and newer write a rule that refers to another sheet as an extension
 * (MS-XLSX 2.4.13, x14:dataValidations), but also read it as a standard one (ECMA-376 18.3.1.33), so both are read.
 */
export class ValidationDraft {
  readonly #lists: readonly RuleList[];

  constructor(private readonly frame: XmlPart) {
    const standard = frame.root.children.filter(({ name }) => name === "dataValidations").map((element) => ({ element, whole: element }));
    const extended = frame.root.children.filter(({ name }) => name === "extLst").flatMap((list) => list.children.flatMap((extension) => extensionLists(list, extension)));
    this.#lists = [...standard, ...extended].map((each) => ({ ...each, rules: rulesIn(frame, each.element) }));
  }

  get rules(): readonly ValidationRule[] {
    return this.#lists.flatMap(({ rules }) => rules);
  }

  /** Removes rules, and lists that become empty. */
  remove(isGone: (rule: ValidationRule) => boolean): void {
    for (const { element, whole, rules } of this.#lists) {
      const gone = rules.filter(isGone);
      if (gone.length === 0) continue;
      if (gone.length === rules.length) this.frame.remove(whole);
      else {
        for (const rule of gone) this.frame.remove(rule.element);
        this.frame.setAttribute(element, "count", String(rules.length - gone.length));
      }
    }
  }

  /** Makes cells offer the terms at an address of another sheet. After `remove` the part must be put back and opened again. */
  add(lists: readonly (Pick<TermList, "blocks"> & { readonly address: string })[], alert: { readonly title: string; readonly message: string }): void {
    const said = `errorTitle="${escapeAttribute(alert.title)}" error="${escapeAttribute(alert.message)}"`;
    const written = lists.flatMap(({ blocks, address }) =>
      areaLists(joined(blocks), " ").map(
        (areas) => `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" ${said} sqref="${areas}"><formula1>${escapeText(address)}</formula1></dataValidation>`,
      ),
    );
    const known = this.#lists.find(({ element }) => this.frame.root.children.includes(element));
    if (written.length === 0) return;
    if (known === undefined) {
      this.frame.insertInOrder(worksheetOrder, "dataValidations", `<dataValidations count="${written.length}">${written.join("")}</dataValidations>`);
      return;
    }
    this.frame.append(known.element, written.join(""));
    this.frame.setAttribute(known.element, "count", String(known.rules.length + written.length));
  }
}

/** The lists of rules in an extension. The only extension of a part is removed with its parent element. */
function extensionLists(list: XmlNode, extension: XmlNode): readonly Omit<RuleList, "rules">[] {
  return extension.children
    .filter(({ name }) => name === "dataValidations")
    .map((element) => ({ element, whole: extension.children.length > 1 ? element : list.children.length > 1 ? extension : list }));
}

/** The frame does not read these lists, so they are read here, with places as in the frame. */
function rulesIn(frame: XmlPart, element: XmlNode): readonly ValidationRule[] {
  const xml = new XmlPart(frame.part, frame.source(element));
  return xml.root.children
    .filter(({ name }) => name === "dataValidation")
    .map((rule) => {
      const child = (name: string) => rule.children.find((each) => each.name === name);
      const content = (each: XmlNode | undefined) => (each === undefined ? "" : xml.content(each.children[0] ?? each));
      const areas = xml.attribute(rule, "sqref") ?? content(child("sqref"));
      const isList = xml.attribute(rule, "type") === "list";
      return {
        areas: areas.split(/\s+/).flatMap(areaOf),
        source: isList ? readSource(content(child("formula1")))?.sheet : undefined,
        element: { ...rule, start: rule.start + element.start, end: rule.end + element.start },
      };
    });
}

function areaOf(text: string): readonly Block[] {
  const area = mergedAreaOf(text);
  return area === undefined ? [] : [{ first: { row: area.row, column: area.column }, last: { row: area.lastRow, column: area.lastColumn } }];
}

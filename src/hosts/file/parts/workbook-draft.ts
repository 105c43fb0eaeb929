import { quoted } from "../../../core/model/address.ts";
import { largest } from "../../../core/model/many.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { readTag, sheetOf, type SheetTag } from "../../../core/model/sheet-tags.ts";
import { readRelations } from "../read/relations.ts";
import { dialectOf, type Dialect } from "./dialect.ts";
import type { Draft } from "./draft.ts";
import { escapeAttribute, escapeText } from "../xml/escape.ts";
import { XmlPart } from "../xml/part.ts";
import type { XmlNode } from "../xml/places.ts";

/** The children of a workbook in the order of the schema (ECMA-376 18.2.27). */
const order = [
  "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
  "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
];

/** A sheet in the workbook part's list, which includes chart and macro sheets. */
export interface ListedSheet {
  readonly id: string;
  /** Its id in the file. */
  readonly number: string;
  readonly name: string;
  readonly relation: string;
  readonly isVisible: boolean;
  readonly element: XmlNode;
}

/** A defined name; `sheet` is the index of the sheet to which it belongs. */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly sheet: number | undefined;
  readonly element: XmlNode;
}

/** The workbook part while a sheet is added or removed. Each step reads it again, since it is small. */
export class WorkbookDraft {
  private constructor(
    private readonly draft: Draft,
    private readonly xml: XmlPart,
  ) {}

  /** @throws {Refusal} damaged, too-large */
  static async open(draft: Draft): Promise<WorkbookDraft> {
    const main = (await readRelations(draft, "")).find(({ kind }) => kind === "officeDocument")?.part ?? draft.find("xl/workbook.xml");
    if (main === undefined) throw new Refusal("damaged", "xl/workbook.xml");
    return new WorkbookDraft(draft, await draft.xml(main));
  }

  get part(): string {
    return this.xml.part;
  }

  /** The folder of the part, ending with "/". New parts are put below it. */
  get folder(): string {
    return this.part.slice(0, this.part.lastIndexOf("/") + 1);
  }

  get dialect(): Dialect {
    return dialectOf(this.xml);
  }

  get sheets(): readonly ListedSheet[] {
    return this.#items("sheets").map((element) => ({
      id: this.draft.idPrefix + this.#number(element),
      number: this.#number(element),
      name: this.xml.attribute(element, "name") ?? "",
      relation: this.xml.attribute(element, "id") ?? "",
      isVisible: !(this.xml.attribute(element, "state") ?? "").toLowerCase().endsWith("hidden"),
      element,
    }));
  }

  get names(): readonly DefinedName[] {
    return this.#items("definedNames").map((element) => {
      const sheet = this.xml.attribute(element, "localSheetId");
      return { name: this.xml.attribute(element, "name") ?? "", formula: this.xml.content(element), sheet: sheet === undefined ? undefined : Number(sheet), element };
    });
  }

  /** Our tags on existing sheets. */
  get tags(): readonly (SheetTag & { readonly sheet: ListedSheet; readonly element: XmlNode })[] {
    const sheets = new Map(this.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet] as const).reverse());
    return this.names.flatMap(({ name, formula, sheet: local, element }) => {
      const tag = local === undefined ? readTag(name) : undefined;
      const on = tag && sheetOf(formula)?.toLowerCase();
      const sheet = on === undefined ? undefined : sheets.get(on);
      return tag === undefined || sheet === undefined ? [] : [{ ...tag, sheet, element }];
    });
  }

  /** @throws {Refusal} protected, if sheets may not be added or removed */
  refuseLocked(): void {
    const protection = this.#child("workbookProtection");
    if (protection !== undefined && isOn(this.xml.attribute(protection, "lockStructure"))) throw new Refusal("protected", this.part);
  }

  /** Inserts a sheet at an index among all sheets. References to sheets by index are adjusted. */
  insertSheet(index: number, name: string, relation: string, isHidden = false): string {
    const { sheets } = this;
    const number = String(largest(sheets.map((sheet) => Number(sheet.number)).filter(Number.isFinite), 0) + 1);
    const prefix = this.#relationsPrefix();
    const declared = prefix === undefined ? ` xmlns:r="${this.dialect.relationships}"` : "";
    const xml = `<sheet${declared} name="${escapeAttribute(name)}" sheetId="${number}"${isHidden ? ' state="hidden"' : ""} ${prefix ?? "r"}:id="${relation}"/>`;
    const behind = sheets[index];
    if (behind !== undefined) this.xml.insertBefore(behind.element, xml);
    else this.#append("sheets", xml);
    this.#shift((at) => (at >= index ? at + 1 : at));
    return this.draft.idPrefix + number;
  }

  /** Removes the sheet at an index and the names that belong to it. Other names that refer to it become #REF!. */
  removeSheet(index: number): void {
    const sheet = this.sheets[index];
    if (sheet === undefined) return;
    this.xml.remove(sheet.element);
    const refers = referenceTo(sheet.name);
    const kept = this.names.filter(({ sheet: local, element }) => {
      if (local === index) this.xml.remove(element);
      return local !== index;
    });
    for (const { formula, element } of kept) if (refers.test(formula)) this.xml.setContent(element, escapeText(formula.replace(refers, "#REF!")));
    this.#shift((at) => (at > index ? at - 1 : at), index);
  }

  /** Gives a sheet another part. */
  relateSheet(sheet: ListedSheet, relation: string): void {
    const attribute = sheet.element.places.find(({ name }) => name !== "id" && name.endsWith(":id"));
    this.xml.setAttribute(sheet.element, attribute?.name ?? "id", relation);
  }

  removeNames(isGone: (name: DefinedName) => boolean): void {
    for (const name of this.names) if (isGone(name)) this.xml.remove(name.element);
  }

  /** Removes an empty list of defined names, since the schema requires at least one (ECMA-376 18.2.6). */
  dropEmptyNames(): void {
    const list = this.#child("definedNames");
    if (list?.children.length === 0) this.xml.remove(list);
  }

  /** Adds defined names; `attributes` are given as source. */
  addNames(names: readonly { readonly name: string; readonly formula: string; readonly attributes: string }[]): void {
    const all = names.map(({ name, formula, attributes }) => `<definedName name="${name}"${attributes}>${escapeText(formula)}</definedName>`);
    this.#append("definedNames", all.join(""));
  }

  /** Makes Excel calculate everything when it opens the workbook, unless the user calculates by hand. */
  calculateOnLoad(): void {
    const settings = this.#child("calcPr");
    if (settings === undefined) this.xml.insertInOrder(order, "calcPr", '<calcPr fullCalcOnLoad="1"/>');
    else if (this.xml.attribute(settings, "calcMode") !== "manual" && !isOn(this.xml.attribute(settings, "fullCalcOnLoad"))) this.xml.setAttribute(settings, "fullCalcOnLoad", "1");
  }

  /** Puts back the part; the next step must open it again. */
  put(): void {
    this.draft.putXml(this.xml);
  }

  /** Adjusts the sheet indexes of names and window tabs. `gone` is the index of a removed sheet. */
  #shift(shifted: (index: number) => number, gone = -1): void {
    for (const { sheet, element } of this.names) {
      if (sheet !== undefined && sheet !== gone && shifted(sheet) !== sheet) this.xml.setAttribute(element, "localSheetId", String(shifted(sheet)));
    }
    const last = this.sheets.length - (gone < 0 ? 0 : 2);
    for (const view of this.#items("bookViews")) {
      for (const name of ["activeTab", "firstSheet"]) {
        const index = Number(this.xml.attribute(view, name) ?? "0");
        const next = Math.min(shifted(index), last);
        if (next !== index) this.xml.setAttribute(view, name, String(next));
      }
    }
  }

  #number(sheet: XmlNode): string {
    return this.xml.attribute(sheet, "sheetId") ?? "";
  }

  #append(list: string, xml: string): void {
    const element = this.#child(list);
    if (element !== undefined) this.xml.append(element, xml);
    else this.xml.insertInOrder(order, list, `<${list}>${xml}</${list}>`);
  }

  #child(name: string): XmlNode | undefined {
    return this.xml.root.children.find((each) => each.name === name);
  }

  #items(list: string): readonly XmlNode[] {
    return this.#child(list)?.children ?? [];
  }

  /** The prefix that the root declares for relations. */
  #relationsPrefix(): string | undefined {
    const found = this.xml.root.places.find(({ name }) => name.startsWith("xmlns:") && this.xml.attribute(this.xml.root, name) === this.dialect.relationships);
    return found?.name.slice("xmlns:".length);
  }
}

function isOn(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

/** References to cells of a sheet in a formula. */
function referenceTo(sheet: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:${literal(quoted(sheet))}|(?<![\\p{L}\\p{N}_.'\\]])${literal(sheet)})!\\$?[A-Z]*\\$?\\d*(?::\\$?[A-Z]*\\$?\\d*)?`, "giu");
}

import type { SheetInfo } from "../../../core/model/grid.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import type { PartSource } from "../zip/package.ts";
import type { RichValueParts } from "./pictures.ts";
import { readRelations, signalOf, type Relation } from "./relations.ts";
import type { XmlNode } from "../xml/places.ts";
import { isTrue, items, child, numberIn, readTree } from "../xml/tree.ts";

/** Contents of the file that are never used but should be mentioned. */
export type FileNote = "macros" | "external-links";

/** A workbook part and what it refers to, by part names. */
export interface Book {
  /** The workbook part itself. */
  readonly part: string;
  /** The prefix of its sheet ids. The file itself stores them without it. */
  readonly idPrefix: string;
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  readonly date1904: boolean;
  /** True if the workbook asks for a calculation when it is opened. */
  readonly isStale: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  readonly theme: string | undefined;
  readonly richValues: RichValueParts;
  readonly notes: readonly FileNote[];
}

/** A defined name and what it means, such as "Sheet1!$A$1:$A$9". */
export interface BookName {
  readonly name: string;
  /** The name of the only sheet that knows it; undefined if all do. */
  readonly sheet: string | undefined;
  readonly means: string;
}

/** A worksheet. Its part is undefined if the package lacks it or another sheet already named it. */
export interface BookSheet {
  readonly info: SheetInfo;
  readonly part: string | undefined;
}

/** Reads the workbook part and its relations. `idPrefix` is the prefix of every sheet id. @throws {Refusal} not-xlsx, damaged */
export async function readBook(pack: PartSource, watch?: Watch, idPrefix = ""): Promise<Book> {
  if (pack.find("[Content_Types].xml") === undefined) throw new Refusal("not-xlsx", packageKind(pack));
  const main = await findMain(pack, watch);
  const root = await readTree(main, pack.stream(main, signalOf(watch)));
  if (root.name !== "workbook") throw new Refusal("not-xlsx", packageKind(pack));
  const relations = await readRelations(pack, main, watch);
  const sheets = findSheets(root, relations, idPrefix);
  if (items(root, "sheets").length === 0) throw new Refusal("damaged", main);
  const related = (kind: string) => relations.find((relation) => relation.kind === kind)?.part;
  return {
    part: main,
    idPrefix,
    sheets,
    names: findNames(root),
    date1904: isTrue(child(root, "workbookPr")?.attributes.get("date1904")),
    isStale: isTrue(child(root, "calcPr")?.attributes.get("fullCalcOnLoad")),
    sharedStrings: related("sharedStrings"),
    styles: related("styles"),
    theme: related("theme"),
    richValues: { metadata: related("sheetMetadata"), values: related("rdRichValue"), structures: related("rdRichValueStructure") },
    notes: findNotes(pack, relations),
  };
}

async function findMain(pack: PartSource, watch?: Watch): Promise<string> {
  const relations = await readRelations(pack, "", watch);
  const main = relations.find((relation) => relation.kind === "officeDocument")?.part ?? pack.find("xl/workbook.xml");
  if (main === undefined || main.endsWith(".bin")) throw new Refusal("not-xlsx", packageKind(pack));
  return main;
}

/** Skips chart, dialog and macro sheets, and modules, which have no part at all, since they have no cells to check. */
function findSheets(root: XmlNode, relations: readonly Relation[], idPrefix: string): BookSheet[] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const ids = new FreeIds();
  const parts = new Set<string>();
  const sheets: BookSheet[] = [];
  refuseAbove(items(root, "sheets").length, limits.sheets, "sheets");
  refuseAbove(items(root, "definedNames").length, limits.definedNames, "defined names");
  for (const { name, attributes } of items(root, "sheets")) {
    const relation = byId.get(attributes.get("id") ?? "");
    if (name !== "sheet" || relation?.kind !== "worksheet") continue;
    const id = idPrefix + ids.take(attributes.get("sheetId") ?? "");
    const state = attributes.get("state");
    const info = { id, name: attributes.get("name") ?? "", hidden: state === "hidden" || state === "veryHidden" };
    refuseAbove(info.name.length, limits.nameLetters, "letters of a sheet's name");
    const isTaken = relation.part !== undefined && parts.has(relation.part);
    if (relation.part !== undefined) parts.add(relation.part);
    sheets.push({ info, part: isTaken ? undefined : relation.part });
  }
  return sheets;
}

function findNames(root: XmlNode): BookName[] {
  const sheets = items(root, "sheets");
  return items(root, "definedNames").flatMap((node) => {
    const name = node.attributes.get("name");
    const scope = numberIn(node, "localSheetId");
    return name === undefined ? [] : [{ name, sheet: scope === undefined ? undefined : (sheets[scope]?.attributes.get("name") ?? ""), means: node.content }];
  });
}

/** Ids are unique in sound files, but other files must be readable sheet by sheet too. */
class FreeIds {
  readonly #taken = new Set<string>();
  /** The last number given to a repeated id. */
  readonly #numbers = new Map<string, number>();

  take(wanted: string): string {
    let id = wanted;
    let number = this.#numbers.get(wanted) ?? 1;
    while (this.#taken.has(id)) id = `${wanted}-${++number}`;
    this.#numbers.set(wanted, number);
    this.#taken.add(id);
    return id;
  }
}

function findNotes(pack: PartSource, relations: readonly Relation[]): FileNote[] {
  const has = (...kinds: string[]) => relations.some((relation) => kinds.includes(relation.kind));
  const notes: FileNote[] = [];
  if (has("vbaProject", "xlMacrosheet", "xlIntlMacrosheet") || pack.names().some((name) => /vbaProject\.bin$/i.test(name))) notes.push("macros");
  if (has("externalLink", "connections")) notes.push("external-links");
  return notes;
}

/** The real kind of a zip file without a suitable workbook. */
function packageKind(pack: PartSource): string {
  if (pack.find("xl/workbook.bin") !== undefined) return "xlsb";
  if (pack.find("word/document.xml") !== undefined) return "docx";
  if (pack.find("ppt/presentation.xml") !== undefined) return "pptx";
  if (pack.find("Index/Document.iwa") !== undefined || pack.find("Index.zip") !== undefined) return "numbers";
  return pack.find("mimetype") !== undefined && pack.find("content.xml") !== undefined ? "ods" : "zip";
}

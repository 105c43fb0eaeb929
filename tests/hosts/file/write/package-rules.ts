import { Package, partKey } from "../../../../src/hosts/file/zip/package.ts";
import { inflateInNode } from "../../../../src/hosts/file/inflate-node.ts";
import { readRelations } from "../../../../src/hosts/file/read/relations.ts";
import { cellText } from "../../../../src/core/wording/phrase.ts";
import { readBook } from "../../../../src/hosts/file/read/book.ts";
import { mergedAreaOf } from "../../../../src/hosts/file/read/reference.ts";
import { withoutEscapes } from "../../../../src/hosts/file/xml/text.ts";
import { XlsxWorkbook } from "../../../../src/hosts/file/xlsx-workbook.ts";
import type { XmlNode } from "../../../../src/hosts/file/xml/places.ts";
import { readTree } from "../../../../src/hosts/file/xml/tree.ts";

/** The orders that ECMA-376 requires; other names may be anywhere. */
const orders = new Map([
  ["worksheet", "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst"],
  ["workbook", "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"],
  ["styleSheet", "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"],
]);

/** Faults for which Excel would repair a package, as far as rules can tell: order, counts, references, repeated names. */
export async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pack = new Package(bytes, inflateInNode);
  const faults: string[] = [];
  const tree = async (part: string): Promise<XmlNode> => readTree(part, pack.stream(part));
  const main = (await readRelations(pack, "")).find(({ kind }) => kind === "officeDocument")?.part ?? "xl/workbook.xml";
  const related = await readRelations(pack, main);
  const styles = related.find(({ kind }) => kind === "styles")?.part;
  const styleTree = styles === undefined ? undefined : await tree(styles);
  const count = (list: string) => styleTree?.children.find(({ name }) => name === list)?.children.length ?? 0;
  if (styleTree !== undefined) faults.push(...orderFaults("styles", styleTree), ...styleFaults(styleTree));
  faults.push(...workbookFaults(await tree(main)), ...(await typeFaults(pack, await tree("[Content_Types].xml"))));
  for (const { part } of related.filter(({ kind }) => kind === "worksheet")) {
    if (part === undefined) continue;
    const ids = new Set((await readRelations(pack, part)).map(({ id }) => id));
    faults.push(...sheetFaults(part, await tree(part), { formats: Math.max(1, count("cellXfs")), dxfs: count("dxfs"), ids }));
  }
  for (const name of pack.names().filter((each) => /\.rels$/i.test(each))) faults.push(...relationFaults(name, await tree(name)));
  return [...faults, ...(await tableFaults(pack))];
}

/** Excel repairs a table whose column names differ from its header cells. */
async function tableFaults(pack: Package): Promise<string[]> {
  const book = await readBook(pack);
  const reader = new XlsxWorkbook(pack, book);
  const faults: string[] = [];
  for (const { info, part } of book.sheets) {
    const tables = part === undefined ? [] : (await readRelations(pack, part)).flatMap((relation) => (relation.kind === "table" ? (relation.part ?? []) : []));
    const grid = tables.length === 0 ? undefined : await reader.read(info.id);
    for (const table of tables) {
      const { attributes, children } = await readTree(table, pack.stream(table));
      const area = attributes.get("headerRowCount") === "0" ? undefined : mergedAreaOf(attributes.get("ref") ?? "");
      const names = children.find(({ name }) => name === "tableColumns")?.children.map((column) => withoutEscapes(column.attributes.get("name") ?? "")) ?? [];
      const wrong = area === undefined ? [] : names.filter((name, index) => name !== cellText(grid?.value(area.row, area.column + index)));
      faults.push(...wrong.map((name) => `${table}: no header cell reads ${name}`));
    }
  }
  return faults;
}

function relationFaults(part: string, { children }: XmlNode): string[] {
  const ids = children.map(({ attributes }) => attributes.get("Id") ?? "");
  const ends = children.map(({ attributes }) => `${attributes.get("Type") ?? ""} ${attributes.get("Target") ?? ""}`);
  return [...(new Set(ids).size < ids.length ? [`${part}: ids not unique`] : []), ...(new Set(ends).size < ends.length ? [`${part}: a relation twice`] : [])];
}

async function typeFaults(pack: Package, types: XmlNode): Promise<string[]> {
  const parts = types.children.flatMap(({ attributes }) => attributes.get("PartName") ?? []).map((name) => partKey(name.replace(/^\//, "")));
  const extensions = types.children.flatMap(({ attributes }) => attributes.get("Extension")?.toLowerCase() ?? []);
  const isTyped = (name: string) => parts.includes(partKey(name)) || extensions.includes(partKey(name).replace(/.*\./, "")) || partKey(name) === "[content_types].xml" || name.endsWith("/");
  const faults = [...(new Set(parts).size < parts.length ? ["content types: a part twice"] : []), ...pack.names().filter((name) => !isTyped(name)).map((name) => `content types: ${name} has none`)];
  return [...faults, ...parts.filter((part) => pack.find(part) === undefined).map((part) => `content types: ${part} is not there`)];
}

function workbookFaults(root: XmlNode): string[] {
  const list = (name: string) => root.children.find((each) => each.name === name)?.children ?? [];
  const sheets = list("sheets");
  const unique = (what: string, values: readonly string[]) => (new Set(values).size < values.length ? [`workbook: ${what} not unique`] : []);
  const of = (nodes: readonly XmlNode[], attribute: string) => nodes.map(({ attributes }) => (attributes.get(attribute) ?? "").toLowerCase());
  const local = (node: XmlNode) => Number(node.attributes.get("localSheetId") ?? "-1");
  const views = list("bookViews").filter(({ attributes }) => Number(attributes.get("activeTab") ?? "0") >= sheets.length);
  return [
    ...orderFaults("workbook", root),
    ...unique("sheet names", of(sheets, "name")),
    ...unique("sheet ids", of(sheets, "sheetId")),
    ...unique("sheet relations", of(sheets, "id")),
    ...unique("defined names", list("definedNames").map((name) => `${local(name)} ${(name.attributes.get("name") ?? "").toLowerCase()}`)),
    ...list("definedNames").filter((name) => local(name) >= sheets.length).map(() => "workbook: a name's sheet is not there"),
    ...views.map(() => "workbook: the active sheet is not there"),
  ];
}

function styleFaults(root: XmlNode): string[] {
  const list = (name: string) => root.children.find((each) => each.name === name);
  const faults: string[] = [];
  for (const { name, attributes, children } of root.children) {
    const count = attributes.get("count");
    if (count !== undefined && Number(count) !== children.length && children.every((each) => each.name !== "AlternateContent")) faults.push(`styles: ${name} says ${count}`);
  }
  for (const [attribute, of] of [["fontId", "fonts"], ["fillId", "fills"], ["borderId", "borders"], ["xfId", "cellStyleXfs"]] as const) {
    const most = list(of)?.children.length ?? 0;
    for (const xf of list("cellXfs")?.children ?? []) if (Number(xf.attributes.get(attribute) ?? "-1") >= most) faults.push(`styles: ${attribute} of a cell format is not there`);
  }
  return faults;
}

function sheetFaults(part: string, root: XmlNode, { formats, dxfs, ids }: { formats: number; dxfs: number; ids: ReadonlySet<string> }): string[] {
  const faults = orderFaults(part, root);
  const rules = root.children.filter(({ name }) => name === "conditionalFormatting").flatMap(({ children }) => children);
  const priorities = rules.map(({ attributes }) => attributes.get("priority") ?? "");
  if (new Set(priorities).size < priorities.length) faults.push(`${part}: priorities not unique`);
  if (rules.some(({ attributes }) => Number(attributes.get("dxfId") ?? "-1") >= dxfs)) faults.push(`${part}: a differential format is not there`);
  const drawing = root.children.find(({ name }) => name === "drawing")?.attributes.get("id");
  if (drawing !== undefined && !ids.has(drawing)) faults.push(`${part}: its drawing is not there`);
  let last = 0;
  for (const row of root.children.find(({ name }) => name === "sheetData")?.children ?? []) {
    const number = Number(row.attributes.get("r") ?? last + 1);
    if (number <= last) faults.push(`${part}: row ${number} out of order`);
    last = number;
    const columns = row.children.flatMap(({ attributes }) => /^[A-Z]+/.exec(attributes.get("r") ?? "")?.[0].padStart(3) ?? []);
    if (columns.some((column, index) => column <= (columns[index - 1] ?? ""))) faults.push(`${part}: cells of row ${number} out of order`);
    if (row.children.some(({ attributes }) => Number(attributes.get("s") ?? "0") >= formats)) faults.push(`${part}: a cell format is not there`);
  }
  return faults;
}

function orderFaults(part: string, root: XmlNode): string[] {
  const order = (orders.get(root.name) ?? "").split(" ");
  const ranks = root.children.map(({ name }) => order.indexOf(name)).filter((rank) => rank >= 0);
  return ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0)) ? [`${part}: elements out of order`] : [];
}

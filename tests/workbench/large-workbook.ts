import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const header = ["経営課題", "戦略番号", "戦略", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "資料2", "取組番号", "取組", "目標", "取組", "戦略に対する取組の有効性", "資料2"];
const perStrategy = 4;
const strategies = 5;

/** A sheet with that many initiatives in the built-in form, merged as in print, one fault in so many of them. The name of the last initiative tells its number. */
export function largeWorkbook(initiatives: number, perFault = 50): Uint8Array {
  const merges: string[] = [];
  const rows = Array.from({ length: initiatives }, (_, index) => initiativeRow(index, initiatives, merges, perFault));
  const sheet = `<worksheet xmlns="${main}"><sheetData>${row(1, header)}${rows.join("")}</sheetData><mergeCells>${merges.join("")}</mergeCells></worksheet>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inner: string) => strToU8(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`);
  return zipSync(
    {
      "[Content_Types].xml": strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      "_rels/.rels": relations(relation("r1", "officeDocument", "xl/workbook.xml")),
      "xl/workbook.xml": strToU8(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="総括表" sheetId="1" r:id="r1"/></sheets></workbook>`),
      "xl/_rels/workbook.xml.rels": relations(relation("r1", "worksheet", "worksheets/sheet1.xml")),
      "xl/worksheets/sheet1.xml": strToU8(sheet),
    },
    { level: 1 },
  );
}

function initiativeRow(index: number, initiatives: number, merges: string[], perFault: number): string {
  const strategy = Math.floor(index / perStrategy);
  const [issue, number] = [Math.floor(strategy / strategies) + 1, (strategy % strategies) + 1];
  const code = `${issue}-${number}`;
  const isFirst = index % perStrategy === 0;
  const last = Math.min(index + perStrategy, initiatives);
  if (isFirst && last > index + 1) for (const column of "BCDEF") merges.push(`<mergeCell ref="${column}${index + 2}:${column}${last + 1}"/>`);
  const own = [`${code}-${(index % perStrategy) + 1}`, `取組 ${index + 1} の名前`, index % perFault === 0 ? "達成 " : "達成", "予定どおり実施", "有効であり、継続して推進", "p.1"];
  const label = isFirst && number === 1 ? `${issue} 課題` : "";
  return row(index + 2, isFirst ? [label, code, "【めざす姿】", "順調", "有効であり、継続して推進", "p.1", ...own] : ["", "", "", "", "", "", ...own]);
}

function row(number: number, texts: readonly string[]): string {
  const cells = texts.map((text, column) => (text === "" ? "" : `<c r="${String.fromCharCode(65 + column)}${number}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`));
  return `<row r="${number}">${cells.join("")}</row>`;
}

import { osakaWard } from "../../src/core/form/built-in.ts";
import type { Form } from "../../src/core/form/schema.ts";
import { writeSettings } from "../../src/core/settings/keep.ts";
import { noSettings } from "../../src/core/settings/settings.ts";
import { a1 } from "../../src/core/model/address.ts";
import { cleanRows } from "../core/sheet.ts";
import { sheet, workbook } from "../hosts/file/make.ts";
import { openForEdit } from "../hosts/file/write/open.ts";

/** Letters that steer a terminal, the words around them or a reader: C1, a bidirectional override, a line separator, tags, half a pair, a selector behind another. */
export const steering = "\u009b31m\u202E\u2028\u{E0041}\uD800葛\u{E0100}\u{E0101}";

/** Any such letter in a text that is shown. Line breaks part lines. */
export const steers = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E00FF}]|[\u{E0100}-\u{E01EF}]{2}|\p{Cs}/u;

/** As a file has it: neither XML nor UTF-8 can hold each of them. */
const inFile = (text: string) => text.replace(/[\u0080-\u009f]|\p{Cs}/gu, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`).replace(/\n/g, "&#10;");

/** A form whose names, headers, words and writings have them too. */
export const steeringForm: Form = {
  ...osakaWard,
  id: "steering",
  name: { ja: `様式${steering}`, en: `form${steering}` },
  source: `出典${steering}`,
  levels: osakaWard.levels.map((level) => ({ ...level, name: { ja: `${level.name.ja}${steering}`, en: `${level.name.en}${steering}` } })),
  columns: osakaWard.columns.map((column) => ({ ...column, name: { ja: `${column.name.ja}${steering}`, en: `${column.name.en}${steering}` }, header: column.header.map((text) => `${text}${steering}`) })),
};

/** A workbook that has them in its sheet's name, in every other row of its texts, and in its settings. */
export async function steeringBook(form: Form | null = null): Promise<Uint8Array> {
  const [heads, ...others] = cleanRows;
  const rows = [[...(heads ?? []), "", "", "", "", "", `担当課`], ...others.map((row, at) => [...row, ...(at > 1 ? [`課${at % 2}${steering}`] : [])])];
  const cell = (text: string, row: number, column: number) => {
    const own = text !== "" && row > 2 && row % 2 === 0 ? `${text}${steering}` : row === 3 && column === 3 ? `不明${steering}` : text;
    return own === "" ? "" : `<c r="${a1({ row, column })}" t="inlineStr"><is><t>${inFile(own)}</t></is></c>`;
  };
  const bytes = workbook({
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets><sheet name="${inFile(`総括\u202E\n\u2028表\u{E0041}`)}" sheetId="7" r:id="r1"/></sheets></workbook>`,
    "xl/worksheets/sheet1.xml": sheet(rows.map((texts, row) => `<row r="${row + 1}">${texts.map((text, column) => cell(text, row, column)).join("")}</row>`).join("")),
  });
  if (!form) return bytes;
  const file = await openForEdit(bytes);
  await file.remember("tenken.settings", writeSettings({ ...noSettings, form }), undefined);
  return file.save();
}

import type { AddInputRules } from "../../../src/core/model/changes.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { addInputRulesChange } from "../../../src/core/input-rules/words.ts";
import { inspectFully } from "../../../src/core/inspect.ts";
import type { Grid } from "../../../src/core/model/grid.ts";
import { cleanRows } from "../../core/sheet.ts";
import { sheet, workbook } from "../file/make.ts";

/** A blank form of the seed's kind with some codes: texts, and in G6 the number that Excel made of one. */
const rows = [...cleanRows.slice(0, 3), ["1 緑のまち", "1-1", "", "", "", "", "1-1-1"], ["", "", "", "", "", "", "1-1-2"]];

const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
<cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0" applyNumberFormat="1"/><xf numFmtId="2" fontId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function cell(value: string, at: string): string {
  return value === "" ? "" : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** The file of a blank form. `more` comes after its cells: validation rules, extensions. */
export function blankForm(more = "", before = ""): Uint8Array {
  const written = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, a1({ row, column }))).join("")}</row>`);
  const typed = '<row r="6"><c r="B6" s="2"/><c r="G6" s="1"><v>46024</v></c></row>';
  return workbook({ "xl/worksheets/sheet1.xml": sheet([...written, typed].join(""), before, more), "xl/styles.xml": styles });
}

/** The input rules for a form of this kind, read and planned anew. */
export async function planFor(book: { read(sheetId: string): Promise<Grid> }, sheetId: string): Promise<AddInputRules> {
  const inspection = inspectFully(await book.read(sheetId), osakaWard);
  if (!inspection) throw new Error("no table");
  return addInputRulesChange(sheetId, inspection.overview.inputRules, "ja");
}

import { read, type WorkBook } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue, Grid } from "../../../src/core/model/grid.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { corpusBytes, corpusPaths, hasCorpus } from "./corpus-files.ts";

/** Why each of these is refused; the fault is the file's. */
const refused = new Map([
  // Text between the XML declaration and the root element.
  ["exceljs/spec_integration_data_invalid-xml.xlsx", "damaged: xl/worksheets/sheet1.xml"],
  // Only two parts, neither content types nor workbook.
  ["exceljs/spec_integration_data_missing-bits.xlsx", "not-xlsx: zip"],
  // The part's checksum is wrong, and its XML is broken.
  ["tafia/tests_issue252.xlsx", "damaged: xl/_rels/workbook.xml.rels"],
  ["tafia/tests_pass_protected.xlsx", "encrypted: EncryptedPackage"],
]);

const trimmed = "Excel drops edge space without xml:space=\"preserve\"; the oracle keeps it";

/** Where the oracle differs: the number of cells, and who is right. */
const different = new Map<string, readonly [cells: number, because: string]>([
  ["SheetJS/wps_image.xlsx", [1, "a picture stands in the cell; the text that the oracle gives says nothing of it"]],
  ["SheetJS/rich_text_stress.xlsx", [1, "letters struck through are not of the text; the oracle keeps them"]],
  ["tafia/tests_date_iso.xlsx", [1, "the last bit of a time of day"]],
  ["tafia/tests_encoded_entities.xlsx", [1, trimmed]],
  ["tafia/tests_has_x000D_inline.xlsx", [1, "_x000D_ is a carriage return of its own; the oracle joins it with the line feed in inline strings only"]],
  ["tafia/tests_issue_174.xlsx", [1, trimmed]],
  ["tafia/tests_minimal_package.xlsx", [2094, "the oracle takes only the first run of inline rich text; and " + trimmed]],
  ["tafia/tests_richtext-after-plain.xlsx", [1, "the oracle leaves out runs behind a plain text"]],
  ["tafia/tests_whitespace_trim.xlsx", [6, trimmed]],
]);

/** The oracle cannot open it without a styles part. */
const beyondOracle = new Set(["exceljs/spec_integration_data_test-issue-771.xlsx"]);

async function readAll(path: string): Promise<Grid[]> {
  const book = await openFile(path, corpusBytes(path), { inflate: inflateInNode });
  const grids: Grid[] = [];
  for (const sheet of await book.sheets()) grids.push(await book.read(sheet.id));
  return grids;
}

describe.skipIf(!hasCorpus)("workbooks of other programs", { timeout: 120_000 }, () => {
  it("are all there", () => {
    expect(corpusPaths()).toHaveLength(178);
  });

  it.each(corpusPaths())("%s", async (path) => {
    const reason = refused.get(path);
    if (reason !== undefined) {
      const error: unknown = await readAll(path).catch((caught: unknown) => caught);
      expect(error instanceof Refusal ? error.message : error).toBe(reason);
      return;
    }
    const grids = await readAll(path);
    expect(grids.length).toBeGreaterThan(0);
    expect(grids.filter((grid) => inspect(grid, builtInForms))).toEqual([]);
    if (beyondOracle.has(path)) return;
    const oracle = read(corpusBytes(path), { dense: true, cellDates: false });
    const places = grids.flatMap((grid) => differences(grid, oracle));
    expect(places.length, places.slice(0, 5).join("\n")).toBe(different.get(path)?.[0] ?? 0);
  });

  it.each([
    ["SheetJS/phonetic_text.xlsx", ["漢字", "漢字withColor"]],
    ["tafia/tests_rph.xlsx", ["課きく　毛こ"]],
  ])("furigana of %s are in no value", async (path, texts) => {
    const values = (await readAll(path)).flatMap((grid) => Array.from({ length: grid.rowCount }, (_, row) => grid.row(row))).flat();
    expect(values.filter((value) => typeof value === "string")).toEqual(texts);
  });
});

/** Cells whose values differ from the oracle's. */
function differences(grid: Grid, oracle: WorkBook): string[] {
  const data = oracle.Sheets[grid.sheet.name]?.["!data"] ?? [];
  const found: string[] = [];
  for (let row = 0; row < Math.max(grid.rowCount, data.length); row++) {
    const own = grid.row(row);
    const other = data[row] ?? [];
    for (let column = 0; column < Math.max(own.length, other.length); column++) {
      const [left, right] = [own[column], oracleValue(other[column])].map((value) => JSON.stringify(value));
      if (left !== right) found.push(`${grid.sheet.name} ${row},${column}: ${left} / ${right}`);
    }
  }
  return found;
}

function oracleValue(cell: { t: string; v?: string | number | boolean | Date | undefined; w?: string } | undefined): CellValue {
  if (cell === undefined || cell.t === "z" || cell.v === "" || cell.v instanceof Date) return undefined;
  return cell.t === "e" ? { error: cell.w ?? "" } : cell.v;
}

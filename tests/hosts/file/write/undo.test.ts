import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellWrite, WrittenCell } from "../../../../src/core/model/changes.ts";
import type { Block } from "../../../../src/core/model/address.ts";
import type { EditableFile } from "../../../../src/hosts/file/open-editable.ts";
import { corpusBytes, hasCorpus } from "../corpus-files.ts";
import { openForEdit, plan, write } from "./open.ts";

const sample = new Uint8Array(readFileSync(join(import.meta.dirname, "../../../../assets/samples/sample.xlsx")));
const books: readonly (readonly [name: string, bytes: () => Uint8Array])[] = [
  ["the sample", () => sample],
  ...(hasCorpus
    ? ["tafia/tests_nonstandard-xml-ns-prefix.xlsx", "tafia/tests_strict_iso_paths.xlsx", "exceljs/spec_integration_data_formulas.xlsx", "SheetJS/merge_cells.xlsx", "tafia/tests_date.xlsx"].map((path) => [path, () => corpusBytes(path)] as const)
    : []),
];

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("=1+1", "順調", "_x0041_", "\r\n\t ", "1-2", "\ud800x", "'"));
const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
const place = fc.record({ row: fc.nat({ max: 30 }), column: fc.nat({ max: 14 }) });
const edits = fc.array(fc.record({ at: place, to: value, numberFormat: fc.option(fc.constantFrom("@", "0.0%", 'yyyy"年"m"月"', "General"), { nil: undefined }) }), { maxLength: 12 });
const area: fc.Arbitrary<Block> = fc.tuple(place, place).map(([one, other]) => ({
  first: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  last: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
}));

describe("a plan that is applied and taken back", () => {
  it.each(books)("leaves %s as it was, for all that is read and shown", { timeout: 120_000 }, async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(edits, fc.array(area, { maxLength: 5 }), async (wanted, required) => {
        const file = await openForEdit(bytes());
        const before = await pictureOf(file);
        const [{ id } = { id: "" }] = await file.sheets();
        const written = await editAll(file, id, wanted);
        await file.apply([{ kind: "set-marks", sheet: id, blocks: { required, attention: [] } }]);
        const { made } = await file.apply([write(plan({}, id), { after: id })]);
        // The saved file must show the same as the edited one.
        expect(await pictureOf(await openForEdit(await file.save()))).toEqual(await pictureOf(file));
        await file.apply([{ kind: "set-marks", sheet: id, blocks: { required: [], attention: [] } }, { kind: "delete-sheet", sheet: made[0]?.sheet ?? "" }, { kind: "edit-cells", sheet: id, edits: written.map(inverse).reverse() }]);
        expect(await pictureOf(file)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
});

/** Writes all cells that may be written, without formulas and errors, which could not be restored. */
async function editAll(file: EditableFile, sheet: string, wanted: readonly Pick<CellWrite, "at" | "to">[]): Promise<readonly WrittenCell[]> {
  const all: WrittenCell[] = [];
  for (const edit of wanted) {
    const from = (await file.read(sheet)).value(edit.at.row, edit.at.column);
    if (typeof from === "object") continue;
    const { written } = await file.apply([{ kind: "edit-cells", sheet, edits: [{ ...edit, from }] }]).catch(() => ({ written: [] }));
    if (written.length > 0) expect((await file.read(sheet)).value(edit.at.row, edit.at.column)).toEqual(edit.to === "" ? undefined : readable(edit.to));
    all.push(...written);
  }
  return all;
}

/** Negative zero becomes zero. */
function readable(to: CellWrite["to"]): CellWrite["to"] {
  return Object.is(to, -0) ? 0 : to;
}

function inverse({ at, from, to, formerFormat }: WrittenCell): CellWrite {
  return { at, from: readable(to), to: typeof from === "object" ? "" : from ?? "", numberFormat: formerFormat };
}

/** Everything that is read from a workbook for checking and showing. */
async function pictureOf(file: EditableFile): Promise<unknown> {
  const sheets = [];
  for (const info of await file.sheets()) {
    const look = await file.look(info.id);
    const { grid, styles } = look;
    const cells = [];
    for (let row = 0; row < Math.max(grid.rowCount, 32); row++) {
      for (let column = 0; column < 16; column++) {
        const { fill, bold, color, borders, fontSizePt } = styles[look.styleIndex(row, column)] ?? {};
        cells.push([grid.value(row, column), look.text(row, column), fill, bold, color, borders, fontSizePt]);
      }
    }
    const { columnWidths, rowHeights, merges, frozenRows, hiddenColumns } = look;
    sheets.push({ info, columnWidths, rowHeights, merges, frozenRows, hiddenColumns, hidden: grid.hiddenRows, rows: grid.rowCount, cells });
  }
  return { sheets, own: (await file.ownSheets()).map((own) => ({ ...own, isUnproven: undefined })) };
}

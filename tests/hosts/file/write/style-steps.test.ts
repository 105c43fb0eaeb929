import { expect, it, vi } from "vitest";
import { sheet, workbook } from "../make.ts";
import { openForEdit } from "./open.ts";

/** Number of XML pieces read while one cell in each of so many rows gets the text format. Each cell has its own number format. */
async function piecesFor(rows: number): Promise<number> {
  const formats = Array.from({ length: rows }, (_, index) => index);
  const styles = `<styleSheet><numFmts>${formats.map((id) => `<numFmt numFmtId="${164 + id}" formatCode="0&quot;${id}&quot;"/>`).join("")}</numFmts>
    <cellXfs>${formats.map((id) => `<xf numFmtId="${164 + id}" fillId="${id}"/>`).join("")}</cellXfs></styleSheet>`;
  const cells = formats.map((row) => `<row r="${row + 1}"><c r="A${row + 1}" s="${row}"><v>1</v></c></row>`).join("");
  const file = await openForEdit(workbook({ "xl/worksheets/sheet1.xml": sheet(cells), "xl/styles.xml": styles }));
  const spy = vi.spyOn(RegExp.prototype, "exec");
  await file.apply([{ kind: "edit-cells", sheet: "7", edits: formats.map((row) => ({ at: { row, column: 0 }, from: 1, to: "1-1", numberFormat: "@" })) }]);
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

it("twice the number formats are twice the steps", async () => {
  const [once, twice] = [await piecesFor(100), await piecesFor(200)];
  expect(once).toBeGreaterThan(100);
  expect(twice).toBeLessThan(2.2 * once);
});

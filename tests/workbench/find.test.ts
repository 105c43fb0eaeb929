import { strToU8, zipSync, unzipSync, strFromU8 } from "fflate";
import { utils, write } from "@e965/xlsx";
import { describe, expect, it, test } from "vitest";
import { movedFormula } from "../../src/hosts/file/looks/shared-formula.ts";
import { openEditable } from "../../src/hosts/file/open-editable.ts";
import { viewRows } from "../../src/workbench/worker/sheet-view.ts";
import { newWorkspace, picked, sheetIn } from "./node-workspace.ts";

/** Rows of A1:C3, with these cells in place of the row 2 that the file would have. */
function bookWith(rowTwo: string): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[1, 2, 3], [4], [7, 8, 9]]), "表");
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx" });
  if (!(bytes instanceof Uint8Array)) throw new TypeError("no bytes");
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  return zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(sheet.replace(/<row r="2".*?<\/row>/, `<row r="2">${rowTwo}</row>`)) });
}

async function formulasIn(rowTwo: string): Promise<readonly (string | undefined)[]> {
  const book = await openEditable(bookWith(rowTwo));
  const [sheet] = await book.sheets();
  const [row] = viewRows(await book.look(sheet?.id ?? ""), { from: 1, to: 1, columns: 3 });
  return [0, 1, 2].map((column) => row?.cells.find((cell) => cell.column === column)?.formula);
}

describe("a cell's formula", () => {
  it("is shown as it stands there, or as a shared one is moved to the cell", async () => {
    const cells = '<c r="A2"><f t="shared" ref="A2:B2" si="0">A1&amp;"A1"&amp;$A$1</f><v>4</v></c><c r="B2"><f t="shared" si="0"/><v>5</v></c><c r="C2"><f>SUM(A1:A3)</f></c>';
    expect(await formulasIn(cells)).toEqual(['=A1&"A1"&$A$1', '=B1&"A1"&$A$1', "=SUM(A1:A3)"]);
  });

  it("is that of the area which it fills", async () => {
    expect(await formulasIn('<c r="A2"><f t="array" ref="A2:B2">A1:B1*2</f><v>2</v></c><c r="B2"><v>4</v></c><c r="C2"><v>1</v></c>')).toEqual(["=A1:B1*2", "=A1:B1*2", undefined]);
  });
});

test.each([
  ["A1+$B$2+C$3+$D4", "C3+$B$2+E$3+$D6"],
  ["SUM(A1:B2)*LOG10(A1)", "SUM(C3:D4)*LOG10(C3)"],
  ["'A1 の表'!A1+表!B2+Sheet1!C3", "'A1 の表'!C3+表!D4+Sheet1!E5"],
  ['A1&"A1 と ""B2"""', 'C3&"A1 と ""B2"""'],
  ["SUM(A:B)+SUM(1:2)+SUM($A:B)+SUM($1:2)", "SUM(C:D)+SUM(3:4)+SUM($A:D)+SUM($1:4)"],
  ["名前1+A1_年+XFD1", "名前1+A1_年+#REF!"],
  ["A1.B+Table1[A1]+1.5E3", "A1.B+Table1[A1]+1.5E3"],
])("a shared formula %s is %s two rows and columns on", (formula, moved) => {
  expect(movedFormula(formula, { rows: 2, columns: 2 })).toBe(moved);
});

test("moving a long formula takes time by its length alone", () => {
  const formula = `${"A".repeat(4000)}${"$".repeat(4000)}`;
  expect(movedFormula(formula, { rows: 1, columns: 1 })).toBe(formula);
});

describe("finding in a sheet", () => {
  const rows = Array.from({ length: 2000 }, (_, row) => (row % 100 === 50 ? `ＡＢ${row}\tあ` : "x\ty")).join("\r\n");

  async function opened() {
    const workspace = newWorkspace();
    await workspace.files.open([picked("長い.tsv", rows)]);
    const sheet = sheetIn(workspace, "長い.tsv");
    const { store, finder } = workspace;
    finder.open();
    return { finder, found: () => ({ ...store.get().find?.found, sheet: undefined, at: store.get().selections.get(sheet)?.row }), store };
  }

  it("counts over all rows, whatever the width and case of letters, and goes on and back around the ends", async () => {
    const { finder, found } = await opened();
    await finder.look("ab");
    expect(found()).toEqual({ index: 1, count: 20, at: 50 });
    await finder.step(1);
    expect(found()).toEqual({ index: 2, count: 20, at: 150 });
    await finder.step(-1);
    await finder.step(-1);
    expect(found()).toEqual({ index: 20, count: 20, at: 1950 });
    await finder.step(1);
    expect(found()).toEqual({ index: 1, count: 20, at: 50 });
    await finder.look("ab1");
    expect(found()).toEqual({ index: 1, count: 11, at: 150 });
  });

  it("tells that there is none", async () => {
    const { finder, found, store } = await opened();
    await finder.look("無い");
    expect(found()).toMatchObject({ index: 0, count: 0 });
    finder.close();
    expect(store.get().find).toBeUndefined();
  });
});

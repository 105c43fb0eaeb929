import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../../src/core/model/grid.ts";
import type { PlannedCell } from "../../../../src/core/model/sheet-plan.ts";
import { convert, hasLibreOffice } from "./libreoffice.ts";
import { edit, openForEdit, partText, plan, write } from "./open.ts";

const sample = new Uint8Array(readFileSync(join(import.meta.dirname, "../../../../assets/samples/sample.xlsx")));

/** Texts that programs like to interpret. */
const dangerous = [
  "=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("http://example.invalid","x")', "=cmd|'/C calc'!A0",
  "<b>&amp;</b>", "_x0041_", "a\u0001b", " 端 ", "一行目\n二行目", "1-1", "007", "TRUE", "𠮷😀", "評".repeat(32_767),
];

const firstRow = 40;

/** The sample with the texts in column B of the evaluation sheet and in column A of a sheet of ours. */
async function written(): Promise<Uint8Array> {
  const file = await openForEdit(sample);
  const [{ id } = { id: "" }] = await file.sheets();
  const rows = dangerous.map((value): PlannedCell[] => [{ role: "text", value }]);
  const sheet = plan({ name: "一覧", rows, charts: [], filter: null, footer: "&A =1+1" });
  await file.apply([...dangerous.map((text, index) => edit(id, firstRow + index, 1, undefined, text)), write(sheet)]);
  return file.save();
}

/** The texts of both sheets as our reader returns them. */
async function textsIn(bytes: Uint8Array): Promise<readonly (readonly CellValue[])[]> {
  const book = await openForEdit(bytes);
  const [evaluation, list] = await Promise.all((await book.sheets()).map(({ id }) => book.read(id)));
  return [dangerous.map((_, index) => evaluation?.value(firstRow + index, 1)), dangerous.map((_, index) => list?.value(index, 0))];
}

describe("text of a sheet stays text", () => {
  it("for our reader and for another program's", async () => {
    const saved = await written();
    expect(await textsIn(saved)).toEqual([dangerous, dangerous]);
    const { Sheets } = read(saved, { cellFormula: true });
    for (const index of dangerous.keys()) {
      expect(Sheets["総括表"]?.[`B${firstRow + 1 + index}`]).toMatchObject({ t: "s" });
      expect(Sheets["総括表"]?.[`B${firstRow + 1 + index}`]).not.toHaveProperty("f");
      expect(Sheets["一覧"]?.[`A${index + 1}`]).toMatchObject({ t: "s" });
      expect(Sheets["一覧"]?.[`A${index + 1}`]).not.toHaveProperty("f");
    }
  });

  it.skipIf(!hasLibreOffice)("after LibreOffice opened and saved it", { timeout: 120_000 }, async () => {
    const saved = await written();
    const out = convert(new Map([["texts", saved]]), "xlsx", "xlsx").get("texts") ?? sample;
    // LibreOffice drops the control character and writes its own line ends.
    const asOffice = (text: CellValue): string => (typeof text === "string" ? text : "").replaceAll("\u0001", "").replaceAll("\r", "\n");
    expect((await textsIn(out)).map((texts) => texts.map(asOffice))).toEqual([dangerous.map(asOffice), dangerous.map(asOffice)]);
    for (const name of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) expect(await partText(out, name)).not.toMatch(/<f[ >]/);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpusPaths, hasCorpus } from "../corpus-files.ts";
import { runOnCorpus, type CorpusRun } from "./corpus-run.ts";
import { convert, hasLibreOffice } from "./libreoffice.ts";
import { block, edit, marks, openForEdit, partText, plan, write } from "./open.ts";

const sample = new Uint8Array(readFileSync(join(import.meta.dirname, "../../../../assets/samples/sample.xlsx")));

describe.skipIf(!hasLibreOffice)("LibreOffice opens what was written", { timeout: 300_000 }, () => {
  it("the sample: old and new values, the mark, the sheet with its formulas and chart", async () => {
    const file = await openForEdit(sample);
    const [{ id } = { id: "" }] = await file.sheets();
    const before = await file.read(id);
    await file.apply([edit(id, 5, 3, before.value(5, 3), "順調"), marks(id, [block(3, 0, 5, 11)]), write(plan({}, id), { after: id })]);
    const out = convert(new Map([["sample", await file.save()]]), "xlsx", "xlsx").get("sample") ?? sample;
    const again = await openForEdit(out);
    const [evaluation, totals] = await again.sheets();
    expect([evaluation?.name, totals?.name]).toEqual(["総括表", "集計"]);
    const now = await again.read(evaluation?.id ?? "");
    for (let row = 0; row < before.rowCount; row++) {
      const wanted = Array.from(before.row(row), (value, column) => (row === 5 && column === 3 ? "順調" : value));
      expect(now.row(row)).toEqual(wanted);
    }
    expect((await again.read(totals?.id ?? "")).row(5).slice(0, 4)).toEqual(["合計", 52, 23, 5]);
    expect(await partText(out, "xl/worksheets/sheet1.xml")).toContain("tenken:required");
    const chart = await partText(out, "xl/charts/chart1.xml");
    expect(chart).toContain("percentStacked");
    expect(chart).toContain("達成状況の割合");
    // Tags, fingerprints and the chart name survive another program, but a file's own claims are no proof.
    expect(await again.ownSheets()).toEqual([{ own: "totals", sheet: totals?.id, name: "集計", fingerprint: 'a1b2"c3', hasAdditions: false, isUnproven: true }]);
  });
});

describe.skipIf(!hasLibreOffice || !hasCorpus)("LibreOffice opens workbooks of other programs that were written to", { timeout: 300_000 }, () => {
  it("shows what it showed before, and the new values", async () => {
    const runs: CorpusRun[] = [];
    for (const path of sampled(corpusPaths())) {
      const run = await runOnCorpus(path);
      if ("saved" in run) runs.push(run);
    }
    expect(runs.length).toBeGreaterThanOrEqual(10);
    const books = new Map(runs.flatMap((run, index) => [[`before${index}`, run.source], [`after${index}`, run.saved]]));
    const out = convert(books, "xlsx", "xlsx");
    for (const [index, run] of runs.entries()) {
      const [before, after] = [await textsOf(out.get(`before${index}`)), await textsOf(out.get(`after${index}`))];
      const name = run.before.find(({ sheet }) => sheet.id === run.sheet)?.sheet.name ?? "";
      expect(after.get(name)?.get(`${run.at.row} ${run.at.column}`), run.path).toBe(JSON.stringify(run.text));
      for (const [sheet, cells] of before) {
        const differs = [...cells].filter(([at, text]) => after.get(sheet)?.get(at) !== text && !(sheet === name && at === `${run.at.row} ${run.at.column}`));
        // LibreOffice recalculates, so values that depend on the written cell change.
        if (run.former === undefined || typeof run.former === "string") expect(differs, run.path).toEqual([]);
      }
      expect(after.size, run.path).toBe(before.size + 1);
    }
  });
});

/** Every fourteenth workbook, which includes some of each program. */
function sampled(paths: readonly string[]): readonly string[] {
  return paths.filter((_, index) => index % 14 === 0);
}

async function textsOf(bytes: Uint8Array | undefined): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const book = await openForEdit(bytes ?? new Uint8Array(0));
  const sheets = new Map<string, ReadonlyMap<string, string>>();
  for (const { id, name } of await book.sheets()) {
    const grid = await book.read(id);
    const cells = new Map<string, string>();
    for (let row = 0; row < grid.rowCount; row++) grid.row(row).forEach((value, column) => value !== undefined && cells.set(`${row} ${column}`, JSON.stringify(value)));
    sheets.set(name, cells);
  }
  return sheets;
}

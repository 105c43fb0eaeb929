import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, type WorkBook } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { a1 } from "../../../../src/core/model/address.ts";
import type { CellValue } from "../../../../src/core/model/grid.ts";
import { corpusPaths, hasCorpus } from "../corpus-files.ts";
import { runOnCorpus, type CorpusRefusal, type CorpusRun } from "./corpus-run.ts";
import { entriesOf, openForEdit } from "./open.ts";
import { faultsOf } from "./package-rules.ts";

/** The oracle cannot open these, changed or not. */
const beyondOracle = new Set(["exceljs/spec_integration_data_test-issue-771.xlsx"]);

/** Parts that a change may touch: those of the workbook itself, the sheet, the styles, and the calculation chain. */
const mayChange = /^(\[content_types\]\.xml|.*workbook[^/]*\.xml(\.rels)?|.*styles[^/]*\.xml|.*worksheets?\/[^/]*\.xml|.*sheet[^/]*\.xml|.*pivottables\/[^/]*\.xml|.*calcchain\.xml)$/;

/** By corpus folder: files, opened files, written files, and the number of unchanged, changed and new parts in these. */
const tallies = new Map<string, readonly number[]>();

function count(run: CorpusRun | CorpusRefusal): void {
  const folder = run.path.slice(0, run.path.indexOf("/"));
  const one = "saved" in run ? [1, 1, 1, run.parts.kept.length, run.parts.changed.length, run.parts.added.length] : [1, run.stage === "write" ? 1 : 0, 0, 0, 0, 0];
  tallies.set(folder, one.map((number, index) => number + (tallies.get(folder)?.[index] ?? 0)));
}

describe.skipIf(!hasCorpus)("writing to workbooks of other programs", { timeout: 120_000 }, () => {
  it.each(corpusPaths())("%s", async (path) => {
    const run = await runOnCorpus(path);
    count(run);
    if (!("saved" in run)) {
      // Another test covers files that cannot be opened; every opened file can be written.
      expect(run.stage, run.message).toBe("open");
      return;
    }
    expectPartsKept(run);
    expectValuesKept(run);
    if (!beyondOracle.has(path)) expectOracleSees(run);
    const known = new Set(await faultsOf(run.source));
    expect((await faultsOf(run.saved)).filter((fault) => !known.has(fault))).toEqual([]);
    const again = await openForEdit(run.saved);
    expect(await again.ownSheets()).toMatchObject([{ own: "totals", fingerprint: 'a1b2"c3', hasAdditions: false }]);
  });

  it("README tells what came of it", () => {
    const rows = [...tallies].map(([folder, numbers]) => `| ${[`\`${folder}\``, ...numbers].join(" | ")} |`);
    const readme = readFileSync(join(import.meta.dirname, "../../../../README.md"), "utf8");
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });
});

function expectPartsKept({ source, saved, parts }: CorpusRun): void {
  expect(parts.gone.filter((name) => !/calcchain\.xml$/.test(name))).toEqual([]);
  expect(parts.changed.filter((name) => !mayChange.test(name))).toEqual([]);
  expect(parts.changed.filter((name) => /sheets?\/[^/]*\.xml$/.test(name)).length).toBeLessThanOrEqual(1);
  const order = (bytes: Uint8Array) => [...entriesOf(bytes).keys()].filter((name) => parts.kept.includes(name) || parts.changed.includes(name));
  expect(order(saved)).toEqual(order(source));
  // New parts follow all others.
  expect([...entriesOf(saved).keys()].slice(-parts.added.length)).toEqual(parts.added);
}

function expectValuesKept({ before, after, sheet, at, text }: CorpusRun): void {
  expect(after.length).toBe(before.length + 1);
  for (const grid of before) {
    const now = after.find((each) => each.sheet.id === grid.sheet.id);
    const rows = Math.max(grid.rowCount, now?.rowCount ?? 0);
    for (let row = 0; row < rows; row++) {
      const wanted: CellValue[] = [...grid.row(row)];
      if (grid.sheet.id === sheet && row === at.row) wanted[at.column] = text;
      expect(filled(now?.row(row) ?? []), a1({ row, column: 0 })).toEqual(filled(wanted));
    }
  }
}

function filled(row: readonly CellValue[]): (CellValue | null)[] {
  return Array.from(row, (value) => value ?? null);
}

function expectOracleSees({ source, saved, before, sheet, at, text }: CorpusRun): void {
  const old = read(source);
  const now = read(saved);
  const name = before.find((grid) => grid.sheet.id === sheet)?.sheet.name ?? "";
  const ours = now.SheetNames.filter((each) => !old.SheetNames.includes(each));
  expect(ours).toHaveLength(1);
  expect(now.SheetNames.filter((each) => !ours.includes(each))).toEqual(old.SheetNames);
  for (const each of old.SheetNames) {
    const former = new Map(cellsOf(old, each));
    const changes = cellsOf(now, each).filter(([address, cell]) => cell !== former.get(address));
    expect(changes).toEqual(each === name ? [[a1(at), JSON.stringify(["s", text, null])]] : []);
  }
  expect(now.Sheets[ours[0] ?? ""]?.["B6"]).toMatchObject({ v: 52, f: "SUM(B4:B5)" });
}

/** Cells with type, value and formula. */
function cellsOf(book: WorkBook, name: string): [string, string][] {
  const sheet = book.Sheets[name] ?? {};
  return Object.entries(sheet).flatMap(([address, cell]: [string, unknown]) => {
    if (address.startsWith("!") || typeof cell !== "object" || cell === null || !("t" in cell) || cell.t === "z") return [];
    return [[address, JSON.stringify([cell.t, "v" in cell ? cell.v : null, "f" in cell ? cell.f : null])]];
  });
}

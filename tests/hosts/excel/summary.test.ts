import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { fingerprintOfGrid } from "../../../src/core/summary/fingerprint.ts";
import { atOnce } from "../../../src/core/model/pace.ts";
import { summaryPlans } from "../../../src/core/summary/plans.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { bookFromFile } from "../../excel-host/model/from-file.ts";
import { excelPanes } from "./open-excel.ts";
import { write } from "./own-plan.ts";

const open = excelPanes();
/** Spreadsheet programs differ in the last digits. */
const roughly = (value: unknown): unknown => (typeof value === "number" ? expect.closeTo(value, 9) : value);

it("the summary of the sample: three sheets that read back as they were planned, and whose fingerprints break when somebody writes", async () => {
  const book = await bookFromFile(await openFile("sample.xlsx", readFileSync("assets/samples/sample.xlsx"), { inflate: inflateInNode }));
  const pane = await open(book);
  const [info] = await pane.sheets();
  const id = info?.id ?? "";
  const inspection = inspect(await pane.read(id), osakaWard);
  if (inspection === null) throw new Error("the sample has an evaluation table");
  const plans = atOnce(summaryPlans([{ file: "", inspection, sheetId: id }], { form: osakaWard, language: "ja", day: { year: 2026, month: 11, day: 24 } }));
  const before = pane.excel.snapshot().sheets;
  pane.log.restart();
  const { made } = await pane.apply(plans.map((plan) => write(plan, undefined, id)));
  console.info(`the sample's summary: ${pane.log.roundTrips.length} round trips, ${plans.map(({ rows }) => rows.length).join("+")} rows, at most ${Math.max(...pane.log.roundTrips.map(({ bytesIn }) => bytesIn))} bytes`);
  expect(made.map(({ name }) => name)).toEqual(plans.map(({ name }) => name));
  const after = pane.excel.snapshot().sheets;
  expect(after.filter(({ id: each }) => before.some((old) => old.id === each))).toEqual(before);
  expect(after.map(({ name }) => name)).toEqual([before[0]?.name, ...made.map(({ name }) => name), ...before.slice(1).map(({ name }) => name)]);
  for (const found of await pane.ownSheets()) {
    const grid = await pane.read(found.sheet);
    const rows = plans.find(({ own }) => own === found.own)?.rows ?? [];
    rows.forEach((cells, row) => expect([row, cells.map((_, column) => grid.value(row, column) ?? "")]).toEqual([row, cells.map((cell) => roughly(cell?.value) ?? "")]));
    expect([found.name, fingerprintOfGrid(grid)]).toEqual([found.name, found.fingerprint]);
    book.sheet(found.sheet).put(0, 0, { value: "書き換え" });
    expect(fingerprintOfGrid(await pane.read(found.sheet))).not.toBe(found.fingerprint);
  }
  expect(book.sheet(made[0]?.sheet ?? "").charts.length).toBeGreaterThan(0);
  for (const [index, header] of [[2, "見直し"], [3, "区分"]] as const) {
    const { filter, name } = book.sheet(made[index]?.sheet ?? "");
    const { rows = [] } = plans[index] ?? {};
    const first = rows.findIndex(([cell]) => cell?.role === "header");
    expect([name, rows[first]?.[0]?.value, filter]).toEqual([made[index]?.name, header, { row: first, column: 0, rows: rows.length - first, columns: rows[first]?.length }]);
  }
});

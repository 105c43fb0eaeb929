import { afterEach, expect, it, vi } from "vitest";
import type { EditCells } from "../../../src/core/model/changes.ts";
import { openEditable } from "../../../src/hosts/file/open-editable.ts";
import { largeWorkbook } from "../../workbench/large-workbook.ts";
import { plan, write } from "./write/open.ts";
import { slowMachine } from "../../slow-machine.ts";

const rows = 600;
const places = Array.from({ length: rows }, (_, index) => ({ row: index + 1, column: 7 }));

afterEach(() => vi.restoreAllMocks());

/** A workbook, and a plan that writes into each of its rows. */
async function opened() {
  const file = await openEditable(largeWorkbook(rows));
  const sheet = (await file.sheets())[0]?.id ?? "";
  const before = await file.readCells(sheet, places);
  const change: EditCells = { kind: "edit-cells", sheet, edits: places.map((at, index) => ({ at, from: before[index], to: `改めた名前 ${index}` })) };
  return { file, sheet, before, change };
}

it("many cells are written in turns, some cells and some rows each, and what was written is read in turns", async () => {
  const few = await opened();
  const { file, sheet, change } = await opened();
  const turns = slowMachine();
  await few.file.apply([{ ...few.change, edits: few.change.edits.slice(0, 1) }]);
  const forOne = turns.mock.calls.length;
  turns.mockClear();
  await file.apply([change]);
  expect(turns.mock.calls.length).toBeGreaterThanOrEqual(forOne + 2 * (rows / 200 - 1));
  turns.mockClear();
  expect((await file.read(sheet)).value(rows, 7)).toBe(`改めた名前 ${rows - 1}`);
  expect(turns.mock.calls.length).toBeGreaterThan(0);
});

it("a sheet of ours is written in turns, some rows each", async () => {
  const made = async (count: number) => {
    const file = await openEditable(largeWorkbook(1));
    const turns = slowMachine();
    await file.apply([write(plan({ rows: Array.from({ length: count }, () => [{ role: "text" as const, value: "取組" }]), charts: [] }))]);
    vi.restoreAllMocks();
    return turns.mock.calls.length;
  };
  expect((await made(2001)) - (await made(1))).toBe(4);
});

it.each([0.1, 0.7, 0.9])("a cancel after %d of the turns ends it early, and nothing is changed", async (share) => {
  const { file, sheet, before, change } = await opened();
  const all = await opened();
  const total = slowMachine();
  await all.file.apply([all.change]);
  const last = total.mock.calls.length;
  vi.restoreAllMocks();
  const snapshot = file.snapshot();
  const controller = new AbortController();
  const turns = slowMachine((now) => now === Math.floor(share * last) && controller.abort());
  await expect(file.apply([change], { signal: controller.signal })).rejects.toMatchObject({ code: "cancelled" });
  expect(turns.mock.calls.length).toBeLessThan(last);
  vi.restoreAllMocks();
  expect([await file.readCells(sheet, places), file.snapshot()]).toEqual([before, snapshot]);
  await file.apply([change]);
  expect(await file.readCells(sheet, places.slice(-1))).toEqual([`改めた名前 ${rows - 1}`]);
});

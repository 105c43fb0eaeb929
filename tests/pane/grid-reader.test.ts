import { expect, test } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import type { Grid } from "../../src/core/grid/grid.ts";
import { inspect } from "../../src/core/inspect.ts";
import { Refusal } from "../../src/core/refusal.ts";
import type { SheetCheck } from "../../src/pane/desk.ts";
import { GridReader } from "../../src/pane/grid-reader.ts";
import { cleanRows, gridOf } from "../core/sheet.ts";

function checkOf(grid: Grid): SheetCheck {
  const inspection = inspect(grid, osakaWard);
  if (!inspection) throw new Error("no table");
  return { inspection, hiddenRows: 0, form: osakaWard, all: inspection.findings, accepted: new Map() };
}

/** A workbook that answers when it is told to. */
function held() {
  const asked: { readonly resolve: (grid: Grid) => void; readonly reject: (error: Error) => void }[] = [];
  const read = () => new Promise<Grid>((resolve, reject) => void asked.push({ resolve, reject }));
  return { reader: new GridReader({ read }), asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const [one, two] = [gridOf(cleanRows), gridOf(cleanRows.slice(0, -1))];
const [first, second] = [checkOf(one), checkOf(two)];

test("a refused read is told with the reason, and can be tried again", async () => {
  const { reader, asked } = held();
  reader.read("1", first);
  asked[0]?.reject(new Refusal("damaged", "sheet1.xml"));
  await settled();
  const reading = reader.of("1");
  if (reading.phase !== "refused") throw new Error(reading.phase);
  expect(reading.refusal).toEqual(new Refusal("damaged", "sheet1.xml"));
  reading.again();
  expect(reader.of("1").phase).toBe("reading");
  asked[1]?.resolve(one);
  await settled();
  expect(reader.of("1")).toEqual({ phase: "read", check: first, grid: one });
});

test("a check is told with its own cells alone: until they are read, the one before stands", async () => {
  const { reader, asked } = held();
  const stop = reader.read("1", first);
  asked[0]?.resolve(one);
  await settled();
  stop();
  reader.read("1", second);
  expect(reader.of("1")).toEqual({ phase: "read", check: first, grid: one });
  asked[1]?.resolve(two);
  await settled();
  expect(reader.of("1")).toEqual({ phase: "read", check: second, grid: two });
});

test("cells of another sheet are never told, nor those that come after their reading was stopped", async () => {
  const { reader, asked } = held();
  const stop = reader.read("1", first);
  expect(reader.of("2").phase).toBe("reading");
  stop();
  reader.read("2", second);
  asked[0]?.resolve(one);
  await settled();
  expect([reader.of("1").phase, reader.of("2").phase]).toEqual(["reading", "reading"]);
  asked[1]?.resolve(two);
  await settled();
  expect([reader.of("1").phase, reader.of("2")]).toEqual(["reading", { phase: "read", check: second, grid: two }]);
});

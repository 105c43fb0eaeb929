import { readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { inspect } from "../../src/core/inspect.ts";
import { Summarizer, type SummaryWorkbook } from "../../src/pane/state/summarizer.ts";
import { openForEdit } from "../hosts/file/write/open.ts";

afterEach(() => vi.restoreAllMocks());

it("summing up lets others have their turn before and after each of the four sheets is planned", async () => {
  const file = await openForEdit(new Uint8Array(readFileSync("assets/samples/sample.xlsx")));
  const sheetId = (await file.sheets())[0]?.id ?? "";
  const inspection = inspect(await file.read(sheetId), osakaWard);
  if (!inspection) throw new Error("the sample has an evaluation table");
  let planned = 0;
  const turns = vi.spyOn(globalThis, "setTimeout");
  const workbook: SummaryWorkbook = {
    ownSheets: () => Promise.resolve([]),
    read: (id) => file.read(id),
    apply: () => {
      planned = turns.mock.calls.length;
      return Promise.resolve({ written: [], clashes: [], made: [] });
    },
  };
  const summarizer = new Summarizer({ isUndoable: false, open: () => Promise.resolve(), offices: () => Promise.resolve({ form: osakaWard, offices: [{ file: "北区.xlsx", inspection, sheetId }] }), target: () => Promise.resolve({ workbook, after: undefined }) });
  let now = 0;
  vi.spyOn(Date, "now").mockImplementation(() => (now += 1000));
  await summarizer.make("ja");
  expect(planned).toBeGreaterThanOrEqual(8);
});

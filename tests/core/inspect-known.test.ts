import { readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { inspectFully } from "../../src/core/inspect.ts";
import { inspectKnown } from "../../src/core/inspect-known.ts";
import { inspectSheet } from "../../src/core/inspect-sheet.ts";
import { rules } from "../../src/core/rules/index.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { slowMachine } from "../slow-machine.ts";

const file = await openFile("sample.xlsx", readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url)), { inflate: inflateInNode });
const grid = await file.read((await file.sheets())[0]?.id ?? "");

afterEach(() => vi.restoreAllMocks());

it("a check lets others have their turn after every rule, and between the steps before and behind them, a level of the tree each", async () => {
  const turns = slowMachine();
  expect((await inspectKnown(grid, builtInForms))?.inspection.findings).toHaveLength(10);
  expect(turns.mock.calls.length).toBeGreaterThanOrEqual(rules.length + 12);
});

it("so does one of a form that nobody knows, which is read row by row and inferred column by column, and the result is the same as at once", async () => {
  const atOnce = inspectFully(grid, [], new Map());
  const turns = slowMachine();
  expect(await inspectSheet(grid, file, { forms: [], answers: new Map() }, {})).toEqual({ inspection: atOnce, hiddenRows: 0 });
  expect(atOnce?.form.from).toBe("inferred");
  expect(turns.mock.calls.length).toBeGreaterThanOrEqual(rules.length + 12 + 14 + 12);
});

it.each([
  ["known", builtInForms, 1],
  ["unknown", [], 1],
  ["unknown", [], 20],
  ["unknown", [], 40],
])("a cancel ends a check by a form that is %s at the next turn, here the one numbered %s", async (_, forms, turn) => {
  const controller = new AbortController();
  const turns = slowMachine((now) => now === turn && controller.abort());
  await expect(inspectSheet(grid, file, { forms, answers: new Map() }, { signal: controller.signal })).rejects.toMatchObject({ code: "cancelled" });
  expect(turns.mock.calls.length).toBe(turn);
});

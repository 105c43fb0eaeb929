import { readFileSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { inspectKnown } from "../../src/core/inspect-known.ts";
import { rules } from "../../src/core/rules/index.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";

const file = await openFile("sample.xlsx", readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url)), { inflate: inflateInNode });
const grid = await file.read((await file.sheets())[0]?.id ?? "");

afterEach(() => vi.restoreAllMocks());

/** A machine so slow that each step takes longer than a slice. */
function slowMachine() {
  let now = 0;
  vi.spyOn(Date, "now").mockImplementation(() => (now += 1000));
  return vi.spyOn(globalThis, "setTimeout");
}

it("a check lets others have their turn after every rule, and between the steps before and behind them, a level of the tree each", async () => {
  const turns = slowMachine();
  expect((await inspectKnown(grid, builtInForms))?.findings).toHaveLength(10);
  expect(turns.mock.calls.length).toBeGreaterThanOrEqual(rules.length + 12);
});

it("a cancel ends it at the next turn", async () => {
  slowMachine();
  const controller = new AbortController();
  const inspected = inspectKnown(grid, builtInForms, { signal: controller.signal });
  controller.abort();
  await expect(inspected).rejects.toMatchObject({ code: "cancelled" });
});

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import { readEarlier } from "../../../src/core/summary/remake.ts";
import { languages } from "../../../src/core/wording/language.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { plansOf, written } from "./plan.ts";

it("the evaluation is known among sheets that are all signed; no summary of it looks like one", async () => {
  const book = await openFile("sample.xlsx", readFileSync("assets/samples/sample.xlsx"), { inflate: inflateInNode });
  const [{ id } = { id: "" }] = await book.sheets();
  const evaluation = await book.read(id);
  const inspection = inspect(evaluation, osakaWard);
  if (!inspection) throw new Error("the sample has an evaluation table");
  for (const language of languages) {
    const plans: readonly SheetPlan[] = Object.values(plansOf([{ file: "北区.xlsx", inspection }, { file: "南区.xlsx", inspection }], language));
    const grids = new Map([["evaluation", evaluation], ...plans.map((plan) => [plan.name, written(plan)] as const)]);
    const ownSheets = () => Promise.resolve([...grids.keys()].map((sheet) => ({ own: "totals" as const, sheet, name: sheet, fingerprint: "", hasAdditions: false })));
    const read = (sheet: string) => Promise.resolve(grids.get(sheet) ?? evaluation);
    expect([...(await readEarlier({ ownSheets, read }, osakaWard)).evaluations]).toEqual(["evaluation"]);
  }
});

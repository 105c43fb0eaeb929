import { expect, it } from "vitest";
import { inspect, inspectBook } from "../../../src/core/inspect.ts";
import { builtInForms, osakaWard } from "../../../src/core/form/built-in.ts";
import { inspectKnown } from "../../../src/core/inspect-known.ts";
import { hasOwnTitle } from "../../../src/core/summary/own-title.ts";
import { languages } from "../../../src/core/wording/language.ts";
import { cleanRows, gridOf, inspectRows } from "../sheet.ts";
import { plansOf, written } from "./plan.ts";

const inspection = inspectRows([["令和6年度　緑区運営方針"], ...cleanRows], { D5: "順調でない" });

it.each(languages)("no summary is an evaluation, also where its file is opened alone: %s", async (language) => {
  for (const offices of [[{ file: "a.xlsx", inspection }], [{ file: "a.xlsx", inspection }, { file: "b.xlsx", inspection }]]) {
    for (const plan of Object.values(plansOf(offices, language))) {
      const grid = written(plan);
      expect([hasOwnTitle(grid), inspectBook([grid], builtInForms, new Map()), await inspectKnown(grid, builtInForms)], plan.name).toEqual([true, [], null]);
    }
  }
});

it("a summary whose title somebody changed is none either", () => {
  for (const plan of Object.values(plansOf([{ file: "a.xlsx", inspection }]))) {
    const grid = written(plan, (put) => put(0, 0, "部長説明用"));
    expect(inspectBook([grid], builtInForms, new Map()), plan.name).toEqual([]);
  }
});

it("an evaluation with such a title alone is one", () => {
  const grid = gridOf([["令和6年度　緑区　評価の総括"], ["評価の集計"], ...cleanRows]);
  expect([hasOwnTitle(grid), inspect(grid, osakaWard)?.counts]).toEqual([false, [2, 4, 8]]);
});

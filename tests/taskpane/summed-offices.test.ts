import { expect, test } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { summedOffices } from "../../src/taskpane/state/summed-offices.ts";

test("a sheet whose check broke down is named among those that are not in the numbers", () => {
  const sheet = { id: "1", name: "旭区", hidden: false };
  const { offices } = summedOffices({ source: () => "提出.xlsx", sheets: () => [sheet], checks: () => new Map([["1", { phase: "failed" }]]), form: () => osakaWard });
  expect(offices).toMatchObject([{ file: "提出.xlsx / 旭区", refusal: { code: "internal" } }]);
});

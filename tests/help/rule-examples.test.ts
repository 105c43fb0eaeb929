import { describe, expect, it } from "vitest";
import { rules } from "../../src/core/rules/index.ts";
import { inspectRows } from "../core/sheet.ts";
import { ruleExamples, sheetsOf } from "./rule-examples.ts";

describe.each(rules.map(({ id }) => id))("the manual's example of %s", (id) => {
  const { before, after } = sheetsOf(ruleExamples[id]);

  it("has just this fault before", () => {
    expect(inspectRows(...before).findings.map(({ rule }) => rule)).toEqual([id]);
  });

  it("has none after", () => {
    expect(inspectRows(...after).findings).toEqual([]);
  });
});

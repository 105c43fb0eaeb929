import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note, type Cells } from "../sheet.ts";
import { morePublicForms } from "./more-public-forms.ts";
import { planForms } from "./plan-forms.ts";
import { publicForms } from "./public-forms.ts";

function found(rows: readonly (readonly CellValue[])[], put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  return {
    counts: inspection?.counts,
    questions: inspection?.questions.length ?? 0,
    serious: (inspection?.findings ?? []).filter(({ severity }) => severity !== "info").map(note),
  };
}

describe.each([...publicForms, ...morePublicForms, ...planForms].map((form) => [form.name, form] as const))("%s", (_, { rows, counts, faults }) => {
  it("is read without a setting: its items are counted, and nothing is wrong with it", () => {
    const { questions, ...read } = found(rows);
    expect(read).toEqual({ counts, serious: [] });
    expect(questions).toBeLessThanOrEqual(3);
  });

  it.each(faults.map(({ put, finds }) => [JSON.stringify(put), put, finds] as const))("with %s gives what is wrong and nothing else", (_, put, finds) => {
    expect(found(rows, put).serious.map((one) => one.replace(/ (?:safe|suggested) .*/, ""))).toEqual(finds.map((one) => one.replace(/ (?:safe|suggested) .*/, "")));
  });
});

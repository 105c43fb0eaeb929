import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtInForms } from "../../../../src/core/form/built-in.ts";
import { inspectBook } from "../../../../src/core/inspect.ts";
import { clearMarks, showMarks } from "../../../../src/core/model/show-marks.ts";
import { describeMarkLevel } from "../../../../src/core/review/say.ts";
import { openForEdit, partsOf, plan, write } from "./open.ts";

const sample = readFileSync("assets/samples/sample.xlsx");

it("a check, marks on and off, and a summary made and deleted leave every part of the workbook as it was; of the summary only unused looks stay in the style sheet", async () => {
  const before = await partsOf(sample);
  const file = await openForEdit(sample);
  const [{ id } = { id: "" }] = await file.sheets();
  const [inspection] = inspectBook([await file.read(id)], builtInForms);
  if (!inspection) throw new Error("nothing is checked");
  expect(Buffer.compare(await file.save(), sample)).toBe(0);
  for (const language of ["ja", "en"] as const) {
    await file.apply(showMarks(inspection, (level) => describeMarkLevel(level, language)));
    expect((await partsOf(await file.save()))["xl/styles.xml"]).toContain(language === "ja" ? "⚑要見直し " : "⚑");
    await file.apply([clearMarks(id)]);
    expect(await partsOf(await file.save())).toEqual(before);
  }
  const { made } = await file.apply([write(plan({}, id), { after: id })]);
  await file.apply([{ kind: "delete-sheet", sheet: made[0]?.sheet ?? "" }]);
  const { "xl/styles.xml": styles, ...after } = await partsOf(await file.save());
  const { "xl/styles.xml": former = "", ...others } = before;
  expect(after).toEqual(others);
  // The cells of the evaluation keep the numbers of their looks.
  expect(styles?.includes(/<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(former)?.[1] ?? "?")).toBe(true);
});

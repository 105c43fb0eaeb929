import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtInForms, osakaWard } from "../../../../src/core/form/built-in.ts";
import { inspectBook } from "../../../../src/core/inspect.ts";
import { atOnce } from "../../../../src/core/model/pace.ts";
import { clearMarks, showMarks } from "../../../../src/core/model/show-marks.ts";
import { describeMarkLevel } from "../../../../src/core/review/say.ts";
import { summaryPlans } from "../../../../src/core/summary/plans.ts";
import { openForEdit, partsOf, plan, write } from "./open.ts";

/** How many looks of cells there are. */
const looks = (parts: Record<string, string>) => Number(/<cellXfs count="(\d+)"/.exec(parts["xl/styles.xml"] ?? "")?.[1]);

const sample = readFileSync("assets/samples/sample.xlsx");

it("a check, marks on and off, and a summary made and deleted leave every part of the workbook as it was", async () => {
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
  const after = async (...changes: Parameters<typeof file.apply>[0]) => {
    const { made } = await file.apply(changes);
    return { made: made[0]?.sheet ?? "", parts: await partsOf(await file.save()) };
  };
  const first = await after(write(plan({}, id), { after: id }));
  const second = await after(write(plan({ own: "findings", name: "一覧", charts: [], rows: [[{ role: "note", value: "作成日" }], [{ role: "attention", value: "要注意" }]] }), { after: id }));
  expect(looks(second.parts)).toEqual(looks(first.parts));
  // Made again with fewer kinds of cells, and deleted: what the sheet beside it uses stays.
  await after(write(plan({ charts: [], rows: [[{ role: "text", value: "空" }]] }), { replaces: first.made }));
  const { parts: left } = await after({ kind: "delete-sheet", sheet: first.made });
  expect(looks(left) < looks(first.parts) && looks(left) > looks(before)).toBe(true);
  expect((await after({ kind: "delete-sheet", sheet: second.made })).parts).toEqual(before);

  const plans = atOnce(summaryPlans([{ file: "", inspection, sheetId: id }], { form: osakaWard, language: "ja", day: { year: 2026, month: 11, day: 30 } }));
  const { made } = await file.apply(plans.map((each) => write(each, { after: id })));
  expect((await file.sheets()).map(({ name }) => name)).toEqual(expect.arrayContaining(["総括", "課題別", "要見直し一覧", "指摘一覧"]));
  await file.apply(made.map(({ sheet }) => ({ kind: "delete-sheet", sheet })));
  expect(await partsOf(await file.save())).toEqual(before);
});

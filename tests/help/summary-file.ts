import { readFileSync } from "node:fs";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { inspect } from "../../src/core/inspect.ts";
import { atOnce } from "../../src/core/model/pace.ts";
import { summaryPlans } from "../../src/core/summary/plans.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { newWorkbook } from "../../src/hosts/file/open-editable.ts";
import { root } from "../../src/tools/build-if-old.mjs";

/** A workbook with the summary sheets of the sample. */
export async function summaryFile(): Promise<Uint8Array> {
  const workbook = await openFile("sample.xlsx", readFileSync(`${root}assets/samples/sample.xlsx`));
  const [sheet] = await workbook.sheets();
  const inspection = sheet && inspect(await workbook.read(sheet.id), osakaWard);
  if (!inspection) throw new Error("the sample holds no evaluation");
  const plans = atOnce(summaryPlans([{ file: "sample.xlsx", inspection }], { form: osakaWard, language: "ja", day: { year: 2026, month: 4, day: 1 } }));
  const made = newWorkbook();
  await made.apply(plans.map((plan) => ({ kind: "write-sheet", plan, replaces: undefined, after: undefined })));
  return made.save();
}

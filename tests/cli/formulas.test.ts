import { readFileSync } from "node:fs";
import { read } from "@e965/xlsx";
import { expect, it } from "vitest";
import { cleanRows } from "../core/sheet.ts";
import { bookWith, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();

/** The clean sheet with some cells replaced, by address. */
function withFaults(faults: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  return cleanRows.map((row, at) => row.map((cell, column) => faults[`${String.fromCharCode(65 + column)}${at + 1}`] ?? cell));
}

it("fix --safe leaves every cell of a formula alone, says so, and fixes the others", () => {
  const faults = { D6: "順調 ", D7: "順調 ", D8: "順調 ", D10: "順調 " };
  const source = work.put("formulas.xlsx", bookWith(withFaults(faults), "総括表", { D6: "順調 ", "D7:D8": "順調 " }));
  const run = tenken(["fix", source, "--safe", "--out", work.path("out")]);
  const cells = read(readFileSync(work.path("out", "formulas.xlsx")), { cellFormula: true }).Sheets["総括表"];
  expect([cells?.["D6"], cells?.["D7"]]).toMatchObject([{ F: "D6", v: "順調 " }, { F: "D7:D8", v: "順調 " }]);
  expect(cells?.["D10"]).toMatchObject({ v: "順調" });
  const listed = run.stdout.slice(0, run.stdout.indexOf("個のセルを直し"));
  expect(listed.match(/(安全|提案) {2}D\d+/g)).toEqual(["提案  D6", "提案  D7", "提案  D8", "安全  D10"]);
  expect(listed.match(/D\d+(?: D\d+)*(?=は数式の結果です。数式は書き換えないので、見送ります。)/g)).toEqual(["D6", "D7 D8"]);
  expect(run.status).toBe(1);
});

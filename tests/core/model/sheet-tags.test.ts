import { describe, expect, it } from "vitest";
import { constantText, freeTag, readTag, reference, fingerprintName, sheetOf, tagName, textConstant } from "../../../src/core/model/sheet-tags.ts";

describe("signs", () => {
  it("are numbered from 2 on, and read back; fingerprints and others' names are none", () => {
    const names = [1, 2, 10].map((number) => tagName({ own: "totals", number }));
    expect(names).toEqual(["_tenken_totals", "_tenken_totals_2", "_tenken_totals_10"]);
    expect(names.map(readTag)).toEqual([1, 2, 10].map((number) => ({ own: "totals", number })));
    expect(readTag("_TENKEN_Review")).toEqual({ own: "review", number: 1 });
    expect([...names.map(fingerprintName), "_tenken_other", "tenken_totals", "_tenken_totals_x", "_tenken_totals_0"].map(readTag)).toEqual(Array(7).fill(undefined));
    expect(freeTag("totals", new Set(["_tenken_totals", "_tenken_totals_3"]))).toBe("_tenken_totals_2");
  });

  it.each(["集計", "集計 (2)", "Mayor's", "A!B", "#REF"])("the sheet %j is found again from the formula of its sign", (sheet) => {
    expect(sheetOf(reference(sheet, "$A$1"))).toBe(sheet);
  });

  it("a sign without a sheet has none", () => {
    expect(["集計!$A$1", "Sheet1!$A$7", "#REF!$A$1", "#REF!", '"text!$A$1"', "SUM(A1)", "[1]外!$A$1:$B$2", ""].map(sheetOf)).toEqual(["集計", "Sheet1", ...Array<undefined>(6).fill(undefined)]);
  });

  it("a fingerprint is a text, whatever stands in it", () => {
    for (const fingerprint of ["", "ab12", 'a"b""', "=1", '"'.repeat(450), '"&"']) expect(constantText(textConstant(fingerprint))).toBe(fingerprint);
    expect(["1", "集計!$A$1", '"a"&A1', ""].map(constantText)).toEqual(Array(4).fill(undefined));
  });
});

import { describe, expect, it } from "vitest";
import { fixGroupsOf } from "../../../src/core/fixes/fix-groups.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { cleanRows, inspectRows, type Cells } from "../sheet.ts";

const fixGroups = (put: Cells) =>
  fixGroupsOf(inspectRows(cleanRows, put).findings).map(({ safety, edits, findings }) => [
    findings.map(({ rule }) => rule).join("+"),
    safety,
    ...edits.map(({ at, to }) => `${a1(at)}=${to}`),
  ]);

describe("fixes", () => {
  it("are one for each fix that stands alone", () => {
    expect(fixGroups({ D6: "順調 ", L8: "7頁" })).toEqual([
      ["status-spelling", "safe", "D6=順調"],
      ["page-spelling", "safe", "L8=p.7"],
    ]);
  });

  it("of one cell are one", () => {
    expect(fixGroups({ A7: "２ 学びのまち " })).toEqual([["code-spelling+text-spacing", "safe", "A7=2 学びのまち"]]);
  });

  it("move the text as another fix corrects it", () => {
    expect(fixGroups({ A7: undefined, A10: "2 学びのまち  " })).toEqual([["label-misplaced+text-spacing", "safe", "A10=", "A7=2 学びのまち"]]);
  });

  it("are suggested where one of their fixes is", () => {
    expect(fixGroups({ D6: "A" })).toEqual([["status-spelling", "suggested", "D6=順調"]]);
  });

  it("leave out what has no fix", () => {
    expect(fixGroups({ D6: undefined })).toEqual([]);
  });
});

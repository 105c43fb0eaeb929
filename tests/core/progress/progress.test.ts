import { describe, expect, it } from "vitest";
import { progressOf, type Progress } from "../../../src/core/progress/progress.ts";
import { snapshotOf, writeSnapshot } from "../../../src/core/progress/snapshot.ts";
import { readSnapshot } from "../../../src/core/progress/read-snapshot.ts";
import { cleanRows, inspectRows, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly string[])[];

/** The check of the clean sheet with some cells replaced. */
const check = (put: Cells, rows: Rows = cleanRows) => inspectRows(rows, put).findings;

/** The changes between two checks, with the first kept in the document. */
const between = (before: Cells, now: Cells, rows: Rows = cleanRows): Progress => {
  const kept = readSnapshot(writeSnapshot(snapshotOf(check(before))));
  if (!kept) throw new Error("not kept");
  return progressOf(kept, check(now, rows));
};

const said = ({ news, resolved, before, gone, added }: Progress) => ({
  now: [...news].map(([finding, state]) => `${state} ${note(finding).split(" ").slice(0, 2).join(" ")}`),
  resolved: resolved.map(({ rule, code, title, count }) => [rule, code, title, ...(count > 1 ? [`×${count}`] : [])].join(" ").trimEnd()),
  numbers: `${before} 件中 ${gone} 件解消、新規 ${added} 件`,
});

describe("since the last check", () => {
  it.each([
    ["nothing was done", { D4: "順調 ", I5: "" }, { D4: "順調 ", I5: "" }, ["same status-spelling D4", "same status-missing I5"], [], "2 件中 0 件解消、新規 0 件"],
    ["one was fixed", { D4: "順調 ", I5: "" }, { I5: "" }, ["same status-missing I5"], ["status-spelling 1-1 公園"], "2 件中 1 件解消、新規 0 件"],
    ["all were fixed", { D4: "順調 ", I5: "" }, {}, [], ["status-spelling 1-1 公園", "status-missing 1-1-2 花壇の手入れ"], "2 件中 2 件解消、新規 0 件"],
    ["one was made", {}, { I5: "" }, ["new status-missing I5"], [], "0 件中 0 件解消、新規 1 件"],
    ["one for another in one row", { I5: "" }, { J5: "" }, ["new status-missing J5"], ["status-missing 1-1-2 花壇の手入れ"], "1 件中 1 件解消、新規 1 件"],
    ["the same word is wrong in another way", { D4: "順調 " }, { D4: "順調　" }, ["same status-spelling D4"], [], "1 件中 0 件解消、新規 0 件"],
  ])("%s", (_, before, now, findings, resolved, numbers) => {
    expect(said(between(before, now))).toEqual({ now: findings, resolved, numbers });
  });

  it("rows that moved are the same", () => {
    const moved = [["令和7年度 自己評価"], [], ...cleanRows].map((row) => [...row]);
    expect(said(between({ D4: "順調 ", L11: "十一" }, { D6: "順調 ", L13: "十一" }, moved))).toEqual({
      now: ["same status-spelling D6", "same page-format L13"],
      resolved: [],
      numbers: "2 件中 0 件解消、新規 0 件",
    });
  });

  it("columns that are missing are told apart, though they have neither code nor title", () => {
    const without = (...columns: readonly number[]) => cleanRows.map((row) => row.filter((_, column) => !columns.includes(column)));
    const { news, resolved } = progressOf(snapshotOf(check({}, without(10))), check({}, without(5)));
    expect([[...news.values()], resolved.map(({ rule, code, column }) => `${rule} ${code} ${column}`)]).toEqual([["new"], ["column-missing null initiativeEffectiveness"]]);
  });

  it("of findings that are known by the same, as many are the same as there were", () => {
    const [finding] = check({ D4: "順調 " });
    if (!finding) throw new Error("no finding");
    const copies = (count: number) => Array.from({ length: count }, () => ({ ...finding }));
    const more = progressOf(snapshotOf(copies(2)), copies(3));
    expect([[...more.news.values()], more.gone, more.added]).toEqual([["same", "same", "new"], 0, 1]);
    expect(said(progressOf(snapshotOf(copies(3)), copies(1)))).toEqual({ now: ["same status-spelling D4"], resolved: ["status-spelling 1-1 公園 ×2"], numbers: "3 件中 2 件解消、新規 0 件" });
  });
});

describe("what is kept of a check", () => {
  it("is small: no places, no facts, titles cut", () => {
    const long = `【${"長".repeat(300)}】`;
    const text = writeSnapshot(snapshotOf(check({ C4: long, D4: "順調 " }))) ?? "";
    expect(text.length).toBeLessThan(300);
    expect(progressOf(readSnapshot(text) ?? [], check({ C4: long, D4: "順調 " })).added).toBe(0);
  });

  it("keeps that nothing was found", () => {
    expect(readSnapshot(writeSnapshot(snapshotOf([])))).toEqual([]);
  });

  it.each([undefined, "", "{", "null", "[]", `{"version":2,"entries":[]}`, `{"version":1,"entries":[{"rule":"x"}]}`, `{"version":1,"entries":[{"rule":"x","code":null,"title":"","column":null,"count":-1}]}`])(
    "%s is no check to compare with",
    (text) => {
      expect(readSnapshot(text)).toBeNull();
    },
  );

  it("is not kept where it would be too long", () => {
    const [finding] = check({ D4: "順調 " });
    if (!finding) throw new Error("no finding");
    const many = (count: number) => snapshotOf(Array.from({ length: count }, (_, index) => ({ ...finding, code: `1-${index}` })));
    expect([writeSnapshot(many(5001)), readSnapshot(writeSnapshot(many(5000)))?.length]).toEqual([undefined, 5000]);
  });
});

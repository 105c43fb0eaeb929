import { describe, expect, it } from "vitest";
import { accept, splitAccepted, type Acceptance } from "../../../src/core/acceptance/acceptance.ts";
import { withAcceptance, withoutAcceptance, writeAcceptances, type Acceptances } from "../../../src/core/acceptance/list.ts";
import { readAcceptances } from "../../../src/core/acceptance/read-list.ts";
import type { Finding } from "../../../src/core/model/finding.ts";
import { fixGroupsOf } from "../../../src/core/fixes/fix-groups.ts";
import { cleanRows, inspectRows, note, type Cells } from "../sheet.ts";

const consent = { reason: "昨年度の様式のため", by: "企画課 山田", day: { year: 2026, month: 11, day: 4 } };
const check = (put: Cells, rows: readonly (readonly string[])[] = cleanRows) => inspectRows(rows, put).findings;
const short = (finding: Finding) => note(finding).split(" ").slice(0, 2).join(" ");

/** Accepts the findings at these cells and keeps that in the document. */
const accepting = (put: Cells, ...cells: readonly string[]): Acceptances => {
  const chosen = check(put).filter((finding) => cells.includes(short(finding).split(" ")[1] ?? ""));
  return readAcceptances(writeAcceptances(chosen.map((finding) => accept(finding, consent))));
};

const sorted = (put: Cells, list: Acceptances) => {
  const { open, accepted, stale } = splitAccepted(check(put), list);
  return { open: open.map(short), accepted: accepted.map(([finding]) => short(finding)), stale: stale.map(({ rule, code }) => `${rule} ${code}`) };
};

describe("findings that are left as they are", () => {
  it("keeps who, when and why", () => {
    expect(accepting({ L5: "十" }, "L5")).toEqual([
      { rule: "page-format", code: "1-1-2", title: "花壇の手入れ", column: "initiativePage", value: "十", reason: "昨年度の様式のため", by: "企画課 山田", on: "2026-11-04" },
    ]);
  });

  it.each([
    ["the same content", { L5: "十", D4: "順調 " }, ["status-spelling D4"], ["page-format L5"], []],
    ["another content is raised again", { L5: "百", D4: "順調 " }, ["status-spelling D4", "page-format L5"], [], ["page-format 1-1-2"]],
    ["fixed", { D4: "順調 " }, ["status-spelling D4"], [], ["page-format 1-1-2"]],
    ["the same content in another row", { L6: "十" }, ["page-format L6"], [], ["page-format 1-1-2"]],
  ])("%s", (_, put, open, accepted, stale) => {
    expect(sorted(put, accepting({ L5: "十" }, "L5"))).toEqual({ open, accepted, stale });
  });

  it("does not stretch to another column that is empty too", () => {
    expect(sorted({ I5: "", J5: "" }, accepting({ I5: "", J5: "" }, "I5"))).toEqual({ open: ["status-missing J5"], accepted: ["status-missing I5"], stale: [] });
  });

  it("holds where the row has moved", () => {
    const moved = [["自己評価"], ...cleanRows].map((row) => [...row]);
    const { accepted } = splitAccepted(check({ L6: "十" }, moved), accepting({ L5: "十" }, "L5"));
    expect(accepted.map(([finding, entry]) => `${short(finding)}: ${entry.reason}`)).toEqual(["page-format L6: 昨年度の様式のため"]);
  });

  it("sees a change at the end of a long text", () => {
    const long = (end: string) => ({ C4: `【公園】 ${"・公園を増やす。".repeat(100)}\u200b${end}` });
    const list = accepting(long("秋"), "C4");
    expect([list[0]?.value.length, sorted(long("秋"), list).accepted, sorted(long("冬"), list).open]).toEqual([497, ["text-spacing C4"], ["text-spacing C4"]]);
  });

  it("is never among the fixes of all", () => {
    const put = { D4: "順調 ", D6: "順調 " };
    const cells = (findings: readonly Finding[]) => fixGroupsOf(findings).flatMap(({ edits }) => edits.map(({ at }) => at.row + 1));
    expect([cells(check(put)), cells(splitAccepted(check(put), accepting(put, "D4")).open)]).toEqual([[4, 6], [6]]);
  });
});

describe("the list in the document", () => {
  const [entry] = accepting({ L5: "十" }, "L5");
  if (!entry) throw new Error("nothing accepted");
  const named = (index: number): Acceptance => ({ ...entry, code: `1-1-${index}` });

  it("has one entry for one finding, the latest", () => {
    const list = withAcceptance(withAcceptance(withAcceptance([], entry), named(9)), { ...entry, reason: "別の理由" });
    expect(list.map(({ code, reason }) => `${code} ${reason}`)).toEqual(["1-1-9 昨年度の様式のため", "1-1-2 別の理由"]);
    expect(withoutAcceptance(list, entry)).toEqual([named(9)]);
  });

  it("takes 2,000 entries; the oldest goes", () => {
    const full = Array.from({ length: 2000 }, (_, index) => named(index + 10));
    const list = withAcceptance(full, entry);
    expect([list.length, list[0]?.code, list.at(-1)?.code]).toEqual([2000, "1-1-11", "1-1-2"]);
  });

  it("cuts what people type, never in the middle of a letter", () => {
    const [finding] = check({ L5: "十" });
    if (!finding) throw new Error("no finding");
    const { reason, by } = accept(finding, { ...consent, reason: `${"理".repeat(499)}𠮷`, by: "名".repeat(600) });
    expect([reason, by.length]).toEqual(["理".repeat(499), 500]);
  });

  it("leaves out what it cannot read", () => {
    const bad = [{ ...entry, on: "昨日" }, { ...entry, by: undefined }, { ...entry, reason: "理".repeat(501) }, "x", null];
    expect(readAcceptances(JSON.stringify({ version: 1, entries: [...bad, entry] }))).toEqual([entry]);
  });

  it.each([undefined, "", "{", "[]", `{"version":2,"entries":[]}`])("%s is an empty list", (text) => {
    expect(readAcceptances(text)).toEqual([]);
  });

  it("needs no text where it is empty", () => {
    expect(writeAcceptances([])).toBeUndefined();
  });
});

import { describe, expect, it, vi } from "vitest";
import { sheetReport } from "../../../src/core/report.ts";
import { countOf, listed } from "../../../src/core/rules/listed.ts";
import type { Inspection } from "../../../src/core/inspect.ts";
import { Evaluation } from "../../../src/core/tree/evaluation.ts";
import { cleanRows, inspectRows } from "../sheet.ts";

/** A sheet of one strategy with very many initiatives. @param status of each */
function manyRows(count: number, status: string, more: readonly (readonly string[])[] = []): Inspection {
  const [first = [], ...others] = cleanRows.slice(3, 4);
  const rows = Array.from({ length: count }, (_, at) => ["", "", "", "", "", "", `1-1-${at + 2}`, "公園の整備", status, ...(first.slice(9, 11)), "p.1"]);
  return inspectRows([...cleanRows.slice(0, 3), first, ...others, ...rows, ...more]);
}

const ofRule = (findings: Inspection["findings"], id: string) => findings.filter(({ rule }) => rule === id).length;

describe("findings that no one can fix at once", () => {
  const inspection = manyRows(2500, "調査中");

  it("are kept by the thousand of each rule, and the others counted", () => {
    expect([ofRule(inspection.findings, "status-unknown"), inspection.more]).toEqual([1000, [{ rule: "status-unknown", severity: "error", count: 1500 }]]);
  });

  it("are the first ones of the sheet", () => {
    expect([inspection.findings[0]?.at.row, inspection.findings.at(-1)?.at.row]).toEqual([4, 1003]);
  });

  it("count as they would", () => {
    expect([countOf(inspection, "error"), countOf(inspection, "warning")]).toEqual([2500, 0]);
  });
});

describe("findings that are only counted", () => {
  it("have no code written out", () => {
    const write = vi.spyOn(Evaluation.prototype, "write");
    const same = Array.from({ length: 2500 }, () => ["", "", "", "", "", "", "1-1-1", "公園の整備", "達成", "予定どおり実施", "有効であり、継続して推進", "p.1"]);
    const { findings, more } = inspectRows([...cleanRows.slice(0, 4), ...same]);
    expect([ofRule(findings, "code-duplicate"), more.find(({ rule }) => rule === "code-duplicate")?.count]).toEqual([1000, 1500]);
    expect(write.mock.calls.length).toBeLessThan(1500);
    write.mockRestore();
  });
});

describe("findings with a fix", () => {
  const inspection = manyRows(2500, "達成 ");

  it("are all kept, so that they are fixed together, and listed by the thousand", () => {
    expect([ofRule(inspection.findings, "status-spelling"), inspection.more]).toEqual([2500, []]);
    const { findings, more } = listed(inspection);
    expect([findings.length, more]).toEqual([1000, [{ rule: "status-spelling", severity: "warning", count: 1500 }]]);
    expect(countOf({ findings, more }, "warning")).toBe(2500);
  });

  it("are listed by a report in the same way", () => {
    const { findings, ...told } = sheetReport(inspection, [], "ja");
    expect([findings.length, told]).toEqual([1000, expect.objectContaining({ more: [{ rule: "status-spelling", severity: "warning", count: 1500 }] })]);
  });
});

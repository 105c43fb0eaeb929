import { distance } from "fastest-levenshtein";
import { expect, it, vi } from "vitest";
import { cleanRows, inspectRows } from "../sheet.ts";

vi.mock("fastest-levenshtein", async (load) => ({ distance: vi.fn((await load<{ distance: typeof distance }>()).distance) }));

it("a word that is no term is compared with the terms once, however many cells hold it", () => {
  const initiatives = Array.from({ length: 2500 }, (_, at) => ["", "", "", "", "", "", `1-1-${at + 2}`, "公園の整備", "未達戌", "予定どおり実施", "有効であり、継続して推進", "p.1"]);
  const { findings } = inspectRows([...cleanRows.slice(0, 4), ...initiatives]);
  const mends = findings.flatMap(({ rule, fix }) => (rule === "status-unknown" ? (fix?.edits[0].to ?? "") : []));
  expect([mends.length, new Set(mends)]).toEqual([2500, new Set(["未達成"])]);
  expect(vi.mocked(distance).mock.calls.length).toBeLessThan(100);
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hasSeed, mergedSeed, seed } from "../samples/seed.ts";
import { tenken } from "./run.ts";

const report = z.object({
  files: z.array(
    z.object({
      sheets: z.array(
        z.object({
          table: z.object({ range: z.string() }),
          counts: z.array(z.object({ name: z.string(), count: z.number() })),
          findings: z.array(z.object({ rule: z.string(), severity: z.string(), cell: z.string() })),
          review: z.array(z.object({ code: z.string(), level: z.string() })),
        }),
      ),
    }),
  ),
});

function check(path: string) {
  const { stdout, status } = tenken([path, "--format", "json"]);
  const [sheet] = report.parse(JSON.parse(stdout)).files[0]?.sheets ?? [];
  const serious = sheet?.findings.filter(({ severity }) => severity !== "info").map(({ rule, cell }) => `${rule} ${cell}`);
  return { status, sheet, serious, review: sheet?.review.map(({ code, level }) => `${code} ${level}`) };
}

const marks = ["3-1 attention", "3-1-2 attention", "3-2 required", "4-1-1 attention"];
const counts = [{ name: "経営課題", count: 4 }, { name: "戦略", count: 8 }, { name: "具体的取組", count: 15 }];

describe.skipIf(!hasSeed)("the real evaluation", () => {
  it("as it was copied: the label 3 stands on the wrong row, 4 has none", () => {
    const { status, sheet, serious, review } = check(seed);
    expect([status, sheet?.counts, sheet?.table.range]).toEqual([1, counts, "A15:M32"]);
    expect(serious).toEqual(["label-misplaced A30", "parent-missing A31"]);
    const infos = sheet?.findings.filter(({ severity, rule }) => severity === "info" && rule !== "text-spacing");
    expect(infos?.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(["initiatives-outcome D31"]);
    expect(review).toEqual(marks);
  });

  it("as a merged workbook with its labels in place: nothing serious, the same rows to review", () => {
    const folder = mkdtempSync(join(tmpdir(), "tenken-seed-"));
    const path = join(folder, "merged.xlsx");
    writeFileSync(path, mergedSeed());
    const { status, sheet, serious, review } = check(path);
    rmSync(folder, { recursive: true });
    expect([status, sheet?.counts, serious, review]).toEqual([0, counts, [], marks]);
  });
});

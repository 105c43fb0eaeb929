import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import type { Grid } from "../../../src/core/model/grid.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { answer, inferForm } from "../../../src/core/learn/infer.ts";
import { inflateInNode } from "../../../src/hosts/file/zip/inflate-node.ts";
import { openFile } from "../../../src/hosts/file/open.ts";
import { corpusBytes, corpusPaths, hasCorpus } from "../../hosts/file/corpus-files.ts";
import { hasSeed, mergedSeed, seed } from "../../samples/seed.ts";
import { note } from "../sheet.ts";

async function gridsOf(name: string, bytes: Uint8Array): Promise<readonly Grid[]> {
  const book = await openFile(name, bytes, { inflate: inflateInNode });
  const grids: Grid[] = [];
  for (const sheet of await book.sheets()) grids.push(await book.read(sheet.id));
  return grids;
}

function checked(grid: Grid, form: Form) {
  const inspection = inspect(grid, form);
  if (!inspection) throw new Error("no table found");
  const { table, counts, findings, marks } = inspection;
  return {
    counts,
    places: Object.values(table.columns),
    marks: marks.map(({ level, code, at, cells }) => ({ level, code, at, cells })),
    findings: findings.map((finding) => note(finding)),
  };
}

it("the sample is learned to a form that finds what the built-in one finds", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("../../../assets/samples/sample.xlsx", import.meta.url)));
  const [grid] = await gridsOf("sample.xlsx", bytes);
  const proposal = grid && inferForm(grid);
  if (!grid || !proposal) throw new Error("nothing learned");
  const known = checked(grid, osakaWard);
  // What a term of another column corresponds to is nowhere on a sheet.
  const expected = { ...known, findings: known.findings.map((text) => text.replace("status-column I21 suggested 達成", "status-column I21")) };
  expect(checked(grid, proposal.form)).toEqual(expected);
  expect(proposal.doubts.map((doubt) => ("term" in doubt ? `${doubt.kind} ${doubt.term}` : doubt.kind))).toEqual(["rare-term 順調", "rare-term 予定どおり実施した"]);
  expect(proposal.form.columns.filter(({ level }) => level !== "initiative").map(({ name }) => name.ja)).toEqual([
    "経営課題", "めざす成果及び戦略の番号", "めざす成果及び戦略", "アウトカム指標の達成状況", "戦略のアウトカム指標に対する有効性", "めざす成果及び戦略（資料）",
  ]);
  expect(proposal.form.columns.map(({ header, level, holds, role }) => [header, level, holds, role])).toEqual(osakaWard.columns.map(({ header, level, holds, role }) => [header, level, holds, role]));
});

describe.skipIf(!hasSeed)("the real evaluation", () => {
  it("as it was before it was copied: without a question, all that the built-in form finds", async () => {
    const [grid] = await gridsOf("asahi.xlsx", mergedSeed());
    const proposal = grid && inferForm(grid);
    if (!grid || !proposal) throw new Error("nothing learned");
    expect(checked(grid, proposal.form)).toEqual(checked(grid, osakaWard));
    expect(proposal.doubts).toEqual([]);
  });

  it("as a ragged text: the same counts and marks; whether its header counts is asked", async () => {
    const [grid] = await gridsOf("asahi.tsv", new Uint8Array(readFileSync(seed)));
    const proposal = grid && inferForm(grid);
    if (!grid || !proposal) throw new Error("nothing learned");
    const { counts, places, marks } = checked(grid, osakaWard);
    expect(checked(grid, proposal.form)).toMatchObject({ counts, places, marks });
    expect(proposal.doubts.map(({ kind }) => kind)).toEqual(["header"]);
    const [doubt] = proposal.doubts;
    if (!doubt) throw new Error("nothing asked");
    expect(checked(grid, answer(proposal, doubt, "use").form)).toMatchObject({ counts, places, marks });
  });
});

describe.skipIf(!hasCorpus)("workbooks that hold no evaluation", { timeout: 120_000 }, () => {
  it("are no form, and nothing is thrown", async () => {
    const inferred: string[] = [];
    let sheets = 0;
    for (const path of corpusPaths()) {
      const grids = await gridsOf(path, corpusBytes(path)).catch(() => []);
      for (const grid of grids) {
        sheets++;
        if (inferForm(grid)) inferred.push(`${path} ${grid.sheet.name}`);
      }
    }
    expect(sheets).toBeGreaterThan(250);
    expect(inferred).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { read, type CellObject, type WorkBook } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { convert, hasLibreOffice } from "../hosts/file/write/libreoffice.ts";
import { hasSeed, seed } from "../samples/seed.ts";
import { WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";
import { SummaryFile } from "./summary-file.ts";

/** Sheets of other offices, kept beside the project. */
const forms = fileURLToPath(new URL("../../../shared/forms/", import.meta.url));
const work = new WorkFolder();
const sources: ReadonlyMap<string, string> = new Map([
  ["sample", `${root}assets/samples/sample.xlsx`],
  ...(hasSeed ? [["seed", seed] as const] : []),
  ...(existsSync(forms) ? readdirSync(forms).filter((name) => name.endsWith(".xlsx")).map((name) => [name.replace(".xlsx", ""), forms + name] as const) : []),
]);
const written = new Map<string, Uint8Array>();
let recomputed: ReadonlyMap<string, Uint8Array> = new Map();

/** The workbook without the results of its formulas, so that whoever opens it has to compute them. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    const isSheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    return [name, isSheet ? strToU8(strFromU8(content).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, "$1")) : content] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

function isCell(cell: unknown): cell is CellObject {
  return typeof cell === "object" && cell !== null && "t" in cell;
}

/** The results of the formulas by sheet and address. */
function resultsIn({ SheetNames, Sheets }: WorkBook, addresses?: ReadonlySet<string>): ReadonlyMap<string, unknown> {
  const cells = SheetNames.flatMap((name) => Object.entries(Sheets[name] ?? {}).map(([address, cell]: readonly [string, unknown]) => [`${name}!${address}`, cell] as const));
  return new Map(cells.flatMap(([at, cell]) => (isCell(cell) && (addresses ? addresses.has(at) : cell.f !== undefined) ? [[at, typeof cell.v === "number" ? Number(cell.v.toFixed(9)) : cell.v] as const] : [])));
}

describe.skipIf(!hasLibreOffice)("LibreOffice computes from the formulas what is written", () => {
  beforeAll(() => {
    for (const [name, source] of sources) {
      const out = work.path(`${name}.xlsx`);
      tenken(["summarize", source, "--out", out]);
      if (existsSync(out)) written.set(name, readFileSync(out));
    }
    recomputed = convert(new Map([...written].map(([name, bytes]) => [name, withoutResults(bytes)])), "xlsx", "xlsx");
  }, 300_000);

  it("of every sheet", () => expect([...written.keys()]).toEqual([...sources.keys()]));

  it.each([...sources.keys()])("%s", (name) => {
    const then = resultsIn(read(written.get(name)));
    expect(then.size).toBeGreaterThan(0);
    expect([...resultsIn(read(withoutResults(written.get(name) ?? new Uint8Array()))).values()].filter((value) => value !== undefined && value !== "")).toEqual([]);
    expect(resultsIn(read(recomputed.get(name)), new Set(then.keys()))).toEqual(then);
  });

  it.skipIf(!hasSeed)("the published numbers of the seed", () => {
    const summary = new SummaryFile(recomputed.get("seed") ?? new Uint8Array());
    expect(summary.counts(summary.rows("課題別").find((row) => row[1] === "合計"))).toEqual([[6, 2, 0], [7, 1, 0], [13, 2, 0], [14, 1, 0], [15, 0, 0]]);
  });
});

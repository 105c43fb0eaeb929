import { expect, test } from "vitest";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { cellsIn } from "./bench-page.ts";
import { keyIn, newBench, picked, sample, sampleText } from "./node-bench.ts";

const broken = new Uint8Array([1, 2, 3]);

async function withSample() {
  const bench = newBench();
  await bench.openSample(picked("sample.xlsx", sample));
  const paths = () => bench.get().files.map(({ path }) => path);
  const offices = async () => (await bench.summaries.offices()).offices.map(({ file }) => file);
  return { bench, paths, offices };
}

test("the sample closes when the user's first file is open, and is in no total", async () => {
  const { bench, paths, offices } = await withSample();
  expect(await offices()).toEqual(["sample.xlsx"]);
  await bench.open([picked("旭区.xlsx", sample), picked("北区.tsv", sampleText)]);
  expect(paths()).toEqual(["旭区.xlsx", "北区.tsv"]);
  expect(await offices()).toEqual(["旭区.xlsx", "北区.tsv"]);
  expect(bench.get().notice).toBeUndefined();
});

test("a refused file leaves the sample open, which is in no total beside it; the next one closes it", async () => {
  const { bench, paths, offices } = await withSample();
  await bench.open([picked("壊れた.xlsx", broken)]);
  expect(paths()).toEqual(["sample.xlsx", "壊れた.xlsx"]);
  expect(await offices()).toEqual(["壊れた.xlsx"]);
  await bench.open([picked("旭区.xlsx", sample)]);
  expect(paths()).toEqual(["壊れた.xlsx", "旭区.xlsx"]);
});

test("while the user's file is still being opened, what is summed up waits for it", async () => {
  const { bench, offices } = await withSample();
  const opening = bench.open([picked("旭区.xlsx", sample)]);
  expect(await offices()).toEqual(["旭区.xlsx"]);
  await opening;
});

test("what was changed in the sample is handed over with a word when it closes", async () => {
  const { bench, paths } = await withSample();
  const key = keyIn(bench, "sample.xlsx");
  const sheet = key.slice(key.indexOf("/") + 1);
  await bench.editor.type({ key, at: { row: 0, column: 0 }, text: "試し" }, key.slice(0, key.indexOf("/")), sheet);
  await bench.open([picked("旭区.xlsx", sample)]);
  expect(paths()).toEqual(["旭区.xlsx"]);
  const { notice } = bench.get();
  if (notice?.kind !== "sample-closed") throw new Error(`said: ${notice?.kind ?? "nothing"}`);
  expect(notice.name).toBe("sample.xlsx");
  expect([...cellsIn(notice.bytes)].find(([at]) => at.endsWith("!A1"))?.[1]).toContain("試し");
});

test("a file of the user's stays when others open", async () => {
  const { bench, paths } = await withSample();
  await bench.open([picked("旭区.xlsx", sample)]);
  await bench.open([picked("sample.xlsx", sample)]);
  expect(paths()).toEqual(["旭区.xlsx", "sample.xlsx"]);
  expect(openContent(bench.get(), bench.get().front)?.sheets).toHaveLength(1);
});

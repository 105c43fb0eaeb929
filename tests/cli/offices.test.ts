import { beforeAll, describe, expect, it } from "vitest";
import { makeOffices } from "../samples/offices.ts";
import { WorkFolder } from "./files.ts";
import { tenken, type Run } from "./run.ts";
import { SummaryFile } from "./summary-file.ts";

const work = new WorkFolder();
const offices = makeOffices();
const read = offices.flatMap(({ name, holds }) => (holds ? [{ name, holds }] : []));
let run: Run;
let summary: SummaryFile;

beforeAll(() => {
  run = tenken(["summarize", ...offices.map(({ name, bytes }) => work.put(name, bytes)), "--out", work.path("summary.xlsx")]);
  summary = new SummaryFile(work.path("summary.xlsx"));
});

/** The rows of 「課題別」 of an office, by its title or its file, whatever its sheet is called. */
function rowsOf(file: string): readonly (readonly unknown[])[] {
  const title = file.replace(/^\d+_|\.\w+$/g, "");
  return summary.rows("課題別").filter(([name]) => typeof name === "string" && (name === title || name.split(" / ")[0] === file));
}

describe("24 offices with layouts and words of their own", () => {
  it("are different files, the same at every call", () => {
    expect(new Set(offices.map(({ bytes }) => Buffer.from(bytes).toString("base64"))).size).toBe(24);
    expect(makeOffices().map(({ name, holds }) => [name, holds])).toEqual(offices.map(({ name, holds }) => [name, holds]));
    expect([offices.length, read.length, offices.filter(({ name }) => name.endsWith(".csv")).length]).toEqual([24, 23, 1]);
  });

  it.each(read)("$name has its numbers and its block", ({ name, holds }) => {
    const rows = rowsOf(name);
    expect(summary.counts(rows.at(-1))).toEqual(holds.statuses.map(([good, bad]) => [good, bad, 0]));
    const codes = rows.map((row) => row[1]).filter((code) => typeof code === "string" && code !== "");
    expect(codes).toEqual(Array.from({ length: holds.issues }, (_, index) => String(index + 1)));
    expect(rows.find((row) => row[2] === "合計")?.slice(3, 5)).toEqual([holds.strategies, holds.initiatives]);
  });

  it("the one that cannot be read is listed with the reason", () => {
    const unread = offices.flatMap(({ name, holds }) => (holds ? [] : [name]));
    expect(unread.map((name) => summary.of(name, "総括").at(-1)?.at(-1))).toEqual([expect.stringMatching(/^パスワード付き/)]);
    expect([run.status, run.stdout.includes("24か所のうち23か所")]).toEqual([2, true]);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(24);
  });

  it("all of them together are the sum of each", () => {
    const sum = (of: (holds: (typeof read)[number]["holds"]) => number) => read.reduce((total, { holds }) => total + of(holds), 0);
    const all = summary.of("全体").find((row) => row[2] === "合計");
    expect(all?.slice(3, 5)).toEqual([sum(({ strategies }) => strategies), sum(({ initiatives }) => initiatives)]);
    expect(summary.counts(all)).toEqual([0, 1, 2, 3, 4].map((at) => [sum(({ statuses }) => statuses[at]?.[0] ?? 0), sum(({ statuses }) => statuses[at]?.[1] ?? 0), 0]));
  });
});

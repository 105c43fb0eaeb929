import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PieceMaker, type CheckOrder } from "../../src/cli/check-piece.ts";
import { piecesOf, usualJobs } from "../../src/cli/jobs.ts";
import { noTotals } from "../../src/cli/totals.ts";
import { cleanRows } from "../core/sheet.ts";
import { bookWith, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const [, script = ""] = process.argv;
afterEach(() => {
  process.argv[1] = script;
  vi.restoreAllMocks();
});

describe("many files at once", () => {
  it.each(["text", "json", "csv", "sarif", "github"])("print as %s the same as one by one, to the byte", (format) => {
    const files = Array.from({ length: 9 }, (_, at) => work.put(`${format}/${at}.xlsx`, bookWith(at % 3 === 0 ? cleanRows : cleanRows.map((row) => row.map((cell) => (cell === "順調" ? "順調 " : cell))))));
    const words = ["check", ...files, work.put(`${format}/bad.xlsx`, "x"), "--format", format];
    const one = tenken([...words, "--jobs", "1"]);
    expect([one.status, one.stderr.trimEnd().split("\n").length]).toEqual([2, 10]);
    expect(tenken([...words, "--jobs", "3"])).toEqual(one);
  });

  it("a number of workers that is none is told", () => {
    for (const jobs of ["0", "many", "-1", "1000"]) expect(tenken(["check", "a.xlsx", `--jobs=${jobs}`]).stderr).toMatch(/^--jobs に「.*」は使えません。/);
  });

  it("few files start no worker", () => {
    expect([usualJobs(1), usualJobs(8), usualJobs(15)]).toEqual([1, 1, 1]);
  });
});

it("files that are large together are checked one after another, beside small ones", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const log = work.put("log.txt", "");
  process.argv[1] = work.put("logging.cjs", `
    const { appendFileSync } = require("node:fs");
    const { parentPort } = require("node:worker_threads");
    parentPort.on("message", ({ path }) => {
      const answer = () => parentPort.postMessage({ text: path, totals: ${JSON.stringify(noTotals)} });
      if (path === undefined || !path.includes("large")) return answer();
      appendFileSync(${JSON.stringify(log)}, "begun ");
      setTimeout(() => (appendFileSync(${JSON.stringify(log)}, "done "), answer()), 100);
    });`);
  const order: CheckOrder = { language: "ja", formFile: undefined, byDefaults: false, format: "github", isColoured: false };
  const paths = [work.put("large-1.xlsx", new Uint8Array(9_000_000)), "a", work.put("large-2.xlsx", new Uint8Array(15_900_000)), "b", work.put("large-3.xlsx", new Uint8Array(7_900_000)), work.put("large-4.xlsx", new Uint8Array(20_000_000))];
  const texts: string[] = [];
  for await (const { text } of piecesOf(paths, await PieceMaker.of(order), order, 2)) texts.push(text);
  expect(texts).toEqual(paths);
  expect(readFileSync(log, "utf8")).toBe("begun done ".repeat(4));
});

it("the pieces keep the order of the files; where a worker breaks down, its file is told of it, and the others are done", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  // The first file answers last.
  process.argv[1] = work.put("worker.cjs", `
    const { parentPort } = require("node:worker_threads");
    parentPort.on("message", ({ path }) => {
      if (path === "breaks") throw new TypeError("out of order");
      if (path === "ends") process.exit(0);
      const answer = () => parentPort.postMessage({ text: path, totals: ${JSON.stringify(noTotals)} });
      path === "slow" ? setTimeout(answer, 300) : answer();
    });`);
  const order: CheckOrder = { language: "ja", formFile: undefined, byDefaults: false, format: "github", isColoured: false };
  const texts: string[] = [];
  const statuses: number[] = [];
  for await (const { text, totals } of piecesOf(["slow", "a", "breaks", "b", "ends", "c"], await PieceMaker.of(order), order, 2)) {
    texts.push(text);
    statuses.push(totals.refused);
  }
  expect(texts.map((text) => /^::error file=(\w+),title=点検できない/.exec(text)?.[1] ?? text)).toEqual(["slow", "a", "breaks", "b", "ends", "c"]);
  expect([texts[2], statuses]).toEqual([expect.stringMatching(/TypeError: out of order/), [0, 0, 1, 0, 1, 0]]);
});
